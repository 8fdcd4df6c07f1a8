package io.limpide.connect.csv;

import java.util.regex.Pattern;

/** What a cell looks like, as far as it tells a header from data and a delimiter from text. */
enum CellKind {
  EMPTY,
  NUMBER,
  DATE,
  EMAIL,
  URL,
  PHONE,
  TEXT,
  /** Nothing that people put in one cell. */
  ODD;

  private static final int LONG = 200; // longer cells are text without looking

  private static final Pattern NUMBER_FORM =
      Pattern.compile("[-+]?[0-9][0-9 .,\u00a0\u202f]*(?: ?[%€$£])?");
  private static final Pattern DATE_FORM =
      Pattern.compile(
          "(?:[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4})?"
              + "[ T]?(?:[0-9]{1,2}[:h][0-9]{2}(?::[0-9]{2})?(?:[.,][0-9]{1,9})?)?"
              + "(?:Z| ?[AaPp][Mm]|[+-][0-9]{2}:?[0-9]{2})?");
  private static final Pattern EMAIL_FORM =
      Pattern.compile("[^\\s@,;|]{1,64}@[^\\s@,;|]{1,120}\\.[^\\s@,;|.]{2,24}");
  private static final Pattern URL_FORM = Pattern.compile("(?:https?://|www\\.)[^\\s;|]{1,190}");
  private static final Pattern PHONE_FORM =
      Pattern.compile("(?:\\+|00|\\()?[0-9](?:[ .()/-]{0,2}[0-9]){7,16}");

  static CellKind of(String cell) {
    String value = cell.strip();
    if (value.isEmpty()) {
      return EMPTY;
    }
    if (value.length() > LONG) {
      return TEXT;
    }
    char first = value.charAt(0);
    if ((first >= '0' && first <= '9') || "+-(".indexOf(first) >= 0) {
      if (value.length() >= 9 && PHONE_FORM.matcher(value).matches() && isPhone(value)) {
        return PHONE;
      }
      if (NUMBER_FORM.matcher(value).matches()) {
        return DATE_FORM.matcher(value).matches() ? DATE : NUMBER;
      }
      if (DATE_FORM.matcher(value).matches()) {
        return DATE;
      }
    }
    if (value.indexOf('@') > 0 && EMAIL_FORM.matcher(value).matches()) {
      return EMAIL;
    }
    if (URL_FORM.matcher(value).matches()) {
      return URL;
    }
    return isText(value) ? TEXT : ODD;
  }

  private static boolean isPhone(String value) {
    return value.charAt(0) == '+'
        || value.charAt(0) == '('
        || (value.charAt(0) == '0' && !DATE_FORM.matcher(value).matches());
  }

  /** Delimiters of other dialects do not stand in a cell, and letters or digits do. */
  private static boolean isText(String value) {
    boolean letters = false;
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      if (c == ';' || c == '\t' || c == '|' || c == '~' || c == '^' || c < ' ') {
        return false;
      }
      letters |= Character.isLetterOrDigit(c);
    }
    char first = value.charAt(0);
    return letters && first != ',' && first != ':' && first != '"';
  }

  /** Returns whether only data looks like this, never the name of a column. */
  boolean isData() {
    return this == DATE || this == EMAIL || this == URL || this == PHONE;
  }
}
