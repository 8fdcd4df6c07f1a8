package io.limpide.server.party;

import io.limpide.server.job.Progress;
import io.limpide.server.job.Run;
import io.limpide.server.job.Work;
import io.limpide.server.journal.Journal;
import io.limpide.server.journal.JournalLines;
import io.limpide.server.recipe.Recipes;
import io.limpide.server.store.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Takes back the changes of a run, the newest first, however long ago it was. Values that were
 * changed since are kept, and counted.
 */
@Component
class UndoWork implements Work {
  /** The kind of run. */
  static final String KIND = "undo";

  private static final int BATCH = 500;

  private final DataSource database;
  private final Changes changes;
  private final Recipes recipes;

  UndoWork(@Qualifier("jobs") DataSource database, Changes changes, Recipes recipes) {
    this.database = database;
    this.changes = changes;
    this.recipes = recipes;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Run.State execute(Run run, Progress progress) throws SQLException {
    long undone = Objects.requireNonNull(run.undoes());
    Changes.Order order =
        new Changes.Order(run.id(), run.accountId(), recipes.active(), Edits.today());
    Batch batch = new Batch(run.figure("before"), run.figure("taken"), run.figure("kept"));
    boolean goesOn = true;
    while (goesOn) {
      goesOn =
          Transactions.within(
              database, connection -> batch.next(undone, order, run, progress, connection));
    }
    return Run.State.DONE;
  }

  private static void finish(long undone, Connection connection) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update run set state = 'undone' where id = ? and state in ('done', 'cancelled', 'failed')")) {
      update.setLong(1, undone);
      update.executeUpdate();
    }
  }

  /** Where the undoing stands. */
  private final class Batch {
    private long before;
    private long taken;
    private long kept;

    Batch(long before, long taken, long kept) {
      this.before = before;
      this.taken = taken;
      this.kept = kept;
    }

    boolean next(
        long undone, Changes.Order order, Run run, Progress progress, Connection connection)
        throws SQLException {
      List<Changes.Change> batch = Changes.ofRun(undone, before, BATCH, connection);
      if (batch.isEmpty()) {
        finish(undone, connection);
        return false;
      }
      Changes.Undone result = changes.undo(batch, order, connection);
      before = batch.get(batch.size() - 1).id();
      taken += result.taken();
      kept += result.kept().size();
      progress.tick(connection, taken + kept, Math.max(run.total(), taken + kept));
      progress.result(connection, Map.of("before", before, "taken", taken, "kept", kept));
      JournalLines.append(
          connection,
          Journal.Deed.of(
                  run.actor(),
                  "change.undone",
                  "run:" + undone,
                  Map.of("taken", result.taken(), "kept", result.kept().size()))
              .in(run.id()));
      return true;
    }
  }
}
