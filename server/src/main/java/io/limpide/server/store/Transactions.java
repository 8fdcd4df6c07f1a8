package io.limpide.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Transactions of jobs, on connections of their own: whole or not at all. */
public final class Transactions {
  private Transactions() {}

  /** What is done in one transaction. */
  @FunctionalInterface
  public interface Step<T> {
    /** Does it; whatever is thrown takes it back. */
    T take(Connection connection) throws SQLException;
  }

  /** Does something in a transaction, and returns what it says once that is through. */
  public static <T> T within(DataSource database, Step<T> step) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = step.take(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        try {
          connection.rollback();
        } catch (SQLException lost) { // the connection is: the database rolls back by itself
          e.addSuppressed(lost);
        }
        throw e;
      }
    }
  }
}
