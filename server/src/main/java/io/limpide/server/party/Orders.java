package io.limpide.server.party;

import io.limpide.server.account.Caller;
import io.limpide.server.account.FieldMasks;
import io.limpide.server.account.Mask;
import io.limpide.server.job.Run;
import io.limpide.server.job.Runs;
import io.limpide.server.job.Way;
import io.limpide.server.job.Worker;
import io.limpide.server.journal.Journal;
import io.limpide.server.recipe.Recipes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders over many parties: previewed, given, taken back. */
@Service
public class Orders {
  private static final int EXAMPLES = 20;

  private final JdbcClient database;
  private final JdbcClient planned;
  private final JdbcTemplate template;
  private final Runs runs;
  private final Recipes recipes;
  private final Changes changes;
  private final Journal journal;
  private final Worker worker;
  private final FieldMasks masks;

  Orders(
      JdbcClient database,
      @Qualifier("planned") JdbcClient planned,
      JdbcTemplate template,
      Runs runs,
      Recipes recipes,
      Changes changes,
      Journal journal,
      @Lazy Worker worker,
      FieldMasks masks) {
    this.database = database;
    this.planned = planned;
    this.template = template;
    this.runs = runs;
    this.recipes = recipes;
    this.changes = changes;
    this.journal = journal;
    this.worker = worker;
    this.masks = masks;
  }

  /** Returns the parties that an order of somebody is about. */
  public Targets targets(List<Long> ids, PartyFilter filter, Caller by) {
    return Targets.of(ids, filter, by, masks.of(by));
  }

  /** One party before and after an order. */
  public record Example(long party, String name, String before, String after) {}

  /**
   * What an order would do.
   *
   * @param parties how many parties are meant
   * @param examples some of those that would change
   */
  public record Preview(long parties, List<Example> examples) {}

  /** Works out what an order would do, and does nothing of it. */
  @Transactional(readOnly = true)
  public Preview preview(ChangeOrder order, Caller by) {
    Mask mask = masks.of(by);
    List<Example> examples = new ArrayList<>();
    for (Party party : order.targets().examples(planned, EXAMPLES)) {
      order
          .edit(party)
          .ifPresent(
              edit ->
                  examples.add(
                      new Example(
                          party.id(),
                          party.shown(mask).name(),
                          mask.show(order.field(), order.before(party)),
                          mask.show(order.field(), edit.after()))));
    }
    return new Preview(order.targets().count(planned), examples);
  }

  /** Returns how many parties are meant. */
  @Transactional(readOnly = true)
  public long count(Targets targets) {
    return targets.count(planned);
  }

  /** Gives an order: a run carries it out. */
  @Transactional
  public long give(ChangeOrder order, String title, String why, Caller by) {
    long total = order.targets().count(planned);
    long run =
        runs.create(
            ChangeOrder.KIND,
            (order.rule().equals(Changes.TYPED) ? Way.BULK : Way.CORRECTION).of(by),
            Run.State.WAITING,
            title,
            by,
            recipes.active().id(),
            null,
            order.parameters());
    database.sql("update run set total = ? where id = ?").params(total, run).update();
    journal.append(
        Journal.Deed.of(
                by.actor(),
                "run.ordered",
                "run:" + run,
                Map.of("parties", total, "field", order.field(), "rule", order.rule()))
            .because(why)
            .in(run));
    worker.submit(run);
    return run;
  }

  /** What taking back a run would do: how many changes, and how many of them were changed since. */
  public record UndoPreview(long changes, long changedSince) {}

  /** Works out what taking back a run would do. */
  @Transactional(readOnly = true)
  public UndoPreview previewUndo(long run) {
    return database
        .sql(
            """
            select count(*) as changes,
              count(*) filter (where case c.field
                when '@owner' then coalesce(p.owner_id::text, '')
                when '@stage' then coalesce(p.stage, '')
                else coalesce(p.golden ->> c.field, '') end is distinct from c.after)
              as changed_since
            from change c left join party p on p.id = c.party_id
            where c.run_id = ? and c.undone_by is null
            """)
        .param(run)
        .query(UndoPreview.class)
        .single();
  }

  /**
   * Takes a run back.
   *
   * @return the run that does; nothing where there is nothing to take back
   */
  @Transactional
  public Optional<Long> undo(long of, Caller by) {
    Run undone = runs.find(of).orElseThrow();
    long total = previewUndo(of).changes();
    if (total == 0 || undone.isActive()) {
      return Optional.empty();
    }
    long run =
        runs.create(
            UndoWork.KIND,
            Way.UNDO,
            Run.State.WAITING,
            undone.title(),
            by,
            recipes.active().id(),
            of,
            Map.of());
    database.sql("update run set total = ? where id = ?").params(total, run).update();
    journal.append(
        Journal.Deed.of(by.actor(), "run.ordered", "run:" + of, Map.of("changes", total)).in(run));
    worker.submit(run);
    return Optional.of(run);
  }

  /**
   * Takes back one change of a party.
   *
   * @return whether it was; not where the value was changed since
   */
  @Transactional
  public boolean undoOne(long change, long party, Caller by) {
    Optional<Changes.Change> found =
        database
            .sql(
                """
                select id, run_id, party_id, field, rule, before, after, typed_before from change
                where id = ? and party_id = ? and undone_by is null
                """)
            .params(change, party)
            .query(Changes.Change.class)
            .optional();
    if (found.isEmpty()) {
      return false;
    }
    Recipes.Active recipe = recipes.active();
    long run =
        runs.create(
            UndoWork.KIND,
            Way.UNDO,
            Run.State.DONE,
            "",
            by,
            recipe.id(),
            found.get().runId(),
            Map.of());
    Changes.Undone undone =
        java.util.Objects.requireNonNull(
            template.execute(
                (ConnectionCallback<Changes.Undone>)
                    connection ->
                        changes.undo(
                            List.of(found.get()),
                            new Changes.Order(run, by.id(), recipe, Edits.today()),
                            connection)));
    journal.append(
        Journal.Deed.of(
                by.actor(),
                "change.undone",
                "party:" + party,
                Map.of("taken", undone.taken(), "kept", undone.kept().size()))
            .in(run));
    return undone.taken() > 0;
  }
}
