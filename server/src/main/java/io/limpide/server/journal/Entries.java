package io.limpide.server.journal;

import io.limpide.server.web.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the journal. */
@Repository
public class Entries {
  private final JdbcClient database;

  Entries(JdbcClient database) {
    this.database = database;
  }

  /**
   * An entry.
   *
   * @param actorName by which people know the actor; null for the system
   * @param values a person's; empty where there are none, or they were erased
   */
  public record Entry(
      long id,
      Instant at,
      String actor,
      @Nullable String actorName,
      String action,
      String subject,
      @Nullable Long run,
      String reason,
      Map<String, Object> detail,
      Map<String, Object> values) {
    /** Returns who did it, as people know it. */
    public String who() {
      return actorName == null ? actor : actorName;
    }

    /** Without values: records print themselves into logs. */
    @Override
    public String toString() {
      return "entry " + id;
    }
  }

  /**
   * Returns entries, the newest first.
   *
   * @param subject only of this; of any when empty
   * @param actor only by this; by any when empty
   * @param run only of this run; 0 for any
   * @param before only those before this; 0 for the newest
   */
  public List<Entry> list(String subject, String actor, long run, long before, int most) {
    return database
        .sql(
            """
            select j.id, j.at, j.actor, coalesce(a.name, o.name || ' (' || t.name || ')') as name,
              j.action, j.subject, j.run_id, j.reason, j.detail::text as detail,
              v.value::text as value
            from journal j left join journal_value v on v.journal_id = j.id
              left join account a on j.actor = 'account:' || a.id
              left join token t on j.actor = 'token:' || t.id
              left join account o on o.id = t.account_id
            where (:subject = '' or j.subject = :subject) and (:actor = '' or j.actor = :actor)
              and (:run = 0 or j.run_id = :run) and (:before = 0 or j.id < :before)
            order by j.id desc limit :most
            """)
        .param("subject", subject)
        .param("actor", actor)
        .param("run", run)
        .param("before", before)
        .param("most", most)
        .query(
            (row, number) ->
                new Entry(
                    row.getLong("id"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("actor"),
                    row.getString("name"),
                    row.getString("action"),
                    row.getString("subject"),
                    (Long) row.getObject("run_id"),
                    row.getString("reason"),
                    Json.map(row.getString("detail")),
                    Json.map(row.getString("value"))))
        .list();
  }
}
