package io.limpide.server.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/**
 * Refuses a database that is too old, or whose settings may lose what was acknowledged.
 *
 * <p>Source: PostgreSQL documentation, "Reliability and the Write-Ahead Log": with {@code fsync} or
 * {@code full_page_writes} off a crash may destroy data; with {@code synchronous_commit} off it may
 * lose commits that were reported as done.
 */
final class SafetyCheck {
  private static final int OLDEST = 15;
  private static final List<String> ON = List.of("fsync", "full_page_writes", "synchronous_commit");

  private SafetyCheck() {}

  static void check(DatabaseAddress address) {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement()) {
      int version = Integer.parseInt(show(statement, "server_version_num")) / 10_000;
      if (version < OLDEST) {
        throw new DatabaseException(
            "database.version", String.valueOf(version), String.valueOf(OLDEST));
      }
      for (String setting : ON) {
        String value = show(statement, setting);
        if (value.equals("off") || value.equals("local")) {
          throw new DatabaseException("database.unsafe", setting, value);
        }
      }
      String encoding = show(statement, "server_encoding");
      if (!encoding.equals("UTF8")) {
        throw new DatabaseException("database.encoding", encoding);
      }
    } catch (SQLException e) {
      throw new DatabaseException("database.unreachable", address.url(), state(e));
    }
  }

  static Connection connect(DatabaseAddress address) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", address.user());
    properties.setProperty("password", address.password());
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("ApplicationName", "limpide");
    return DriverManager.getConnection(address.url(), properties);
  }

  private static String show(Statement statement, String setting) throws SQLException {
    try (ResultSet rows = statement.executeQuery("show " + setting)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static String state(SQLException e) {
    return e.getSQLState() == null ? "" : e.getSQLState();
  }
}
