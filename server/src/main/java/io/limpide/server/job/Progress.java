package io.limpide.server.job;

import io.limpide.server.web.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/**
 * Ties the transactions of a run to the run: each says how far it is, and fails if the run was
 * taken over by another server meanwhile, or is to stop.
 */
public final class Progress {
  private final long run;
  private final int attempt;

  Progress(long run, int attempt) {
    this.run = run;
    this.attempt = attempt;
  }

  int attempt() {
    return attempt;
  }

  /** Thrown in a transaction that must not be committed, for its run is no longer ours. */
  public static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped() {
      super("the run was stopped");
    }
  }

  /**
   * Says how far the run is, in the transaction that did it.
   *
   * @throws Stopped when the run is paused, cancelled or no longer ours: roll back
   */
  public void tick(Connection connection, long done, long total) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update run set done = ?, total = ?
            where id = ? and attempt = ? and state = 'running'
            """)) {
      update.setLong(1, done);
      update.setLong(2, total);
      update.setLong(3, run);
      update.setInt(4, attempt);
      if (update.executeUpdate() == 0) {
        throw new Stopped();
      }
    }
  }

  /** Keeps figures of the result, in the transaction that made them; those of other names stay. */
  public void result(Connection connection, Map<String, ?> figures) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update run set result = result || ?::jsonb where id = ? and attempt = ?")) {
      update.setString(1, Json.text(figures));
      update.setLong(2, run);
      update.setInt(3, attempt);
      update.executeUpdate();
    }
  }

  /** Returns whether the run goes on; for long steps without a transaction. */
  public boolean goesOn(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select from run where id = ? and attempt = ? and state = 'running'")) {
      select.setLong(1, run);
      select.setInt(2, attempt);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}
