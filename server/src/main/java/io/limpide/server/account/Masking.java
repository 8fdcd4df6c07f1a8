package io.limpide.server.account;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Shows a value only in part: enough for somebody who knows it to know it again, too little to use
 * it. Stars stand for more or fewer characters, so that they do not tell a length.
 */
final class Masking {
  private static final String STARS = "***";
  private static final int ENOUGH_DIGITS = 7; // of which four may be shown

  private Masking() {}

  /**
   * Returns the value as somebody sees it for whom the field is masked.
   *
   * @param field such as {@code email}; of an unknown one only the first character is shown
   * @param value may hold several values, between semicolons or on lines of their own
   */
  static String mask(String field, String value) {
    if (value.isBlank()) {
      return "";
    }
    if (value.indexOf(';') >= 0 || value.indexOf('\n') >= 0) {
      return Arrays.stream(value.split("[;\\r\\n]+", -1))
          .filter(part -> !part.isBlank())
          .map(part -> one(field, part.strip()))
          .collect(Collectors.joining(value.indexOf(';') >= 0 ? "; " : "\n"));
    }
    return one(field, value.strip());
  }

  private static String one(String field, String value) {
    return switch (field) {
      case "email" -> email(value);
      case "phone", "mobile", "fax" -> phone(value);
      case "birth_date" -> date(value);
      case "address_line" ->
          Arrays.stream(value.split("\\s+", -1))
              .map(Masking::first)
              .collect(Collectors.joining(" "));
      default -> first(value);
    };
  }

  /** {@code jane@example.fr} becomes {@code j***@e***.fr}. */
  private static String email(String value) {
    int at = value.lastIndexOf('@');
    int dot = value.lastIndexOf('.');
    if (at < 1 || at == value.length() - 1) {
      return first(value);
    }
    String end = dot > at + 1 ? value.substring(dot) : "";
    return first(value) + "@" + first(value.substring(at + 1)) + end;
  }

  /** {@code 06 12 34 56 78} becomes {@code 06 ** ** ** 78}: the first and last two digits. */
  private static String phone(String value) {
    int digits = (int) value.chars().filter(Masking::digit).count();
    StringBuilder shown = new StringBuilder();
    int seen = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (digit(c)) {
        seen++;
        boolean edge = digits >= ENOUGH_DIGITS && (seen <= 2 || seen > digits - 2);
        shown.append(edge ? c : '*');
      } else {
        shown.append(Character.isLetter(c) ? '*' : c);
      }
    }
    return shown.toString();
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }

  /** {@code 1985-03-12} becomes {@code 1985-**-**}; a date written otherwise shows nothing. */
  private static String date(String value) {
    return value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? value.substring(0, 4) + "-**-**" : STARS;
  }

  private static String first(String value) {
    return value.substring(0, value.offsetByCodePoints(0, 1)) + STARS;
  }
}
