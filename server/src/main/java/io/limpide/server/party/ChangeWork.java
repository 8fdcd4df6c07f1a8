package io.limpide.server.party;

import io.limpide.server.job.Progress;
import io.limpide.server.job.Run;
import io.limpide.server.job.Work;
import io.limpide.server.journal.Journal;
import io.limpide.server.journal.JournalLines;
import io.limpide.server.recipe.Recipes;
import io.limpide.server.store.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Changes many parties by one order, some hundred at a time: sets a value, or accepts what a rule
 * proposes.
 */
@Component
class ChangeWork implements Work {
  private static final int BATCH = 500;

  private final DataSource database;
  private final Changes changes;
  private final Recipes recipes;

  ChangeWork(@Qualifier("jobs") DataSource database, Changes changes, Recipes recipes) {
    this.database = database;
    this.changes = changes;
    this.recipes = recipes;
  }

  @Override
  public String kind() {
    return ChangeOrder.KIND;
  }

  @Override
  public Run.State execute(Run run, Progress progress) throws SQLException {
    ChangeOrder order = ChangeOrder.read(run.parameters());
    Recipes.Active recipe = recipes.active();
    Changes.Order within = new Changes.Order(run.id(), run.accountId(), recipe, Edits.today());
    Batch batch = new Batch(run.figure("last"), run.done(), run.figure("changed"));
    boolean goesOn = true;
    while (goesOn) {
      goesOn =
          Transactions.within(
              database, connection -> batch.next(order, within, run, progress, connection));
    }
    return Run.State.DONE;
  }

  /** Where the order stands. */
  private final class Batch {
    private long last;
    private long seen;
    private long changed;

    Batch(long last, long seen, long changed) {
      this.last = last;
      this.seen = seen;
      this.changed = changed;
    }

    boolean next(
        ChangeOrder order, Changes.Order within, Run run, Progress progress, Connection connection)
        throws SQLException {
      List<Party> parties = order.targets().next(last, BATCH, connection);
      if (parties.isEmpty()) {
        return false;
      }
      List<Changes.Edit> edits = new ArrayList<>();
      parties.forEach(party -> order.edit(party).ifPresent(edits::add));
      int made = changes.apply(edits, within, connection);
      last = parties.get(parties.size() - 1).id();
      seen += parties.size();
      changed += made;
      progress.tick(connection, seen, Math.max(run.total(), seen));
      progress.result(connection, Map.of("last", last, "changed", changed));
      JournalLines.append(
          connection,
          Journal.Deed.of(
                  run.actor(),
                  "run.changed",
                  "run:" + run.id(),
                  Map.of("changed", made, "field", order.field(), "rule", order.rule()))
              .in(run.id()));
      return true;
    }
  }
}
