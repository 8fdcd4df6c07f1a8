package io.limpide.server.store;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows on their way into a table by COPY, in its text format. What PostgreSQL cannot hold, the
 * character NUL and lone surrogates, becomes U+FFFD.
 *
 * <p>Source: PostgreSQL documentation, COPY, "Text Format", and "Array Input and Output Syntax".
 */
public final class CopyRows {
  private static final char REPLACEMENT = '\uFFFD';

  private final StringBuilder text = new StringBuilder(1 << 16);
  private boolean first = true;
  private int rows;

  private void begin() {
    if (!first) {
      text.append('\t');
    }
    first = false;
  }

  /** Adds a text, or NULL. */
  public CopyRows cell(@Nullable String value) {
    begin();
    if (value == null) {
      text.append("\\N");
    } else {
      escaped(value);
    }
    return this;
  }

  /** Adds a number. */
  public CopyRows cell(long value) {
    begin();
    text.append(value);
    return this;
  }

  /** Adds an array of texts, any of which may be NULL. */
  public CopyRows cells(@Nullable String[] values) {
    begin();
    text.append('{');
    for (int at = 0; at < values.length; at++) {
      if (at > 0) {
        text.append(',');
      }
      String value = values[at];
      if (value == null) {
        text.append("NULL");
      } else {
        text.append('"');
        element(value);
        text.append('"');
      }
    }
    text.append('}');
    return this;
  }

  /** Adds an array of numbers. */
  public CopyRows cells(int[] values) {
    begin();
    text.append('{');
    for (int at = 0; at < values.length; at++) {
      if (at > 0) {
        text.append(',');
      }
      text.append(values[at]);
    }
    text.append('}');
    return this;
  }

  /** Ends the row. */
  public void end() {
    text.append('\n');
    first = true;
    rows++;
  }

  /** Returns how many rows wait. */
  public int rows() {
    return rows;
  }

  private void escaped(String value) {
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      if (c > '\\' && c < '\uD800') { // most of them
        text.append(c);
      } else {
        escaped(value, at, c);
      }
    }
  }

  private void escaped(String value, int at, char c) {
    switch (c) {
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> text.append(storable(value, at, c));
    }
  }

  /** Within an array: its own escapes, and over them those of COPY. */
  private void element(String value) {
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      switch (c) {
        case '"' -> text.append("\\\\\"");
        case '\\' -> text.append("\\\\\\\\");
        default -> escaped(value, at, c);
      }
    }
  }

  private static char storable(String value, int at, char c) {
    if (c == 0) {
      return REPLACEMENT;
    }
    if (Character.isHighSurrogate(c)) {
      boolean whole = at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1));
      return whole ? c : REPLACEMENT;
    }
    if (Character.isLowSurrogate(c)) {
      boolean whole = at > 0 && Character.isHighSurrogate(value.charAt(at - 1));
      return whole ? c : REPLACEMENT;
    }
    return c;
  }

  /**
   * Writes the rows into a table, and forgets them.
   *
   * @param target the table and its columns, such as {@code record (id, key)}
   */
  public void into(String target, Connection connection) throws SQLException {
    if (rows == 0) {
      return;
    }
    try (Reader reader = new StringReader(text.toString())) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy " + target + " from stdin", reader, 1 << 16);
    } catch (IOException e) {
      throw new IllegalStateException(e); // from a text in memory
    }
    text.setLength(0);
    rows = 0;
  }

  @Override
  public String toString() {
    return rows + " rows";
  }
}
