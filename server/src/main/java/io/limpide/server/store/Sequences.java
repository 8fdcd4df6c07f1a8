package io.limpide.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Numbers by the thousands. */
public final class Sequences {
  private Sequences() {}

  /** Takes numbers from a sequence; those of a transaction that fails are left out for ever. */
  public static long[] take(String sequence, int count, Connection connection) throws SQLException {
    long[] numbers = new long[count];
    try (PreparedStatement select =
        connection.prepareStatement("select nextval(?::regclass) from generate_series(1, ?)")) {
      select.setString(1, sequence);
      select.setInt(2, count);
      try (ResultSet rows = select.executeQuery()) {
        for (int at = 0; rows.next(); at++) {
          numbers[at] = rows.getLong(1);
        }
      }
    }
    return numbers;
  }
}
