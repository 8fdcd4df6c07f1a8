package io.limpide.server.source;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The records that a source has given before, looked up by their keys. */
final class KnownRecords {
  private KnownRecords() {}

  /** A record as it stands. */
  record Known(long id, int version, UUID digest, long party, boolean withdrawn) {}

  static boolean any(long source, Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select exists (select from record where source_id = ?)")) {
      select.setLong(1, source);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  static Map<String, Known> of(long source, Collection<String> keys, Connection connection)
      throws SQLException {
    Map<String, Known> known = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select r.key, r.id, r.version, r.digest, r.party_id, r.withdrawn_by is not null
            from record r where r.source_id = ? and r.key = any(?)
            """)) {
      select.setLong(1, source);
      select.setArray(2, connection.createArrayOf("text", keys.toArray(String[]::new)));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          known.put(
              rows.getString(1),
              new Known(
                  rows.getLong(2),
                  rows.getInt(3),
                  rows.getObject(4, UUID.class),
                  rows.getLong(5),
                  rows.getBoolean(6)));
        }
      }
    }
    return known;
  }
}
