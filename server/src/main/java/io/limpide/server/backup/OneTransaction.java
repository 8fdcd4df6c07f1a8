package io.limpide.server.backup;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Hands out one connection again and again, whose transaction only its owner ends. So migrations
 * become part of a larger whole: PostgreSQL takes back tables that were made like rows.
 */
final class OneTransaction implements DataSource {
  private static final Set<String> NOT_YOURS =
      Set.of("close", "commit", "setAutoCommit", "setReadOnly", "setTransactionIsolation");

  private final Connection handed;

  OneTransaction(Connection connection) {
    handed =
        (Connection)
            Proxy.newProxyInstance(
                OneTransaction.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  if (NOT_YOURS.contains(method.getName())) {
                    return null;
                  }
                  if (method.getName().equals("rollback") && arguments == null) {
                    return null; // what failed is thrown, and then all of it is taken back
                  }
                  try {
                    return method.invoke(connection, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
  }

  @Override
  public Connection getConnection() {
    return handed;
  }

  @Override
  public Connection getConnection(String user, String password) {
    return handed;
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {
    // nothing is written
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // it is connected
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("wraps nothing");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
