package io.limpide.connect.xlsx;

import org.apache.poi.ss.usermodel.DateUtil;

/**
 * What the format of a cell says about the meaning of its number.
 *
 * @param kind what the number counts
 * @param mask the places of digits ({@code 0}: always there, {@code #}: if there is one) and what
 *     stands between; empty when the format has no such form
 * @param since1904 whether days are counted from 1904, as old Macs did
 */
record NumberFormat(Kind kind, String mask, boolean since1904) {
  /** What a number counts. */
  enum Kind {
    PLAIN,
    PERCENT,
    DATE,
    DATE_TIME,
    TIME,
    ELAPSED
  }

  static final NumberFormat GENERAL = new NumberFormat(Kind.PLAIN, "", false);

  /** Stands in a mask for a zero that is text, not a place. */
  static final char LITERAL_ZERO = '\uE000';

  /** What may stand between the digits of a number that is a name: of a phone, a company ... */
  private static final String SEPARATORS = " \u00A0\u202F-./()+";

  /** Returns whether the format adds nothing to the number. */
  boolean isGeneral() {
    return kind == Kind.PLAIN && mask.isEmpty();
  }

  boolean isDate() {
    return kind != Kind.PLAIN && kind != Kind.PERCENT;
  }

  boolean isPercent() {
    return kind == Kind.PERCENT;
  }

  /** Returns the meaning of a format's code. Source: ECMA-376 part 1, 18.8.31 (numFmts). */
  static NumberFormat of(int id, String code, boolean since1904) {
    if (code.length() <= 255 && DateUtil.isADateFormat(id, code)) {
      return new NumberFormat(dateKind(code), "", since1904);
    }
    String section = firstSection(code);
    String bare = withoutLiterals(section);
    if (bare.indexOf('%') >= 0) {
      return new NumberFormat(Kind.PERCENT, "", since1904);
    }
    String mask = mask(section);
    return mask.isEmpty() ? GENERAL : new NumberFormat(Kind.PLAIN, mask, since1904);
  }

  private static Kind dateKind(String code) {
    String section = firstSection(code).toLowerCase(java.util.Locale.ROOT);
    if (section.contains("[h") || section.contains("[m") || section.contains("[s")) {
      return Kind.ELAPSED;
    }
    String letters = withoutLiterals(section);
    boolean day = letters.indexOf('y') >= 0 || letters.indexOf('d') >= 0;
    boolean time = letters.indexOf('h') >= 0 || letters.indexOf('s') >= 0;
    boolean month = letters.indexOf('m') >= 0 && !time;
    if (time) {
      return day ? Kind.DATE_TIME : Kind.TIME;
    }
    return day || month ? Kind.DATE : Kind.DATE_TIME;
  }

  private static String firstSection(String code) {
    boolean quoted = false;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ';' && !quoted) {
        return code.substring(0, i);
      }
    }
    return code;
  }

  /** Returns the section without texts in quotes, behind a backslash or in brackets. */
  private static String withoutLiterals(String section) {
    StringBuilder bare = new StringBuilder();
    boolean quoted = false;
    boolean bracket = false;
    for (int i = 0; i < section.length(); i++) {
      char c = section.charAt(i);
      if (quoted || bracket) {
        quoted &= c != '"';
        bracket &= c != ']';
      } else if (c == '"') {
        quoted = true;
      } else if (c == '[') {
        bracket = true;
      } else if (c == '\\' || c == '_' || c == '*') {
        i++;
      } else {
        bare.append(c);
      }
    }
    return bare.toString();
  }

  /** Returns the mask of a section; empty when it is an amount, or a plain number. */
  private static String mask(String section) {
    StringBuilder mask = new StringBuilder();
    int places = 0;
    boolean quoted = false;
    for (int i = 0; i < section.length(); i++) {
      char c = section.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (quoted || c == '\\') {
        char literal = quoted || i + 1 == section.length() ? c : section.charAt(++i);
        if (!isSeparator(literal) && !(literal >= '0' && literal <= '9')) {
          return "";
        }
        mask.append(literal == '0' ? LITERAL_ZERO : literal);
      } else if (c == '[') {
        int end = section.indexOf(']', i);
        if (end < 0 || (section.startsWith("[$", i) && !section.startsWith("[$-", i))) {
          return ""; // a currency
        }
        i = end;
      } else if (c == '_' || c == '*') {
        i++;
      } else if (c == '0' || c == '#' || c == '?') {
        mask.append(c == '0' ? '0' : '#');
        places++;
      } else if (c != '.' && c != '/' && isSeparator(c)) {
        mask.append(c);
      } else {
        return ""; // decimals, thousands, exponents, words
      }
    }
    String result = mask.toString();
    boolean plain = places <= 1 && result.length() == places;
    return places == 0 || plain || quoted || result.length() > 60 ? "" : result;
  }

  private static boolean isSeparator(char c) {
    return SEPARATORS.indexOf(c) >= 0;
  }
}
