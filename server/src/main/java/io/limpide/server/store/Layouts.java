package io.limpide.server.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/** How the cells of record versions are to be read: the names of their columns and the fields. */
@Component
public class Layouts {
  Layouts() {}

  /** Returns the source of what is typed here. */
  public long home(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("select id from source where kind = 'home'");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * Returns the layout of some columns of a source, made if there is none yet.
   *
   * @param fields the field of each column; empty where it is only kept
   */
  public long of(long source, String[] columns, String[] fields, Connection connection)
      throws SQLException {
    byte[] digest = digest(columns, fields);
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into layout (source_id, columns, fields, digest) values (?, ?, ?, ?)
            on conflict (source_id, digest) do nothing
            """)) {
      insert.setLong(1, source);
      insert.setArray(2, connection.createArrayOf("text", columns));
      insert.setArray(3, connection.createArrayOf("text", fields));
      insert.setBytes(4, digest);
      insert.executeUpdate();
    }
    try (PreparedStatement select =
        connection.prepareStatement("select id from layout where source_id = ? and digest = ?")) {
      select.setLong(1, source);
      select.setBytes(2, digest);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static byte[] digest(String[] columns, String[] fields) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (int at = 0; at < columns.length; at++) {
        for (String part : new String[] {columns[at], fields[at]}) {
          byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
          digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
          digest.update(bytes);
        }
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
