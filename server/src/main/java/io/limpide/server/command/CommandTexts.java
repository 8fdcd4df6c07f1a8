package io.limpide.server.command;

import io.limpide.engine.message.Messages;
import io.limpide.server.backup.Backup;
import io.limpide.server.database.DatabaseException;
import java.util.Locale;

/** What commands say; the server's own texts are many, and not read for that. */
final class CommandTexts {
  private CommandTexts() {}

  static Messages of(Locale locale) {
    return Messages.of(locale, CommandTexts.class, DatabaseException.class, Backup.class);
  }
}
