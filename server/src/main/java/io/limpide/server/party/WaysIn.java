package io.limpide.server.party;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Every way by which values came in, and everything that is said of values that came in by it,
 * numbered: a party carries the numbers, so that a figure of where errors come from opens its
 * records through one index. Months and not days, and imports and not rows, keep the numbers few.
 */
@Repository
public class WaysIn {
  /** Stands for a mark where nothing is said, but that a value came in. */
  static final int NOTHING = 0;

  private final JdbcClient database;
  private final Map<WayIn, Integer> ways = new ConcurrentHashMap<>();
  private final Map<Fault, Integer> faults = new ConcurrentHashMap<>();

  WaysIn(@Qualifier("jobs") DataSource database) {
    this.database = JdbcClient.create(database);
  }

  private record Fault(int way, int mark) {}

  /** Returns the number that says that a value came in by a way. */
  public int came(WayIn way) {
    return number(way, NOTHING);
  }

  /** Returns the number that says that a value came in by a way, and what is wrong with it. */
  public int fault(WayIn way, int mark) {
    return number(way, mark);
  }

  private int number(WayIn way, int mark) {
    return faults.computeIfAbsent(
        new Fault(ways.computeIfAbsent(way, this::insert), mark), this::insert);
  }

  /** Outside of the transaction that asks: a number given is never taken back. */
  private int insert(WayIn way) {
    Object[] row = {way.way().word(), way.source(), way.run(), way.account(), way.month()};
    database
        .sql(
            """
            insert into way_in (way, source_id, run_id, account_id, month)
            values (?, ?, ?, ?, ?) on conflict do nothing
            """)
        .params(row)
        .update();
    return database
        .sql(
            """
            select id from way_in
            where way = ? and source_id = ? and run_id = ? and account_id = ? and month = ?
            """)
        .params(row)
        .query(Integer.class)
        .single();
  }

  private int insert(Fault fault) {
    database
        .sql("insert into fault (way_in_id, mark_id) values (?, ?) on conflict do nothing")
        .params(fault.way(), fault.mark())
        .update();
    return database
        .sql("select id from fault where way_in_id = ? and mark_id = ?")
        .params(fault.way(), fault.mark())
        .query(Integer.class)
        .single();
  }
}
