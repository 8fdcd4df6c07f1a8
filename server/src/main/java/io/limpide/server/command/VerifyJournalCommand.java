package io.limpide.server.command;

import io.limpide.engine.message.Messages;
import io.limpide.server.database.Database;
import io.limpide.server.journal.JournalCheck;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code limpide verify-journal}: recomputes the chain of the journal from its first entry. */
@Command(name = "verify-journal", sortOptions = false)
final class VerifyJournalCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();
  @Mixin private LanguageOption language = new LanguageOption();

  @Option(names = "--head", paramLabel = "DIGEST")
  private Optional<String> head = Optional.empty();

  @Override
  public Integer call() throws SQLException {
    Messages messages = language.messages();
    try (Database database = data.join()) {
      try (Connection connection = database.address().connect()) {
        if (!begun(connection)) {
          System.out.println(messages.text("verify.none"));
          return Exit.OK;
        }
        JournalCheck.Result result = JournalCheck.verify(connection, head);
        if (result.broken() > 0) {
          System.err.println(messages.text("verify.broken", String.valueOf(result.broken())));
          return Exit.FAULT;
        }
        System.out.println(
            messages.text(
                "verify.whole",
                String.valueOf(result.entries()),
                String.valueOf(result.values()),
                result.head()));
        if (!result.known()) {
          System.err.println(messages.text("verify.head_unknown"));
          return Exit.FAULT;
        }
        return Exit.OK;
      }
    }
  }

  private static boolean begun(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select to_regclass('limpide.journal')")) {
      row.next();
      return row.getString(1) != null;
    }
  }
}
