package io.limpide.server.database;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fault that is nobody's mistake and passes: what met it is done again, and no data is lost by
 * it. Source of the states: PostgreSQL documentation, appendix A.
 */
public enum Outage {
  /** It is another fault. */
  NONE(500),
  /** The database cannot be reached, or was lost on the way: nobody knows what it still did. */
  AWAY(503),
  /** There is no room left on a disk. */
  FULL(507);

  private static final String NO_ROOM = "53100";
  private static final String NO_RESOURCES = "53";
  private static final String NO_CONNECTION = "08";
  private static final String SHUT_DOWN = "57P";

  private static final String CLOSED = "Connection is closed";

  /** What systems say of a full disk, in the languages they may say it in. */
  private static final List<String> FULL_DISK =
      List.of(
          "No space left",
          "Aucun espace disponible",
          "not enough space",
          "Espace insuffisant",
          "quota");

  private final int status;

  Outage(int status) {
    this.status = status;
  }

  /** Returns the status of HTTP that says so. */
  public int status() {
    return status;
  }

  /** Returns what a fault comes from. */
  public static Outage of(@Nullable Throwable fault) {
    for (Throwable at = fault; at != null; at = at.getCause()) {
      Outage outage =
          at instanceof SQLException sql
              ? ofDatabase(sql)
              : at instanceof IOException file ? ofFile(file) : NONE;
      if (outage != NONE) {
        return outage;
      }
    }
    return NONE;
  }

  private static Outage ofDatabase(SQLException fault) {
    String state = fault.getSQLState() == null ? "" : fault.getSQLState();
    if (state.equals(NO_ROOM)) {
      return FULL;
    }
    return state.startsWith(NO_CONNECTION)
            || state.startsWith(SHUT_DOWN)
            || state.startsWith(NO_RESOURCES)
            || fault instanceof SQLTransientConnectionException // of the pool, without a state
            || CLOSED.equals(fault.getMessage()) // of the pool: what rolling back a lost one meets
        ? AWAY
        : NONE;
  }

  private static Outage ofFile(IOException fault) {
    String said = String.valueOf(fault.getMessage());
    return FULL_DISK.stream().anyMatch(said::contains) ? FULL : NONE;
  }
}
