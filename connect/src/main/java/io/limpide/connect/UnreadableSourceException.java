package io.limpide.connect;

import java.util.List;

/**
 * A source cannot be read at all: empty, binary, encrypted, a bomb ... The wording is in the
 * message bundle of this package under {@code unreadable.<code>}: it names place, value and way
 * out.
 */
public final class UnreadableSourceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final List<String> arguments;

  /**
   * @param code the end of the message's key
   * @param arguments for the wording, the source's name first; never personal data
   */
  public UnreadableSourceException(String code, String... arguments) {
    super(code + " " + List.of(arguments));
    this.code = code;
    this.arguments = List.of(arguments);
  }

  /** Returns the end of the message's key. */
  public String code() {
    return code;
  }

  /** Returns what the wording is filled with. */
  public List<String> arguments() {
    return arguments;
  }
}
