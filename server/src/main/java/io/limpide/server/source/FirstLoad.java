package io.limpide.server.source;

import io.limpide.server.job.Upkeep;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
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

  private final JdbcClient database;
  private final int large;

  /**
   * @param large from how many rows on indexes are put away
   */
  FirstLoad(@Qualifier("jobs") DataSource database, @Value("${limpide.imports.large}") int large) {
    this.database = JdbcClient.create(database);
    this.large = large;
  }

  /**
   * Tells whether an import is a first load, and prepares for a large one.
   *
   * @param rows how many it still has to take in
   */
  boolean begins(int rows) {
    int few = rows / TIMES;
    boolean first = asked("select count(*) <= ? from (select from party limit ?) c", few, few + 1);
    if (first && rows >= large) {
      try {
        carryOut("defer_indexes(), defer_cleaning()");
      } catch (DataAccessException e) { // somebody reads on and on: then it goes slower
        LOG.warn("no index was put away: {}", e.getClass().getSimpleName());
      }
    }
    return first;
  }

  /** Lets plans know of the rows that are there now. */
  void seen() {
    carryOut("refresh_statistics()");
  }

  /**
   * Makes the indexes again, each in a transaction of its own: who writes waits for one at a time.
   *
   * @param run the import that ends; another one that is on its way does so when it ends
   */
  void ends(long run) {
    boolean made = false;
    while (!another(run) && asked("select restore_index()")) {
      made = true;
    }
    carryOut("resume_cleaning()");
    if (made) {
      seen();
    }
  }

  private boolean another(long run) {
    return asked(
        """
        select exists (
          select from run r join import i on i.run_id = r.id
          where r.id <> ? and i.stage in ('running', 'done') and (r.state = 'running'
            or r.state = 'waiting' and r.attempt_at > now() - interval '5 minutes'))
        """,
        run);
  }

  private boolean asked(String question, Object... values) {
    return database.sql(question).params(values).query(Boolean.class).single();
  }

  private void carryOut(String function) {
    database.sql("select " + function).query((row, number) -> true).single();
  }

  @Override
  public void look() {
    ends(0);
  }
}
