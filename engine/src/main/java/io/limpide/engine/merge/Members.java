package io.limpide.engine.merge;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.standardize.date.ColumnDays;
import io.limpide.engine.standardize.general.ColumnFlags;
import io.limpide.engine.table.Dictionary;
import io.limpide.engine.table.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is asked of the records of a party, worked out once a distinct value. */
final class Members {
  private final Table table;
  private final List<Field> fields;
  private final int[] trust; // by row: place of its source among the trusted, 0 the first
  private final Faults faults;
  private final long[] recency; // by row: epoch day of its last date
  private final Map<Integer, ColumnFlags> flags = new HashMap<>(); // by column
  private final Map<Integer, long[]> days = new HashMap<>(); // by column, by code

  /** Knows which values are wrong. */
  @FunctionalInterface
  interface Faults {
    boolean faulty(int row, int column);
  }

  Members(Table table, List<Field> fields, int[] trust, Faults faults) {
    this.table = table;
    this.fields = fields;
    this.trust = trust;
    this.faults = faults;
    this.recency = recency();
  }

  String value(int row, int column) {
    return table.columns().get(column).value(row);
  }

  int code(int row, int column) {
    return table.columns().get(column).code(row);
  }

  boolean filled(int row, int column) {
    return code(row, column) != Dictionary.EMPTY;
  }

  boolean faulty(int row, int column) {
    return faults.faulty(row, column);
  }

  int trust(int row) {
    return trust[row];
  }

  long recency(int row) {
    return recency[row];
  }

  FieldType type(int column) {
    return fields.get(column).type();
  }

  int filledCells(int row) {
    int filled = 0;
    for (int column = 0; column < fields.size(); column++) {
      if (filled(row, column)) {
        filled++;
      }
    }
    return filled;
  }

  /** Orders two records by what they hold, for ties: the order of the file must not decide. */
  int compareContent(int a, int b) {
    for (int column = 0; column < fields.size(); column++) {
      if (code(a, column) != code(b, column)) {
        return value(a, column).compareTo(value(b, column));
      }
    }
    return 0;
  }

  /** Returns the epoch day that a value tells; {@link ColumnDays#NONE} when it tells none. */
  long day(int row, int column) {
    int code = code(row, column);
    long[] known = days.computeIfAbsent(column, at -> ColumnDays.of(table.columns().get(at)));
    // A code beyond those of the records is a value that a merge made: it is no date.
    return code < known.length ? known[code] : ColumnDays.NONE;
  }

  /** Returns whether a value of a yes-or-no column says so. */
  boolean says(int column, String value, boolean wanted) {
    ColumnFlags known =
        flags.computeIfAbsent(
            column, at -> ColumnFlags.of(fields.get(at).type(), table.columns().get(at)));
    return wanted ? known.saysYes(value) : known.saysNo(value);
  }

  private long[] recency() {
    long[] latest = new long[table.rows()];
    Arrays.fill(latest, ColumnDays.NONE);
    for (int at = 0; at < fields.size(); at++) {
      FieldType type = fields.get(at).type();
      if (type == FieldType.UPDATED
          || type == FieldType.LAST_ACTIVITY
          || type == FieldType.CREATED) {
        for (int row = 0; row < latest.length; row++) {
          latest[row] = Math.max(latest[row], day(row, at));
        }
      }
    }
    return latest;
  }
}
