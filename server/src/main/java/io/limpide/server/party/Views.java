package io.limpide.server.party;

import io.limpide.server.account.Caller;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Filters, orders and columns that somebody keeps under a name. */
@Repository
class Views {
  private static final int MOST = 100;

  private final JdbcClient database;

  Views(JdbcClient database) {
    this.database = database;
  }

  /** A view as it is kept: the query of an address. */
  record View(long id, String name, String query) {}

  List<View> of(Caller by) {
    return database
        .sql("select id, name, query from view where account_id = ? order by lower(name)")
        .param(by.id())
        .query(View.class)
        .list();
  }

  void keep(String name, String query, Caller by) {
    String shown = name.strip();
    boolean usable =
        !shown.isEmpty()
            && shown.length() <= 100
            && query.length() <= 2_000
            && (query.isEmpty() || query.startsWith("?"))
            && of(by).size() < MOST;
    if (usable) {
      database
          .sql(
              """
              insert into view (account_id, name, query) values (?, ?, ?)
              on conflict (account_id, name) do update set query = excluded.query
              """)
          .params(by.id(), shown, query)
          .update();
    }
  }

  void forget(long id, Caller by) {
    database.sql("delete from view where id = ? and account_id = ?").params(id, by.id()).update();
  }
}
