package io.limpide.server.backup;

import io.limpide.server.web.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/** Entries in the journal by whoever runs a command, without a server. */
final class Deeds {
  private Deeds() {}

  static void append(Connection connection, String actor, String action, Map<String, ?> detail)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select limpide.journal_append(?, ?, 'base', null, '', ?::jsonb, null)")) {
      statement.setString(1, actor);
      statement.setString(2, action);
      statement.setString(3, Json.text(detail));
      statement.execute();
    }
  }
}
