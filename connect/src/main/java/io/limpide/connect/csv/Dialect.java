package io.limpide.connect.csv;

import java.nio.charset.StandardCharsets;

/**
 * How cells are set apart in a text.
 *
 * @param delimiter between cells; usually one character, never holds a line end
 * @param quote around cells that hold delimiters, quotes or line ends; 0 when nothing has that role
 * @param backslash whether a backslash takes the role from the character after it; where not, a
 *     quote inside quotes is written twice
 */
record Dialect(String delimiter, char quote, boolean backslash) {
  /** No character is in the role. */
  static final char NONE = 0;

  Dialect {
    if (delimiter.isEmpty() || delimiter.indexOf('\n') >= 0 || delimiter.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("a delimiter is at least one character of a line");
    }
    if (quote >= 0x80) {
      throw new IllegalArgumentException("a quote is an ASCII character");
    }
  }

  byte[] delimiterBytes() {
    return delimiter.getBytes(StandardCharsets.UTF_8);
  }
}
