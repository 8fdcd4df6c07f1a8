package io.limpide.server.backup;

import io.limpide.engine.message.Messages;
import java.util.List;

/** Says why a file cannot be restored; nothing was changed. */
public final class UnusableBackup extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String code;
  private final List<String> arguments;

  UnusableBackup(String code, String... arguments) {
    super(code + " " + List.of(arguments));
    this.code = code;
    this.arguments = List.of(arguments);
  }

  /** Returns the text for people. */
  public String describe(Messages messages) {
    return messages.text(code, arguments.toArray());
  }
}
