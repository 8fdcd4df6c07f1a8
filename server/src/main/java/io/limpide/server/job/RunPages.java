package io.limpide.server.job;

import io.limpide.server.account.Caller;
import io.limpide.server.account.Right;
import io.limpide.server.account.Visibility;
import io.limpide.server.web.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the page of a run shows beside the run: what it changed, and what the journal says. */
@Repository
class RunPages {
  private final JdbcClient database;

  RunPages(JdbcClient database) {
    this.database = database;
  }

  /** A value that a run changed. */
  record Change(
      long id,
      long party,
      String field,
      String rule,
      String before,
      String after,
      boolean undone) {}

  /**
   * Returns changes of a run, the newest first. They hold persons' values: so only for whoever sees
   * every party, and without the fields that the role sees only in part.
   */
  List<Change> changes(long run, long before, int most, Caller by) {
    if (!by.may(Right.READ_PARTIES) || by.visibility() != Visibility.ALL) {
      return List.of();
    }
    return database
        .sql(
            """
            select c.id, c.party_id as party, c.field, c.rule, c.before, c.after,
              c.undone_by is not null as undone
            from change c
            where c.run_id = :run and (:before = 0 or c.id < :before)
              and not exists (select from field_mask m
                where m.role = :role and m.field = c.field)
            order by c.id desc limit :most
            """)
        .param("run", run)
        .param("before", before)
        .param("role", by.role().word())
        .param("most", most)
        .query(Change.class)
        .list();
  }

  /** A line of the journal. */
  record Line(long id, Instant at, String actor, String action, Map<String, Object> detail) {}

  /** Returns what the journal says of a run, the newest first. */
  List<Line> journal(long run, long before, int most, Caller by) {
    if (!by.may(Right.READ_JOURNAL)) {
      return List.of();
    }
    return database
        .sql(
            """
            select j.id, j.at, coalesce(a.name, t.name, j.actor) as actor, j.action,
              j.detail::text as detail
            from journal j
              left join account a on j.actor = 'account:' || a.id
              left join token t on j.actor = 'token:' || t.id
            where j.run_id = :run and (:before = 0 or j.id < :before)
            order by j.id desc limit :most
            """)
        .param("run", run)
        .param("before", before)
        .param("most", most)
        .query(
            (row, at) ->
                new Line(
                    row.getLong("id"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("actor"),
                    row.getString("action"),
                    Json.map(row.getString("detail"))))
        .list();
  }
}
