package io.limpide.engine.compare;

import io.limpide.engine.table.Column;
import java.util.function.UnaryOperator;

/**
 * Reads birth dates into {@code yyyymmdd}, in the order of day and month that a column keeps to.
 */
final class BirthDates {
  private BirthDates() {}

  /** Returns the reader for a column: day before month unless its values say otherwise. */
  static UnaryOperator<String> reader(Column column) {
    int monthFirst = 0;
    int dayFirst = 0;
    for (int code = 1; code < column.dictionary().size(); code++) {
      int[] parts = parts(column.dictionary().value(code));
      if (parts.length == 3 && parts[0] <= 31) {
        dayFirst += parts[0] > 12 ? 1 : 0;
        monthFirst += parts[1] > 12 ? 1 : 0;
      }
    }
    boolean american = monthFirst > dayFirst;
    return text -> read(text, american);
  }

  static String read(String text, boolean monthFirst) {
    String digits = Forms.digits(text.length() > 10 ? text.substring(0, 10) : text);
    int[] parts = parts(text);
    if (parts.length == 1 && digits.length() == 8) {
      return digits;
    }
    if (parts.length < 3) {
      return "";
    }
    if (parts[0] > 31 || leadingZeros(text)) {
      return written(parts[0], parts[1], parts[2]);
    }
    return monthFirst
        ? written(parts[2], parts[0], parts[1])
        : written(parts[2], parts[1], parts[0]);
  }

  private static boolean leadingZeros(String text) {
    return text.length() >= 5
        && text.charAt(0) == '0'
        && Character.isDigit(text.charAt(1))
        && Character.isDigit(text.charAt(2))
        && Character.isDigit(text.charAt(3));
  }

  private static String written(int year, int month, int day) {
    int full = year < 30 ? 2000 + year : year < 100 ? 1900 + year : year;
    return full > 9999 || month > 99 || day > 99
        ? ""
        : String.valueOf(full * 10_000 + month * 100 + day + 100_000_000).substring(1);
  }

  /** The first three runs of digits. */
  private static int[] parts(String text) {
    int[] parts = new int[3];
    int found = 0;
    int at = 0;
    while (at < text.length() && found < 3) {
      if (!isDigit(text.charAt(at))) {
        at++;
        continue;
      }
      int number = 0;
      int from = at;
      while (at < text.length() && isDigit(text.charAt(at)) && at - from < 9) {
        number = number * 10 + text.charAt(at++) - '0';
      }
      parts[found++] = number;
    }
    return java.util.Arrays.copyOf(parts, found);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
