package io.limpide.cli.result;

import java.util.Locale;

/** Compared values as a person reads them. */
public final class Shown {
  private static final int DAY_DIGITS = 8;

  private Shown() {}

  /** Returns a value of a compared field: dates as the reader writes them, all else as it is. */
  public static String value(String field, String value, Locale locale) {
    if (!field.equals("birth_date")
        || value.length() != DAY_DIGITS
        || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return value;
    }
    String year = value.substring(0, 4);
    String month = value.substring(4, 6);
    String day = value.substring(6);
    return locale.getLanguage().equals("fr")
        ? day + "/" + month + "/" + year
        : year + "-" + month + "-" + day;
  }
}
