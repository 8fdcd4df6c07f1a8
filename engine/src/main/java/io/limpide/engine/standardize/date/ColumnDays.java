package io.limpide.engine.standardize.date;

import io.limpide.engine.standardize.Settings;
import io.limpide.engine.table.Column;
import java.util.Arrays;

/** The day that each distinct value of a column tells. */
public final class ColumnDays {
  /** Stands for a value that tells no day. */
  public static final long NONE = Long.MIN_VALUE;

  private ColumnDays() {}

  /** Returns the epoch day of each value, by code; {@link #NONE} where it tells none. */
  public static long[] of(Column column) {
    DateOrder order = Dates.order(column, Settings.DEFAULT);
    long[] days = new long[column.dictionary().size()];
    Arrays.fill(days, NONE);
    int[] counts = column.counts();
    for (int code = 1; code < days.length; code++) {
      if (counts[code] > 0) {
        days[code] = Dates.day(column.dictionary().value(code), order);
      }
    }
    return days;
  }
}
