package io.limpide.connect.write;

import java.nio.charset.StandardCharsets;

/**
 * Keeps spreadsheets from running the cells of a CSV file as formulas, so that reading our own file
 * again gives the very same values.
 *
 * <p>A cell that a spreadsheet would run ({@code =}, {@code +}, {@code -}, {@code @}, a tab or a
 * line end in front) gets an apostrophe in front; so does a cell that looks as if it had got one
 * already. Hence, for all texts, {@code strip(guard(x))} is {@code x}, and {@code strip(y)} is
 * {@code y} unless {@code guard} made it. Numbers, phone numbers and handles ({@code -5}, {@code
 * +33 6 12 34 56 78}, {@code @limpide}) cannot run and stay as they are.
 *
 * <p>In a file that somebody else wrote, an apostrophe in front belongs to the value. So a guarded
 * file is marked in a way that no other program shows: see {@link #isMarked}.
 *
 * <p>Sources: OWASP ASVS 5.0.0, 1.2.10; OWASP, "CSV Injection" (which adds the full-width forms).
 */
public final class FormulaGuard {
  static final char MARK = '\'';

  private FormulaGuard() {}

  /** Returns the value as a spreadsheet may safely open it. */
  public static String guard(String value) {
    return isRisky(value) ? MARK + value : value;
  }

  /** Returns the value that {@link #guard} was given; a value it never returned as it is. */
  public static String strip(String value) {
    return !value.isEmpty() && value.charAt(0) == MARK && isRisky(value, 1)
        ? value.substring(1)
        : value;
  }

  /**
   * Returns whether a file is one of ours, with guarded cells to {@link #strip}.
   *
   * <p>The mark: a byte order mark, and in the first record the first cell, and it alone, stands in
   * quotes without need. It is plain RFC 4180, moves with the file, and goes when another program
   * writes the file anew, as it should: the apostrophes are then part of what that program showed.
   *
   * @param head the first bytes of the file; the whole first record or, of a longer one, some
   */
  public static boolean isMarked(byte[] head) {
    if (head.length < 5
        || head[0] != (byte) 0xEF
        || head[1] != (byte) 0xBB
        || head[2] != (byte) 0xBF
        || head[3] != '"') {
      return false;
    }
    String text = new String(head, 3, head.length - 3, StandardCharsets.UTF_8);
    int at = 0;
    for (int cell = 0; ; cell++) {
      boolean quoted = at < text.length() && text.charAt(at) == '"';
      int end = quoted ? afterQuotes(text, at) : afterPlain(text, at);
      if (end < 0 || end >= text.length()) {
        return end < 0 && cell > 0; // the record goes on behind the head: judged by what is here
      }
      if (cell > 0 && quoted && !CsvStyle.needsQuotes(text.substring(at + 1, end - 1))) {
        return false;
      }
      char next = text.charAt(end);
      if (next == '\r') {
        return true;
      }
      if (CsvStyle.DELIMITERS.indexOf(next) < 0) {
        return false;
      }
      at = end + 1;
    }
  }

  /** Returns where the cell in quotes ends, behind its quote; -1 if it does not. */
  private static int afterQuotes(String text, int at) {
    for (int i = at + 1; i < text.length(); i++) {
      if (text.charAt(i) == '"') {
        if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          i++;
        } else {
          return i + 1;
        }
      }
    }
    return -1;
  }

  private static int afterPlain(String text, int at) {
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (CsvStyle.DELIMITERS.indexOf(c) >= 0 || c == '\r' || c == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Returns whether a value with this first byte of UTF-8 may need the guard: a quick look. */
  static boolean mayBeRisky(byte first) {
    return switch (first) {
      case '=', '+', '-', '@', '\t', '\r', '\n', 0, ' ', MARK, (byte) 0xC2, (byte) 0xEF -> true;
      default -> false;
    };
  }

  static boolean isRisky(String value) {
    return isRisky(value, 0);
  }

  /** Returns whether the value from there on is a formula, behind any number of marks. */
  private static boolean isRisky(String value, int from) {
    int at = from;
    while (at < value.length() && value.charAt(at) == MARK) {
      at++;
    }
    int blanks = at;
    while (at < value.length() && isBlank(value.charAt(at))) {
      at++;
    }
    if (at == value.length()) {
      return false;
    }
    return switch (value.charAt(at)) {
      case '=', '＝', '＋', '－', '＠', '\t', '\r', '\n', '\0' -> true;
      case '+', '-' -> !(blanks == at && isNumber(value, at));
      case '@' -> !(blanks == at && isHandle(value, at));
      default -> false;
    };
  }

  /** Returns whether digits, perhaps spaced, or only dashes follow: nothing that computes. */
  private static boolean isNumber(String value, int sign) {
    if (value.charAt(sign) == '-' && value.chars().skip(sign).allMatch(c -> c == '-')) {
      return true;
    }
    int last = value.length() - 1;
    for (int i = sign + 1; i <= last; i++) {
      char c = value.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      boolean between = i > sign + 1 && (isBlank(c) || ".,()".indexOf(c) >= 0);
      boolean unit = i > sign + 1 && i == last && "%€$£".indexOf(c) >= 0;
      if (!digit && !between && !unit) {
        return false;
      }
    }
    return last > sign;
  }

  /** Returns whether a name follows: letters, and not the like of A1, which names a cell. */
  private static boolean isHandle(String value, int sign) {
    int letters = 0;
    boolean digitsOnly = true;
    for (int i = sign + 1; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean digit = c >= '0' && c <= '9';
      if (!letter && !digit && c != '_') {
        return false;
      }
      if (letter && digitsOnly && letters == i - sign - 1) {
        letters++;
      } else {
        digitsOnly &= digit;
      }
    }
    boolean cell = letters > 0 && letters <= 3 && digitsOnly;
    return letters > 0 && !cell;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\u00A0' || c == '\u202F';
  }
}
