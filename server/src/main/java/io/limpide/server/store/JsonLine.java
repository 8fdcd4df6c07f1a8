package io.limpide.server.store;

/**
 * Writes JSON for the database, a million times over: objects and arrays of texts and numbers. What
 * JSON in PostgreSQL cannot hold, the character NUL and lone surrogates, becomes U+FFFD.
 */
public final class JsonLine {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder text = new StringBuilder();
  private boolean first = true;

  /** Begins an object or array: <code>{</code> or {@code [}. */
  public JsonLine begin(char bracket) {
    separate();
    text.append(bracket);
    first = true;
    return this;
  }

  /** Ends an object or array. */
  public JsonLine end(char bracket) {
    text.append(bracket);
    first = false;
    return this;
  }

  private void separate() {
    if (!first) {
      text.append(',');
    }
    first = false;
  }

  /** Names what follows. */
  public JsonLine name(String name) {
    separate();
    quoted(name);
    text.append(':');
    first = true;
    return this;
  }

  /** Adds a text. */
  public JsonLine value(String value) {
    separate();
    quoted(value);
    return this;
  }

  /** Adds a number. */
  public JsonLine value(double value) {
    separate();
    text.append(value);
    return this;
  }

  /** Adds a whole number. */
  public JsonLine value(long value) {
    separate();
    text.append(value);
    return this;
  }

  private void quoted(String value) {
    text.append('"');
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c == 0) {
        text.append('\uFFFD');
      } else if (c < ' ') {
        text.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      } else if (Character.isSurrogate(c)) {
        boolean high =
            Character.isHighSurrogate(c)
                && at + 1 < value.length()
                && Character.isLowSurrogate(value.charAt(at + 1));
        text.append(high ? c : '\uFFFD');
        if (high) {
          text.append(value.charAt(++at));
        }
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }

  /** Returns what was written and begins anew. */
  public String take() {
    String taken = text.toString();
    text.setLength(0);
    first = true;
    return taken;
  }

  /** Returns whether nothing was written. */
  public boolean isEmpty() {
    return text.isEmpty();
  }
}
