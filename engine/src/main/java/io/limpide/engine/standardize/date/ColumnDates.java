package io.limpide.engine.standardize.date;

import io.limpide.engine.table.Column;

/**
 * What only the whole column tells about its dates.
 *
 * @param order of day and month where a date could be read both ways
 * @param proof what the order rests on
 * @param example a value that could be read both ways; empty when there is none
 * @param hasTimes whether any value has a time of day other than midnight
 * @param style how its dates are written once they are standard
 */
record ColumnDates(
    DateOrder order, Proof proof, String example, boolean hasTimes, DateStyle style) {
  /** What the order of day and month rests on. */
  enum Proof {
    /** Some value has a number above 12, always at the same place. */
    PROVEN,
    /** Values contradict each other; the order is that of nearly all. */
    MOSTLY,
    /** Values contradict each other. */
    MIXED,
    /** No value tells: the order is the country's. */
    ASSUMED
  }

  private static final int MOSTLY_SHARE = 20; // one in twenty may be a typing error

  static ColumnDates of(Column column, String country) {
    int[] counts = column.counts();
    long dayFirst = 0;
    long monthFirst = 0;
    String example = "";
    boolean hasTimes = false;
    for (int code = 1; code < counts.length; code++) {
      if (counts[code] == 0 || column.dictionary().length(code) > 60) {
        continue;
      }
      String value = column.dictionary().value(code).strip();
      switch (evidence(value)) {
        case DAY -> dayFirst += counts[code];
        case MONTH -> monthFirst += counts[code];
        case EITHER -> example = example.isEmpty() ? value : example;
        case NONE -> {}
      }
      hasTimes = hasTimes || hasTime(value);
    }
    DateOrder majority = dayFirst >= monthFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
    long fewer = Math.min(dayFirst, monthFirst);
    long more = Math.max(dayFirst, monthFirst);
    if (more == 0) {
      DateOrder usual = country.equals("US") ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
      return new ColumnDates(
          usual, Proof.ASSUMED, example, hasTimes, DateStyle.of(column, usual, Proof.ASSUMED));
    }
    Proof proof =
        fewer == 0 ? Proof.PROVEN : fewer * MOSTLY_SHARE <= more ? Proof.MOSTLY : Proof.MIXED;
    return new ColumnDates(
        majority, proof, example, hasTimes, DateStyle.of(column, majority, proof));
  }

  private enum Evidence {
    DAY,
    MONTH,
    EITHER,
    NONE
  }

  /** Looks at two numbers of at most two digits, before a third. */
  private static Evidence evidence(String value) {
    int[] numbers = new int[2];
    int at = 0;
    for (int i = 0; i < 2; i++) {
      int start = at;
      while (at < value.length() && at - start < 3 && isDigit(value.charAt(at))) {
        numbers[i] = numbers[i] * 10 + value.charAt(at) - '0';
        at++;
      }
      if (at == start || at - start > 2 || at >= value.length() || !isSeparator(value.charAt(at))) {
        return Evidence.NONE;
      }
      at++;
    }
    if (at >= value.length() || !isDigit(value.charAt(at)) || numbers[0] > 31 || numbers[1] > 31) {
      return Evidence.NONE;
    }
    boolean first = numbers[0] > 12;
    boolean second = numbers[1] > 12;
    if (first == second) {
      return first || numbers[0] == numbers[1] ? Evidence.NONE : Evidence.EITHER;
    }
    return first ? Evidence.DAY : Evidence.MONTH;
  }

  private static boolean hasTime(String value) {
    int colon = value.indexOf(':');
    if (colon < 0) {
      return false;
    }
    String iso = TimeText.of(value).iso();
    return !iso.isEmpty() && !iso.equals("00:00:00");
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSeparator(char c) {
    return c == '/' || c == '-' || c == '.' || c == ' ';
  }
}
