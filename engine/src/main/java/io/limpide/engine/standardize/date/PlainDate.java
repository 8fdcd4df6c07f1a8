package io.limpide.engine.standardize.date;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * The ways in which nearly every date of a customer base is written, read in one short scan: {@code
 * 15/06/1984}, {@code 1984-06-15}, both perhaps with {@code 16:12} or {@code 16:12:30} behind.
 *
 * <p>Whatever else a date may look like is for {@link DateReader}, which reads these the same.
 */
final class PlainDate {
  /** Stands for a text that is not written in this way, whether or not it is a date. */
  static final long NONE = Long.MIN_VALUE;

  private static final int DAY_LENGTH = 10;

  private PlainDate() {}

  /** Returns the epoch day of a text; {@link #NONE} unless it is plain and there is such a day. */
  static long of(String text, DateOrder order) {
    int length = text.length();
    if (length < DAY_LENGTH || (length > DAY_LENGTH && !hasTime(text, length))) {
      return NONE;
    }
    char sign = text.charAt(2);
    if (!isSign(sign)) {
      return text.charAt(4) == '-' && text.charAt(7) == '-'
          ? day(four(text, 0), two(text, 5), two(text, 8))
          : NONE;
    }
    if (text.charAt(5) != sign) {
      return NONE;
    }
    int first = two(text, 0);
    int second = two(text, 3);
    boolean dayFirst = first > 12 || (second <= 12 && order == DateOrder.DAY_FIRST);
    return day(four(text, 6), dayFirst ? second : first, dayFirst ? first : second);
  }

  /** Returns whether the month stands second, which {@link #of} does not insist on. */
  static boolean isDayFirst(String plain) {
    return two(plain, 3) <= 12;
  }

  /** Returns {@code 1984-06-15} for a plain date that has its day first. */
  static String iso(String plain) {
    byte[] iso = new byte[DAY_LENGTH];
    copy(plain, 6, 10, iso, 0);
    iso[4] = '-';
    copy(plain, 3, 5, iso, 5);
    iso[7] = '-';
    copy(plain, 0, 2, iso, 8);
    return new String(iso, StandardCharsets.ISO_8859_1);
  }

  private static void copy(String text, int from, int to, byte[] target, int at) {
    for (int i = from; i < to; i++) {
      target[at + i - from] = (byte) text.charAt(i);
    }
  }

  private static boolean isSign(char c) {
    return c == '/' || c == '-' || c == '.';
  }

  private static boolean hasTime(String text, int length) {
    return (length == 16 || (length == 19 && text.charAt(16) == ':' && isBelow(text, 17, 60)))
        && (text.charAt(10) == ' ' || text.charAt(10) == 'T')
        && isBelow(text, 11, 24)
        && text.charAt(13) == ':'
        && isBelow(text, 14, 60);
  }

  private static boolean isBelow(String text, int at, int limit) {
    int number = two(text, at);
    return number >= 0 && number < limit;
  }

  private static long day(int year, int month, int day) {
    if (year < 1 || month < 1 || month > 12 || day < 1 || (day > 28 && day > days(year, month))) {
      return NONE;
    }
    return LocalDate.of(year, month, day).toEpochDay();
  }

  private static int days(int year, int month) {
    return switch (month) {
      case 4, 6, 9, 11 -> 30;
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      default -> 31;
    };
  }

  /** Returns the number of two digits at an index, -1 when there is none. */
  private static int two(String text, int at) {
    int tens = text.charAt(at) - '0';
    int ones = text.charAt(at + 1) - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }

  private static int four(String text, int at) {
    int century = two(text, at);
    int year = two(text, at + 2);
    return century < 0 || year < 0 ? -1 : century * 100 + year;
  }
}
