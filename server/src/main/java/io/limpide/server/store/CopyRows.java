package io.limpide.server.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into a table by COPY, in its text format: gathered and sent by {@link #into},
 * or sent as they come by {@link #open}. What PostgreSQL cannot hold, the character NUL and lone
 * surrogates, becomes U+FFFD.
 *
 * <p>Source: PostgreSQL documentation, COPY, "Text Format", and "Array Input and Output Syntax".
 */
public final class CopyRows implements AutoCloseable {
  private static final char REPLACEMENT = '\uFFFD';
  private static final int AT_ONCE = 1 << 15; // letters: the database works while the next are made

  private final StringBuilder text = new StringBuilder(1 << 16);
  private @Nullable CopyIn open;
  private boolean first = true;
  private int rows;

  /**
   * Begins to send rows as they are added. Until {@link #send}, the connection takes nothing else;
   * closed without it, no row is in.
   *
   * @param target the table and its columns, such as {@code record (id, key)}
   */
  public static CopyRows open(String target, Connection connection) throws SQLException {
    CopyRows rows = new CopyRows();
    rows.start(target, connection);
    return rows;
  }

  private void start(String target, Connection connection) throws SQLException {
    open =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + target + " from stdin");
  }

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
  public void end() throws SQLException {
    text.append('\n');
    first = true;
    rows++;
    if (open != null && text.length() >= AT_ONCE) {
      write(open);
    }
  }

  private void write(CopyIn into) throws SQLException {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    into.writeToCopy(bytes, 0, bytes.length);
    text.setLength(0);
  }

  /** Sends what is left of the rows that were sent as they came. */
  public void send() throws SQLException {
    CopyIn into = Objects.requireNonNull(open);
    write(into);
    into.endCopy();
    open = null;
    rows = 0;
  }

  /** Takes back what was sent, unless {@link #send} ended it. */
  @Override
  public void close() throws SQLException {
    CopyIn into = open;
    open = null;
    if (into != null && into.isActive()) {
      into.cancelCopy();
    }
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
    start(target, connection);
    try {
      send();
    } finally {
      close();
    }
  }

  @Override
  public String toString() {
    return rows + " rows";
  }
}
