package io.limpide.connect.write;

import java.util.Locale;
import java.util.Optional;

/**
 * How a CSV file is written: UTF-8, RFC 4180 quotes and line ends, and this.
 *
 * @param delimiter between cells: one of {@code ; , |} or a tab
 * @param byteOrderMark whether the file begins with one, so that Excel reads accents right
 * @param guarded whether formulas are disarmed; see {@link FormulaGuard}
 */
public record CsvStyle(char delimiter, boolean byteOrderMark, boolean guarded) {
  static final String DELIMITERS = ";,\t|";

  public CsvStyle {
    if (DELIMITERS.indexOf(delimiter) < 0) {
      throw new IllegalArgumentException(
          "a delimiter is one of %s, not U+%04X".formatted(DELIMITERS, (int) delimiter));
    }
    if (guarded && !byteOrderMark) {
      throw new IllegalArgumentException("a guarded file needs a byte order mark: its mark");
    }
  }

  /**
   * Returns the style for people: a double click opens the file right in a spreadsheet.
   *
   * @param ofInput the delimiter of the file that came in, kept if it is a usual one
   * @param locale French office programs separate by semicolons, others by commas
   */
  public static CsvStyle forPeople(Optional<Character> ofInput, Locale locale) {
    return new CsvStyle(delimiter(ofInput, locale), true, true);
  }

  /** Returns the style for machines: no byte order mark, every value as it is. */
  public static CsvStyle exact(Optional<Character> ofInput, Locale locale) {
    return new CsvStyle(delimiter(ofInput, locale), false, false);
  }

  private static char delimiter(Optional<Character> ofInput, Locale locale) {
    char usual = locale.getLanguage().equals("fr") ? ';' : ',';
    return ofInput.filter(c -> DELIMITERS.indexOf(c) >= 0).orElse(usual);
  }

  /**
   * Returns whether a value stands in quotes: where RFC 4180 asks for it, and where a reader that
   * must find out the delimiter, trims cells or skips comments could go wrong.
   */
  static boolean needsQuotes(String value) {
    if (value.isEmpty()) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      if (needsQuotes(value.charAt(i))) {
        return true;
      }
    }
    return isEdge(value.charAt(0)) || value.charAt(value.length() - 1) == ' ' || isDirective(value);
  }

  static boolean needsQuotes(char c) {
    return c < ' ' || c == '"' || DELIMITERS.indexOf(c) >= 0;
  }

  static boolean isEdge(char first) {
    return first == ' ' || first == '#' || first == '\uFEFF';
  }

  static boolean isDirective(String value) {
    return value.regionMatches(true, 0, "sep=", 0, 4);
  }
}
