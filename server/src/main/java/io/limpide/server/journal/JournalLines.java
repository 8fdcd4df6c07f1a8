package io.limpide.server.journal;

import io.limpide.server.web.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

/** Appends to the journal within the transaction of a job. */
public final class JournalLines {
  private JournalLines() {}

  /** Appends an entry; it comes last in its transaction. */
  public static void append(Connection connection, Journal.Deed deed) throws SQLException {
    try (PreparedStatement call =
        connection.prepareStatement("select journal_append(?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)")) {
      call.setString(1, deed.actor());
      call.setString(2, deed.action());
      call.setString(3, deed.subject());
      if (deed.run().isPresent()) {
        call.setLong(4, deed.run().getAsLong());
      } else {
        call.setNull(4, Types.BIGINT);
      }
      call.setString(5, deed.reason());
      call.setString(6, Json.text(deed.detail()));
      call.setString(7, deed.value().isEmpty() ? null : Json.text(deed.value()));
      call.executeQuery().close();
    }
  }
}
