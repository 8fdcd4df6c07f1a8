package io.limpide.server.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Refuses a database that is too old, or whose settings may lose what was acknowledged, or in which
 * we may not do what we have to.
 *
 * <p>Source: PostgreSQL documentation, "Reliability and the Write-Ahead Log": with {@code fsync} or
 * {@code full_page_writes} off a crash may destroy data; with {@code synchronous_commit} off it may
 * lose commits that were reported as done.
 */
final class SafetyCheck {
  private static final int OLDEST = 15;
  private static final List<String> ON = List.of("fsync", "full_page_writes", "synchronous_commit");
  private static final String WRONG_PASSWORD = "28P01"; // PostgreSQL, appendix A
  private static final String WRONG_USER = "28000";
  private static final String NO_SUCH_BASE = "3D000";
  private static final String NO_RIGHT = "42501";

  private SafetyCheck() {}

  static void check(DatabaseAddress address) {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement()) {
      int version = major(Integer.parseInt(value(statement, "show server_version_num")));
      if (tooOld(version)) {
        throw new DatabaseException(
            "database.version", String.valueOf(version), String.valueOf(OLDEST));
      }
      for (String setting : ON) {
        String value = value(statement, "show " + setting);
        if (unsafe(value)) {
          throw new DatabaseException("database.unsafe", setting, value);
        }
      }
      String encoding = value(statement, "show server_encoding");
      if (!encoding.equals("UTF8")) {
        throw new DatabaseException("database.encoding", encoding);
      }
      checkRights(statement);
    } catch (SQLException e) {
      String state = e.getSQLState() == null ? "" : e.getSQLState();
      throw switch (state) {
        case WRONG_PASSWORD, WRONG_USER ->
            new DatabaseException("database.password", address.place(), address.user());
        case NO_SUCH_BASE -> new DatabaseException("database.missing", address.place());
        default -> new DatabaseException("database.unreachable", address.place(), state);
      };
    }
  }

  /** Returns the release that a number of PostgreSQL stands for: 15 for 150018. */
  static int major(int number) {
    return number / 10_000;
  }

  static boolean tooOld(int major) {
    return major < OLDEST;
  }

  /** Whether a setting that must be on is not; {@code synchronous_commit} has several ways. */
  static boolean unsafe(String value) {
    return value.equals("off") || value.equals("local");
  }

  /**
   * The server works as a role that may not alter the journal, and makes it at its first start. A
   * role belongs to all databases of a PostgreSQL, so another Limpide may have made it before.
   */
  private static void checkRights(Statement statement) throws SQLException {
    String user = value(statement, "select quote_ident(current_user)");
    String base = value(statement, "select quote_ident(current_database())");
    boolean mayCreate =
        truth(
            statement,
            """
            select coalesce(
              (select pg_has_role(nspowner, 'usage') from pg_namespace where nspname = 'limpide'),
              has_database_privilege(current_database(), 'create'))
            """);
    if (!mayCreate) {
      throw new DatabaseException("database.owner", base, user);
    }
    if (truth(statement, "select exists (select from pg_roles where rolname = 'limpide_app')")) {
      try {
        statement.execute("set role limpide_app");
        statement.execute("reset role");
      } catch (SQLException e) {
        if (NO_RIGHT.equals(e.getSQLState())) {
          throw new DatabaseException("database.member", user);
        }
        throw e;
      }
    } else if (!truth(
        statement, "select rolcreaterole or rolsuper from pg_roles where rolname = current_user")) {
      throw new DatabaseException("database.role", user);
    }
  }

  private static String value(Statement statement, String question) throws SQLException {
    try (ResultSet rows = statement.executeQuery(question)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static boolean truth(Statement statement, String question) throws SQLException {
    try (ResultSet rows = statement.executeQuery(question)) {
      rows.next();
      return rows.getBoolean(1);
    }
  }
}
