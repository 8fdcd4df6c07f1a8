package io.limpide.server.party;

import io.limpide.server.account.Caller;
import io.limpide.server.party.InteractionTargets.Target;
import io.limpide.server.party.Interactions.Happened;
import io.limpide.server.party.Interactions.Outcome;
import io.limpide.server.web.Json;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Inserts what happened by the hundreds, each external key once. */
final class InteractionRows {
  private final JdbcClient database;
  private final JdbcTemplate template;

  InteractionRows(JdbcClient database, JdbcTemplate template) {
    this.database = database;
    this.template = template;
  }

  /**
   * Inserts, and tells what became of each.
   *
   * @return the numbers of those that were not there before
   */
  Set<Long> insert(
      Map<Integer, Happened> good,
      Map<Integer, Target> targets,
      Caller by,
      Map<Integer, Outcome> outcomes) {
    int count = good.size();
    List<Long> ids =
        database
            .sql(
                """
                select nextval(pg_get_serial_sequence('limpide.interaction', 'id'))
                from generate_series(1, ?)
                """)
            .param(count)
            .query(Long.class)
            .list();
    Object[][] columns = new Object[10][count];
    int at = 0;
    Map<Long, Integer> places = new HashMap<>();
    for (Map.Entry<Integer, Happened> entry : good.entrySet()) {
      Happened each = entry.getValue();
      places.put(ids.get(at), entry.getKey());
      columns[0][at] = Objects.requireNonNull(targets.get(entry.getKey())).record();
      columns[1][at] = each.channel();
      columns[2][at] = each.kind();
      columns[3][at] = Acts.byPerson(each.channel(), each.kind());
      columns[4][at] = Timestamp.from(each.at());
      columns[5][at] = each.subject();
      columns[6][at] = each.amount();
      columns[7][at] = each.currency();
      columns[8][at] = Json.text(each.detail());
      columns[9][at] = each.externalKey();
      at++;
    }
    Set<Long> inserted =
        new HashSet<>(
            Objects.requireNonNull(
                template.execute(
                    (ConnectionCallback<List<Long>>)
                        connection -> insert(ids, columns, by, connection))));
    inserted.forEach(
        id -> outcomes.put(Objects.requireNonNull(places.get(id)), new Outcome.Added(id)));
    return inserted;
  }

  private static List<Long> insert(
      List<Long> ids, Object[][] columns, Caller by, java.sql.Connection connection)
      throws java.sql.SQLException {
    String[] types = {
      "bigint", "text", "text", "boolean", "timestamptz", "text", "numeric", "text", "text", "text"
    };
    List<Long> inserted = new ArrayList<>();
    try (var insert =
        connection.prepareStatement(
            """
            insert into interaction (id, record_id, channel, kind, by_person, at, subject, amount,
              currency, detail, external_key, account_id)
            overriding system value
            select id, record_id, channel, kind, by_person, at, subject, amount, currency,
              detail::jsonb, external_key, ?
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) each (id, record_id, channel, kind,
              by_person, at, subject, amount, currency, detail, external_key)
            on conflict (external_key) do nothing
            returning id
            """)) {
      insert.setLong(1, by.id());
      insert.setArray(2, connection.createArrayOf("bigint", ids.toArray(Long[]::new)));
      for (int at = 0; at < types.length; at++) {
        insert.setArray(at + 3, connection.createArrayOf(types[at], columns[at]));
      }
      try (var rows = insert.executeQuery()) {
        while (rows.next()) {
          inserted.add(rows.getLong(1));
        }
      }
    }
    return inserted;
  }

  /** Tells of those that were not inserted whether they are what is known by their key. */
  void known(
      Map<Integer, Happened> good, Map<Integer, Target> targets, Map<Integer, Outcome> outcomes) {
    List<String> keys = new ArrayList<>();
    good.forEach(
        (at, each) -> {
          if (!outcomes.containsKey(at) && each.externalKey() != null) {
            keys.add(each.externalKey());
          }
        });
    if (keys.isEmpty()) {
      return;
    }
    Map<String, long[]> before = new HashMap<>();
    database
        .sql(
            """
            select i.external_key, i.id, r.party_id from interaction i
              join record r on r.id = i.record_id where i.external_key = any(?)
            """)
        .param(keys.toArray(String[]::new))
        .query(
            row -> {
              before.put(row.getString(1), new long[] {row.getLong(2), row.getLong(3)});
            });
    good.forEach(
        (at, each) -> {
          if (!outcomes.containsKey(at)) {
            long[] found = before.get(each.externalKey());
            long party = Objects.requireNonNull(targets.get(at)).party();
            outcomes.put(
                at,
                found != null && found[1] == party
                    ? new Outcome.Known(found[0])
                    : new Outcome.OtherKey());
          }
        });
  }
}
