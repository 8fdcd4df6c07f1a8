package io.limpide.server.database;

import io.limpide.engine.message.Messages;
import java.util.List;

/** Says why a database cannot be used, and the way out; nothing in it was changed. */
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String code;
  private final List<String> arguments;

  /**
   * @param code of the text for people
   * @param arguments what the text names; never a password
   */
  public DatabaseException(String code, String... arguments) {
    super(code + " " + List.of(arguments));
    this.code = code;
    this.arguments = List.of(arguments);
  }

  /** Returns the text for people. */
  public String describe(Messages messages) {
    return messages.text(code, arguments.toArray());
  }
}
