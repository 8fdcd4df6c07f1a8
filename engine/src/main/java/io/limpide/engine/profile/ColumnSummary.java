package io.limpide.engine.profile;

import io.limpide.engine.field.Field;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import java.util.function.IntPredicate;

/**
 * The values of a column with the number of rows of each. Summaries merge: any split of the rows,
 * merged in any order, gives what one pass over all of them would.
 */
public final class ColumnSummary {
  private final Field field;
  private final long rows;
  private final Dictionary dictionary;
  private final long[] counts; // by code; 0 for codes that no row has
  private final long invalid;

  private ColumnSummary(
      Field field, long rows, Dictionary dictionary, long[] counts, long invalid) {
    this.field = field;
    this.rows = rows;
    this.dictionary = dictionary;
    this.counts = counts;
    this.invalid = invalid;
  }

  /**
   * Counts some rows of a column.
   *
   * @param from the first row, included
   * @param to the last row, excluded
   * @param invalid whether the value of a code is invalid
   */
  public static ColumnSummary of(
      Column column, int from, int to, Field field, IntPredicate invalid) {
    Dictionary dictionary = column.dictionary();
    long[] counts = new long[dictionary.size()];
    for (int row = from; row < to; row++) {
      counts[column.code(row)]++;
    }
    long wrong = 0;
    for (int code = 1; code < counts.length; code++) {
      wrong += counts[code] > 0 && invalid.test(code) ? counts[code] : 0;
    }
    return new ColumnSummary(field, to - from, dictionary, counts, wrong);
  }

  /** Returns the summary of the rows of both. */
  public ColumnSummary plus(ColumnSummary other) {
    if (!field.column().equals(other.field.column()) || field.type() != other.field.type()) {
      throw new IllegalArgumentException(
          "cannot merge %s as %s with %s as %s"
              .formatted(
                  field.column(),
                  field.type().word(),
                  other.field.column(),
                  other.field.type().word()));
    }
    Dictionary merged = new Dictionary();
    long[] sums = new long[counts.length + other.counts.length];
    pour(merged, sums);
    other.pour(merged, sums);
    return new ColumnSummary(
        field, rows + other.rows, merged, sums, Math.addExact(invalid, other.invalid));
  }

  private void pour(Dictionary merged, long[] sums) {
    byte[] bytes = new byte[256];
    for (int code = 0; code < counts.length; code++) {
      if (counts[code] > 0) {
        int length = dictionary.length(code);
        if (bytes.length < length) {
          bytes = new byte[length * 2];
        }
        dictionary.copy(code, bytes, 0);
        sums[merged.encode(bytes, 0, length)] += counts[code];
      }
    }
  }

  Field field() {
    return field;
  }

  long rows() {
    return rows;
  }

  Dictionary dictionary() {
    return dictionary;
  }

  /** Returns the number of codes; some may have no rows. */
  int codes() {
    return Math.min(counts.length, dictionary.size());
  }

  long count(int code) {
    return counts[code];
  }

  long invalid() {
    return invalid;
  }

  /** Returns what is in the column. */
  public ColumnProfile profile() {
    return new ColumnProfiler(this).profile();
  }
}
