package io.limpide.server.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** That somebody remains who may do everything. */
@Repository
class Administrators {
  private final JdbcClient database;

  Administrators(JdbcClient database) {
    this.database = database;
  }

  /** Two who take the role from each other at the same time wait for one another here. */
  void lock() {
    database
        .sql("select id from account where role = 'administrator' order by id for update")
        .query(Long.class)
        .list();
  }

  /** Refuses what left nobody. */
  void keepOne() throws Accounts.Refused {
    boolean left =
        database
            .sql(
                """
                select exists (select from account
                  where role = 'administrator' and disabled_at is null)
                """)
            .query(Boolean.class)
            .single();
    if (!left) {
      throw new Accounts.Refused("account.last_administrator");
    }
  }
}
