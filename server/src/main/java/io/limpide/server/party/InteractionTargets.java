package io.limpide.server.party;

import io.limpide.server.account.Caller;
import io.limpide.server.account.Visibility;
import io.limpide.server.party.Interactions.Happened;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the records on which what happened is to hang, among those that a caller may see. */
final class InteractionTargets {
  private final JdbcClient database;

  InteractionTargets(JdbcClient database) {
    this.database = database;
  }

  /** A record and its party. */
  record Target(long record, long party) {}

  /** Returns the target of each that has one, by the same numbers. */
  Map<Integer, Target> of(Map<Integer, Happened> happened, Caller by) {
    Map<Integer, Target> targets = new HashMap<>();
    List<Long> ids = new ArrayList<>();
    List<Long> sources = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (Happened each : happened.values()) {
      if (each.party() != null) {
        ids.add(each.party());
      } else if (each.source() != null && each.key() != null) {
        sources.add(each.source());
        keys.add(each.key());
      }
    }
    Map<Long, Target> byParty = new HashMap<>();
    Map<List<Object>, Target> byKey = new HashMap<>();
    List<String> parts = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    Visibility.narrow(by, parts, values);
    String visible = parts.isEmpty() ? "" : " and " + String.join(" and ", parts);
    if (!ids.isEmpty()) {
      database
          .sql(
              """
              select w.id as wanted, p.id, p.leader_id from unnest(:ids) w (id)
                left join party_alias l on l.id = w.id
                join party p on p.id = coalesce(l.party_id, w.id)
              where true
              """
                  + visible)
          .params(values)
          .param("ids", ids.toArray(Long[]::new))
          .query(
              row -> {
                byParty.put(
                    row.getLong("wanted"), new Target(row.getLong("leader_id"), row.getLong("id")));
              });
    }
    if (!keys.isEmpty()) {
      database
          .sql(
              """
              select r.source_id, r.key, r.id, r.party_id
              from unnest(:sources, :keys) w (source, key)
                join record r on r.source_id = w.source and r.key = w.key
                join party p on p.id = r.party_id
              where r.withdrawn_by is null
              """
                  + visible)
          .params(values)
          .param("sources", sources.toArray(Long[]::new))
          .param("keys", keys.toArray(String[]::new))
          .query(
              row -> {
                byKey.put(
                    List.of(row.getLong("source_id"), row.getString("key")),
                    new Target(row.getLong("id"), row.getLong("party_id")));
              });
    }
    happened.forEach(
        (at, each) -> {
          Target target =
              each.party() != null
                  ? byParty.get(each.party())
                  : each.source() != null && each.key() != null
                      ? byKey.get(List.<Object>of(each.source(), each.key()))
                      : null;
          if (target != null) {
            targets.put(at, target);
          }
        });
    return targets;
  }
}
