package io.limpide.server.source;

import io.limpide.server.account.Caller;
import io.limpide.server.account.FieldMasks;
import io.limpide.server.job.Run;
import io.limpide.server.job.Runs;
import io.limpide.server.job.Worker;
import io.limpide.server.journal.Journal;
import io.limpide.server.recipe.Recipes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What taking an import back would do, and the order to do it. */
@Service
public class Rollbacks {
  static final String KIND = "rollback.import";

  private final JdbcClient database;
  private final Runs runs;
  private final Recipes recipes;
  private final Journal journal;
  private final Worker worker;
  private final FieldMasks masks;

  Rollbacks(
      JdbcClient database,
      Runs runs,
      Recipes recipes,
      Journal journal,
      @Lazy Worker worker,
      FieldMasks masks) {
    this.database = database;
    this.runs = runs;
    this.recipes = recipes;
    this.journal = journal;
    this.worker = worker;
    this.masks = masks;
  }

  /** What becomes of a record that an import brought, when the import is taken back. */
  enum Fate {
    /** It was new, and goes. */
    GONE,
    /** It was changed, and becomes again what it was. */
    BACK,
    /** It stays: a later import changed it. */
    SUPERSEDED,
    /** It stays: somebody worked on its party. */
    EDITED,
    /** It was taken back already. */
    OVER;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Fate of(String word) {
      return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
  }

  /**
   * The fate of every record of an import. A version number only falls when it is taken back, so
   * the state of the base itself says what is left to be done, whenever somebody asks.
   *
   * <p>A new record stays where its party got other records since (typed here, or joined), where
   * somebody owns the party, or where something happened with it. A changed one stays where
   * somebody typed something into its party since.
   */
  static final String FATES =
      """
      select r.id as record, r.party_id as party, v.version, v.previous,
        case
          when r.withdrawn_by is not null or r.version < v.version then 'over'
          when r.version > v.version then 'superseded'
          when v.previous is null and (
              exists (select from record o
                  join record_version ov on ov.record_id = o.id and ov.version = o.version
                where o.party_id = r.party_id and o.id <> r.id and o.withdrawn_by is null
                  and not (ov.run_id = v.run_id and ov.previous is null))
              or exists (select from interaction i
                where i.record_id = r.id and i.created_at > v.at)
              or exists (select from party p where p.id = r.party_id and p.owner_id is not null))
            then 'edited'
          when v.previous is null then 'gone'
          when exists (select from record h
              join source s on s.id = h.source_id and s.kind = 'home'
              join record_version hv on hv.record_id = h.id and hv.version = h.version
            where h.party_id = r.party_id and h.withdrawn_by is null and hv.at > v.at)
            then 'edited'
          else 'back'
        end as fate
      from record_version v join record r on r.id = v.record_id
      """;

  /** Returns how many records would share each fate. */
  Map<Fate, Long> preview(long run) {
    Map<Fate, Long> counts = new EnumMap<>(Fate.class);
    for (Fate fate : Fate.values()) {
      counts.put(fate, 0L);
    }
    database
        .sql("select fate, count(*) from (" + FATES + " where v.run_id = ?) f group by fate")
        .param(run)
        .query(
            (row, at) -> {
              counts.put(Fate.of(row.getString(1)), row.getLong(2));
              return true;
            })
        .list();
    return counts;
  }

  /** Returns the rollback of an import that was begun last, if any. */
  Optional<Run> last(long run) {
    return runs.undoing(run).stream().findFirst();
  }

  /** Returns whether an import can be taken back now. */
  boolean possible(Run run) {
    boolean over =
        run.state() == Run.State.DONE
            || run.state() == Run.State.FAILED
            || run.state() == Run.State.CANCELLED;
    return run.kind().equals(Imports.KIND)
        && over
        && last(run.id()).filter(Rollbacks::isOpen).isEmpty()
        && database
            .sql("select exists (select from record_version where run_id = ?)")
            .param(run.id())
            .query(Boolean.class)
            .single();
  }

  private static boolean isOpen(Run rollback) {
    return rollback.isActive() || rollback.state() == Run.State.PAUSED;
  }

  /** Begins to take an import back; returns the run that does. */
  @Transactional
  public Optional<Long> begin(long run, Caller by) {
    database.sql("select from run where id = ? for update").param(run).query(rows -> {});
    Run of = runs.find(run).orElseThrow();
    if (!possible(of)) {
      return Optional.empty();
    }
    long rollback =
        runs.create(KIND, Run.State.WAITING, of.title(), by, recipes.active().id(), run, Map.of());
    journal.append(
        Journal.Deed.of(by.actor(), "rollback.begun", "run:" + run, Map.of()).in(rollback));
    worker.submit(rollback);
    return Optional.of(rollback);
  }

  /** A record that stayed. */
  public record Kept(long record, long party, String name, String why) {}

  /** Returns records that a rollback of the import left as they are. */
  List<Kept> kept(long run, long after, int most, Caller by) {
    return new ArrayList<>(
        database
            .sql(
                """
                select k.record_id as record, k.party_id as party, k.why,
                  case when ? and p.name in (p.email, p.phone) then '' -- called so for want of one
                    else coalesce(p.name, '') end as name
                from kept k left join party p on p.id = k.party_id
                where k.run_id = ? and k.record_id > ? order by k.record_id limit ?
                """)
            .params(!masks.of(by).isEmpty(), run, after, most)
            .query(Kept.class)
            .list());
  }
}
