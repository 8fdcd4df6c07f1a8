package io.limpide.server.source;

import io.limpide.server.job.Upkeep;
import io.limpide.server.store.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Fills a base that is empty, or nearly: without the indexes that only reading needs, which are
 * made again from all rows at once when the last import ends. Until then lists and searches walk
 * through what is there. An import that is stopped, or whose server dies, leaves that to {@link
 * #look}.
 *
 * <p>Source: PostgreSQL documentation, "Populating a Database", "Remove Indexes".
 */
@Component
class FirstLoad implements Upkeep {
  private static final Logger LOG = LoggerFactory.getLogger(FirstLoad.class);

  /** It is one if there are not more than a tenth as many parties as rows to come. */
  private static final int TIMES = 10;

  private final DataSource database;
  private final int large;

  /**
   * @param large from how many rows on indexes are put away
   */
  FirstLoad(@Qualifier("jobs") DataSource database, @Value("${limpide.imports.large}") int large) {
    this.database = database;
    this.large = large;
  }

  /**
   * Tells whether an import is a first load, and prepares for a large one.
   *
   * @param rows how many it still has to take in
   */
  boolean begins(int rows) throws SQLException {
    boolean first =
        Transactions.within(
            database,
            connection -> {
              try (PreparedStatement select =
                  connection.prepareStatement(
                      "select count(*) from (select from party limit ?) as counted")) {
                select.setInt(1, rows / TIMES + 1);
                try (ResultSet row = select.executeQuery()) {
                  row.next();
                  return row.getInt(1) <= rows / TIMES;
                }
              }
            });
    if (first && rows >= large) {
      try {
        carryOut("select defer_indexes()");
      } catch (SQLException e) { // somebody reads on and on: then it goes slower
        LOG.warn("no index was put away: {}", e.getSQLState());
      }
    }
    return first;
  }

  /** Lets plans know of the rows that are there now. */
  void seen() throws SQLException {
    carryOut("select refresh_statistics()");
  }

  private void carryOut(String function) throws SQLException {
    Transactions.within(
        database,
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute(function);
          }
        });
  }

  /**
   * Makes the indexes again, each in a transaction of its own: who writes waits for one at a time.
   *
   * @param run the import that ends; another one that is on its way does so when it ends
   */
  void ends(long run) throws SQLException {
    boolean made = false;
    while (Transactions.within(
        database, connection -> !another(run, connection) && restored(connection))) {
      made = true;
    }
    if (made) {
      seen();
    }
  }

  private static boolean another(long run, Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select exists (
              select from run r join import i on i.run_id = r.id
              where r.id <> ? and i.stage in ('running', 'done') and (r.state = 'running'
                or r.state = 'waiting' and r.attempt_at > now() - interval '5 minutes'))
            """)) {
      select.setLong(1, run);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private static boolean restored(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select restore_index()")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  @Override
  public void look() throws SQLException {
    ends(0);
  }
}
