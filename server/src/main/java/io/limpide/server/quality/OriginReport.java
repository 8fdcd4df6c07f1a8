package io.limpide.server.quality;

import io.limpide.server.party.CameIn;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Where wrong values came in, of those that the base holds now: counted, never searched for. */
@Service
class OriginReport {
  private final JdbcClient database;

  OriginReport(JdbcClient database) {
    this.database = database;
  }

  /** What figures are told apart by. */
  enum By {
    MONTH("to_char(w.month, 'YYYY-MM')", "true"),
    SOURCE("w.source_id::text", "true"),
    RUN("w.run_id::text", "w.run_id <> 0"),
    WAY("w.way", "true"),
    PERSON("w.account_id::text", "w.account_id <> 0");

    private final String key;
    private final String which;

    By(String key, String which) {
      this.key = key;
      this.which = which;
    }

    /** Returns the word that texts use. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What came in by a way.
   *
   * @param key which it was: a month, a way, or the number of a source, a run or an account
   * @param name of it, as the base has it; empty where it has none
   * @param came records that hold a value that came in so
   * @param wrong values that are wrong
   * @param doubtful values that may be wrong
   * @param proposed values that a rule would correct
   */
  record Origin(String key, String name, long came, long wrong, long doubtful, long proposed) {
    /** Returns how many values are wrong or doubtful for each hundred records. */
    long rate() {
      return came == 0 ? 0 : Math.round(100.0 * (wrong + doubtful) / came);
    }
  }

  /**
   * Returns what came in, the most wrong first; months in their order.
   *
   * @param in of which ways and months only
   */
  List<Origin> of(By by, CameIn in, int most) {
    CameIn.Condition condition = in.condition();
    return database
        .sql(
            """
            with counted as (
              select %s as key,
                coalesce(sum(c.parties) filter (where f.mark_id = 0), 0) as came,
                coalesce(sum(c.parties) filter (
                  where m.kind = 'finding' and m.severity = 'error'), 0) as wrong,
                coalesce(sum(c.parties) filter (
                  where m.kind = 'finding' and m.severity = 'warning'), 0) as doubtful,
                coalesce(sum(c.parties) filter (where m.kind = 'suggestion'), 0) as proposed
              from fault_count c join fault f on f.id = c.fault_id
                join way_in w on w.id = f.way_in_id left join mark m on m.id = f.mark_id
              where %s and %s group by 1)
            select c.*, coalesce(s.name, r.title, a.name, '') as name
            from counted c
              left join source s on :by = 'SOURCE' and s.id::text = c.key
              left join run r on :by = 'RUN' and r.id::text = c.key
              left join account a on :by = 'PERSON' and a.id::text = c.key
            order by case when :by = 'MONTH' then key end,
              wrong + doubtful desc, proposed desc, came desc, key
            limit :most
            """
                .formatted(by.key, by.which, condition.sql()))
        .params(condition.values())
        .param("by", by.name())
        .param("most", most)
        .query(Origin.class)
        .list();
  }

  /** Returns how many records nobody has looked at yet: those of a base of a former version. */
  boolean isIncomplete() {
    return database
        .sql("select exists (select from party where faults is null)")
        .query(Boolean.class)
        .single();
  }
}
