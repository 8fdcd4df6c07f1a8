package io.limpide.server.job;

import io.limpide.server.account.Caller;
import io.limpide.server.account.FieldMasks;
import io.limpide.server.account.Mask;
import io.limpide.server.account.Right;
import io.limpide.server.account.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was changed, as somebody may see it: of parties that he sees, values as he sees them. */
@Repository
public class PastChanges {
  private final JdbcClient database;
  private final FieldMasks masks;

  PastChanges(JdbcClient database, FieldMasks masks) {
    this.database = database;
    this.masks = masks;
  }

  /** A value that was changed. */
  public record PastChange(
      long id,
      long run,
      String runKind,
      long party,
      long record,
      String field,
      String rule,
      String before,
      String after,
      @Nullable String account,
      Instant at,
      @Nullable Long undoneBy) {
    private PastChange shown(Mask mask) {
      return new PastChange(
          id,
          run,
          runKind,
          party,
          record,
          field,
          rule,
          mask.show(field, before),
          mask.show(field, after),
          account,
          at,
          undoneBy);
    }

    /** Without values: records print themselves into logs. */
    @Override
    public String toString() {
      return "change " + id;
    }
  }

  /**
   * Returns what a run changed, the newest first.
   *
   * @param before only older ones than this; 0 for the newest
   */
  public List<PastChange> ofRun(long run, long before, int most, Caller by) {
    return list("c.run_id = :id", run, before, most, by);
  }

  /** Returns what was changed of a party, the newest first. */
  public List<PastChange> ofParty(long party, int most, Caller by) {
    return list("c.party_id = :id", party, 0, most, by);
  }

  private List<PastChange> list(String of, long id, long before, int most, Caller by) {
    if (!by.may(Right.READ_PARTIES)) {
      return List.of();
    }
    List<String> parts = new ArrayList<>(List.of(of, "(:before = 0 or c.id < :before)"));
    Map<String, Object> values = new HashMap<>();
    values.put("id", id);
    values.put("before", before);
    values.put("most", most);
    Visibility.narrow(by, parts, values);
    Mask mask = masks.of(by);
    return database
        .sql(
            """
            select c.id, c.run_id as run, r.kind as run_kind, c.party_id as party,
              c.record_id as record, c.field, c.rule, c.before, c.after, a.name as account, c.at,
              c.undone_by
            from change c join run r on r.id = c.run_id join party p on p.id = c.party_id
              left join account a on a.id = c.account_id
            where\s"""
                + String.join(" and ", parts)
                + " order by c.id desc limit :most")
        .params(values)
        .query(PastChange.class)
        .list()
        .stream()
        .map(change -> change.shown(mask))
        .toList();
  }
}
