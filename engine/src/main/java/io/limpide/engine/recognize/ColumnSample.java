package io.limpide.engine.recognize;

import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import java.util.Arrays;

/** What a sample of a column's distinct values shows: the share of each {@link Sign}, and sizes. */
final class ColumnSample {
  private static final int SIZE = 2_000;
  private static final double MOSTLY = 0.9;
  private static final int[] NO_YEARS = new int[0];

  final int rows;
  final int filled;
  final int distinct;
  final double meanWords;
  final int[] years;
  private final double[] shares;
  private final double[] rowShares;

  private ColumnSample(
      int rows,
      int filled,
      int distinct,
      double meanWords,
      int[] years,
      double[] shares,
      double[] rowShares) {
    this.rows = rows;
    this.filled = filled;
    this.distinct = distinct;
    this.meanWords = meanWords;
    this.years = years;
    this.shares = shares;
    this.rowShares = rowShares;
  }

  static ColumnSample of(Column column) {
    Dictionary dictionary = column.dictionary();
    int[] counts = column.counts();
    int distinct = 0;
    int filled = 0;
    for (int code = 1; code < counts.length; code++) {
      distinct += counts[code] > 0 ? 1 : 0;
      filled += counts[code];
    }
    double[] signs = new double[Sign.values().length];
    double[] rowSigns = new double[Sign.values().length];
    double total = 0;
    double totalRows = 0;
    double words = 0;
    int[] years = new int[SIZE + 1];
    int dated = 0;
    // A fixed stride rather than the first values: exports are often sorted.
    double stride = Math.max(1, (counts.length - 1) / (double) SIZE);
    for (double at = 1; at < counts.length; at += stride) {
      int code = (int) at;
      if (counts[code] == 0 || dictionary.length(code) > 20_000) {
        continue;
      }
      String value = dictionary.value(code);
      if (value.isBlank() || Fillers.isFiller(value)) {
        continue;
      }
      double weight = 1 + Math.log(counts[code]);
      total += weight;
      totalRows += counts[code];
      words += weight * countWords(value);
      long shown = ValueSigns.of(value);
      for (long rest = shown; rest != 0; rest &= rest - 1) {
        signs[Long.numberOfTrailingZeros(rest)] += weight;
        rowSigns[Long.numberOfTrailingZeros(rest)] += counts[code];
      }
      if (ValueSigns.has(shown, Sign.DATE)) {
        years[dated++] = Dates.year(FoldedText.fold(value.strip()));
      } else if (ValueSigns.has(shown, Sign.YEAR)) {
        years[dated++] = Integer.parseInt(value.strip());
      }
    }
    for (int i = 0; i < signs.length; i++) {
      rowSigns[i] = totalRows == 0 ? 0 : rowSigns[i] / totalRows;
      signs[i] = total == 0 ? 0 : (signs[i] / total + rowSigns[i]) / 2;
    }
    int[] sorted = dated == 0 ? NO_YEARS : Arrays.copyOf(years, dated);
    Arrays.sort(sorted);
    return new ColumnSample(
        column.rows(),
        total == 0 ? 0 : filled,
        distinct,
        total == 0 ? 0 : words / total,
        sorted,
        signs,
        rowSigns);
  }

  /** Returns the share that shows a sign: the mean of that of the values and that of the rows. */
  double share(Sign sign) {
    return shares[sign.index()];
  }

  /** Returns the share of the filled rows that show a sign. */
  double rowShare(Sign sign) {
    return rowShares[sign.index()];
  }

  /** Returns the distinct share of the filled rows, 0 to 1. */
  double uniqueness() {
    return filled == 0 ? 0 : distinct / (double) filled;
  }

  /** Returns whether every row has its own value. */
  boolean tellsApart() {
    return distinct == filled && filled >= MOSTLY * rows;
  }

  /**
   * Returns whether a few values repeat, as ids do where an export holds a record twice: one of a
   * handful, one in ten of many.
   */
  boolean nearlyTellsApart() {
    return filled >= 4
        && filled >= MOSTLY * rows
        && distinct >= filled - Math.max(1, Math.floor((1 - MOSTLY) * filled));
  }

  /** Returns the year below which a share of the dates lie; 0 when there are none. */
  int yearAt(double quantile) {
    return years.length == 0 ? 0 : years[(int) ((years.length - 1) * quantile)];
  }

  private static int countWords(String value) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < value.length(); i++) {
      boolean space = Character.isWhitespace(value.charAt(i));
      words += !space && !inside ? 1 : 0;
      inside = !space;
    }
    return words;
  }
}
