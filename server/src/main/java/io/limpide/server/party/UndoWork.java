package io.limpide.server.party;

import io.limpide.server.job.Progress;
import io.limpide.server.job.Run;
import io.limpide.server.job.Work;
import io.limpide.server.journal.Journal;
import io.limpide.server.journal.JournalLines;
import io.limpide.server.recipe.Recipes;
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
    String actor = run.accountId() == null ? "system" : "account:" + run.accountId();
    long before = run.figure("before");
    long taken = run.figure("taken");
    long kept = run.figure("kept");
    while (true) {
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(false);
        try {
          List<Changes.Change> batch = Changes.ofRun(undone, before, BATCH, connection);
          if (batch.isEmpty()) {
            finish(undone, connection);
            connection.commit();
            break;
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
                      actor,
                      "change.undone",
                      "run:" + undone,
                      Map.of("taken", result.taken(), "kept", result.kept().size()))
                  .in(run.id()));
          connection.commit();
        } catch (SQLException | RuntimeException e) {
          connection.rollback();
          throw e;
        }
      }
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
}
