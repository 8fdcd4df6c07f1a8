package io.limpide.connect.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what a workbook stores into the text that a person sees, as far as it means something. */
final class CellText {
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final Pattern WHOLE = Pattern.compile("(-?[0-9]+)(?:\\.0*)?");
  private static final Pattern MIDNIGHT = Pattern.compile("T00:00(:00(\\.0+)?)?Z?$");
  // Excel keeps 15 digits; what stands behind them is noise of binary fractions.
  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);
  private static final int LONGEST = 310; // digits of the largest double
  private static final double LAST_DAY = 2_958_466; // 10000-01-01 in the calendar of 1900
  private static final int SECONDS = 86_400;

  private CellText() {}

  /**
   * Returns a text with {@code _xHHHH_} resolved.
   *
   * <p>Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
   */
  static String unescape(CharSequence raw) {
    String text = raw.toString();
    if (!text.contains("_x")) {
      return text;
    }
    Matcher matcher = ESCAPE.matcher(text);
    return matcher.replaceAll(
        found ->
            Matcher.quoteReplacement(
                Character.toString((char) Integer.parseInt(found.group(1), 16))));
  }

  /** Returns the text of a number: all its digits, no exponent, no noise behind the fifteenth. */
  static String number(String stored, NumberFormat format) {
    String written = stored.strip();
    if (written.length() > LONGEST) {
      return written;
    }
    Matcher whole = WHOLE.matcher(written);
    boolean isWhole = whole.matches();
    if (isWhole && format.isGeneral()) {
      return whole.group(1); // as written: even twenty digits, for they are an identifier
    }
    BigDecimal value;
    try {
      value = new BigDecimal(written);
    } catch (NumberFormatException e) {
      return written;
    }
    if (value.signum() != 0 && Math.abs((long) value.precision() - value.scale()) > LONGEST) {
      return written;
    }
    String dated = format.isDate() ? date(value.doubleValue(), format) : "";
    if (!dated.isEmpty()) {
      return dated;
    }
    if (format.isPercent()) {
      return plain(value.movePointRight(2).round(DIGITS)) + "%";
    }
    String digits = isWhole ? whole.group(1) : plain(value.round(DIGITS));
    return format.mask().isEmpty() ? digits : masked(digits, format.mask());
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /**
   * Returns the digits in the places that a format such as {@code 00000} or {@code 00" "00} has for
   * them: so a postcode or a phone number gets back the zero that was taken from it.
   */
  private static String masked(String digits, String mask) {
    if (digits.chars().anyMatch(c -> c < '0' || c > '9')) {
      return digits; // negative or broken: not what the format is for
    }
    StringBuilder reversed = new StringBuilder();
    int left = digits.equals("0") ? 0 : digits.length();
    int firstPlace = mask.indexOf('0') < 0 ? mask.indexOf('#') : placeBefore(mask);
    for (int i = mask.length() - 1; i >= 0; i--) {
      char c = mask.charAt(i);
      if (c == '0' || c == '#') {
        if (left > 0) {
          reversed.append(digits.charAt(--left));
        } else if (c == '0') {
          reversed.append('0');
        }
        if (i == firstPlace) {
          while (left > 0) {
            reversed.append(digits.charAt(--left));
          }
        }
      } else {
        reversed.append(c == NumberFormat.LITERAL_ZERO ? '0' : c);
      }
    }
    return reversed.reverse().toString().strip();
  }

  private static int placeBefore(String mask) {
    int zero = mask.indexOf('0');
    int sharp = mask.indexOf('#');
    return sharp < 0 ? zero : Math.min(zero, sharp);
  }

  /** Returns a day, time or both as ISO 8601; empty when the number is none. */
  private static String date(double serial, NumberFormat format) {
    if (format.kind() == NumberFormat.Kind.ELAPSED || !(serial >= 0 && serial < LAST_DAY)) {
      return format.kind() == NumberFormat.Kind.ELAPSED && Math.abs(serial) < LAST_DAY
          ? (serial < 0 ? "-" : "") + time(Math.round(Math.abs(serial) * SECONDS))
          : "";
    }
    long days = (long) Math.floor(serial);
    long seconds = Math.round((serial - days) * SECONDS);
    if (seconds == SECONDS) {
      days++;
      seconds = 0;
    }
    if (format.kind() == NumberFormat.Kind.TIME && days == 0) {
      return time(seconds);
    }
    String day = day(days, format.since1904());
    boolean withTime = seconds > 0 || format.kind() != NumberFormat.Kind.DATE;
    return withTime ? day + "T" + time(seconds) : day;
  }

  /**
   * Returns a day. In the calendar of 1900 day 60 is 29 February 1900, which never was, and day 0
   * is shown as 0 January; both are given as Excel shows them, for a check to find.
   */
  private static String day(long days, boolean since1904) {
    if (since1904) {
      return LocalDate.of(1904, 1, 1).plusDays(days).toString();
    }
    if (days == 0 || days == 60) {
      return days == 0 ? "1900-01-00" : "1900-02-29";
    }
    return LocalDate.of(1899, 12, days < 60 ? 31 : 30).plusDays(days).toString();
  }

  /** Returns a day and time that the sheet holds in ISO 8601; only the day when it is midnight. */
  static String isoDay(String stored) {
    String text = stored.strip();
    return MIDNIGHT.matcher(text).replaceFirst("");
  }

  private static String time(long seconds) {
    return "%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
