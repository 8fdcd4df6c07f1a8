package io.limpide.engine.standardize.date;

import io.limpide.engine.reference.PlaceNames;
import java.util.Locale;

/**
 * The time of day at the end of a text.
 *
 * @param iso such as {@code 14:30:00} or {@code 14:30:00+01:00}; empty when there is none
 * @param start where it begins; the length of the text when there is none
 */
record TimeText(String iso, int start) {
  static TimeText of(String text) {
    int colon = firstHour(text);
    if (colon < 0) {
      return new TimeText("", text.length());
    }
    int start = colon;
    while (start > 0 && isDigit(text.charAt(start - 1))) {
      start--;
    }
    boolean opens = start > 0 && (text.charAt(start - 1) == 'T' || text.charAt(start - 1) == ' ');
    int hour = number(text, start, colon);
    Cursor cursor = new Cursor(text, colon + 1);
    int minute = cursor.twoDigits();
    boolean spoken = text.charAt(colon) != ':';
    if (minute < 0 && spoken) {
      minute = 0; // 14h
    }
    int second =
        cursor.skip(':') || (minute >= 0 && spoken && cursor.skip('m')) ? cursor.twoDigits() : 0;
    String fraction = cursor.fraction();
    String rest = text.substring(cursor.at).strip();
    if (!opens || hour < 0 || hour > 24 || minute < 0 || minute > 59 || second < 0 || second > 59) {
      return new TimeText("", text.length());
    }
    String half = PlaceNames.fold(rest).replace(" ", "");
    if (half.equals("PM") || half.equals("AM")) {
      hour = hour % 12 + (half.equals("PM") ? 12 : 0);
      rest = "";
    }
    String offset = offset(rest);
    if (offset.equals("?") || hour == 24) {
      return new TimeText("", text.length());
    }
    String iso = two(hour) + ':' + two(minute) + ':' + two(second);
    int end = start - 1;
    String before = text.substring(0, end).stripTrailing();
    return new TimeText(iso + fraction + offset, before.length());
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  /** The sign behind the hour: a colon, or an h behind a digit. */
  private static int firstHour(String text) {
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == ':' || c == 'h' || c == 'H') && isDigit(text.charAt(i - 1))) {
        return i;
      }
    }
    return -1;
  }

  /** Z, UTC, +01:00, +0100, +01; {@code ?} for anything else. */
  private static String offset(String rest) {
    String zone = rest.toUpperCase(Locale.ROOT);
    if (zone.isEmpty()) {
      return "";
    }
    if (zone.equals("Z") || zone.equals("UTC") || zone.equals("GMT")) {
      return "Z";
    }
    String sign = zone.substring(0, 1);
    String digits = zone.substring(1).replace(":", "");
    boolean written = (sign.equals("+") || sign.equals("-")) && digits.length() <= 4;
    if (!written || digits.length() < 2 || digits.length() == 3) {
      return "?";
    }
    for (int i = 0; i < digits.length(); i++) {
      if (!isDigit(digits.charAt(i))) {
        return "?";
      }
    }
    String minutes = digits.length() == 4 ? digits.substring(2) : "00";
    boolean real = digits.compareTo("15") < 0 && minutes.compareTo("60") < 0;
    return real ? sign + digits.substring(0, 2) + ":" + minutes : "?";
  }

  private static int number(String text, int from, int to) {
    return to - from < 1 || to - from > 2 ? -1 : Integer.parseInt(text.substring(from, to));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Reads on in a text. */
  private static final class Cursor {
    private final String text;
    private int at;

    Cursor(String text, int at) {
      this.text = text;
      this.at = at;
    }

    int twoDigits() {
      if (at + 2 <= text.length() && isDigit(text.charAt(at)) && isDigit(text.charAt(at + 1))) {
        at += 2;
        return Integer.parseInt(text.substring(at - 2, at));
      }
      return -1;
    }

    boolean skip(char c) {
      boolean there = at < text.length() && text.charAt(at) == c;
      at += there ? 1 : 0;
      return there;
    }

    /** Keeps what is finer than a second, unless it is nothing. */
    String fraction() {
      if (at + 1 >= text.length()
          || (text.charAt(at) != '.' && text.charAt(at) != ',')
          || !isDigit(text.charAt(at + 1))) {
        return "";
      }
      int from = ++at;
      while (at < text.length() && isDigit(text.charAt(at))) {
        at++;
      }
      int to = at;
      while (to > from && text.charAt(to - 1) == '0') {
        to--;
      }
      return to == from ? "" : "." + text.substring(from, Math.min(to, from + 9));
    }
  }
}
