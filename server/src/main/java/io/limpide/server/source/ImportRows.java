package io.limpide.server.source;

import io.limpide.connect.SourceRead;
import io.limpide.server.job.Progress;
import io.limpide.server.job.Run;
import io.limpide.server.job.Way;
import io.limpide.server.job.Work;
import io.limpide.server.party.Marks;
import io.limpide.server.party.PartyAssembly;
import io.limpide.server.party.PartyDraft;
import io.limpide.server.party.WayIn;
import io.limpide.server.party.WaysIn;
import io.limpide.server.recipe.Recipes;
import io.limpide.server.store.Layouts;
import io.limpide.server.store.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Takes the rows of a file into the base, batch by batch, each in a transaction that also says how
 * far the import is: killed at any moment it resumes with the batch that was not through.
 */
@Component
class ImportRows {
  private final DataSource database;
  private final Layouts layouts;
  private final Marks marks;
  private final PartyAssembly assembly;
  private final WaysIn ways;
  private final FirstLoad load;
  private final int batch;

  ImportRows(
      @Qualifier("jobs") DataSource database,
      Layouts layouts,
      Marks marks,
      PartyAssembly assembly,
      WaysIn ways,
      FirstLoad load,
      @Value("${limpide.imports.batch}") int batch) {
    this.load = load;
    this.batch = batch;
    this.database = database;
    this.layouts = layouts;
    this.marks = marks;
    this.assembly = assembly;
    this.ways = ways;
  }

  void run(Import of, Run run, SourceRead read, Recipes.Active recipe, Progress progress)
      throws SQLException, Work.Failure {
    ImportPlan plan;
    try (Connection connection = database.getConnection()) {
      plan = ImportPlan.of(of, read, recipe, layouts, connection);
    }
    boolean first = load.begins(plan.file().rows() - of.nextRow());
    new Batches(of, run, read, recipe, plan, progress, first).all();
    end(of);
  }

  /** Does what is left to do when all rows are in. */
  void end(Import of) {
    load.ends(of.runId());
  }

  /** One import on its way. */
  private final class Batches {
    private final Import of;
    private final Recipes.Active recipe;
    private final ImportPlan plan;
    private final RecordRows rows;
    private final ImportNotes notes;
    private final boolean first;
    private final int total;

    Batches(
        Import of,
        Run run,
        SourceRead read,
        Recipes.Active recipe,
        ImportPlan plan,
        Progress progress,
        boolean first) {
      this.first = first;
      this.of = of;
      this.recipe = recipe;
      this.plan = plan;
      this.rows =
          new RecordRows(
              of,
              plan,
              recipe,
              assembly,
              WayIn.of(run.way().orElse(Way.FILE), of.sourceId(), run.id(), run.createdAt()),
              ways);
      this.notes = new ImportNotes(of, run.actor(), read, plan, progress);
      this.total = plan.file().rows();
    }

    void all() throws SQLException {
      boolean anew = of.nextRow() == 0 && first && none();
      try (InTurn writers = new InTurn()) {
        CompletableFuture<PartyDraft[]> next = drafts(of.nextRow());
        for (int from = of.nextRow(); from < total || from == 0; from = end(from)) {
          int begin = from;
          PartyDraft[] drafts = InTurn.joined(next);
          next = drafts(end(from)); // the next batch is judged while this one is written
          writers.add(turn -> write(begin, drafts, anew, turn));
          if (total == 0) {
            break; // a file of rejected rows only
          }
        }
        writers.end();
      }
      Transactions.within(
          database,
          connection -> {
            notes.finish(connection);
            return true;
          });
    }

    private boolean none() throws SQLException {
      try (Connection connection = database.getConnection()) {
        return !KnownRecords.any(of.sourceId(), connection);
      }
    }

    /**
     * Takes in a batch.
     *
     * @param anew whether the source has given nothing yet: then rows go in beside those before
     *     them. Should another import bring one of them meanwhile, no record is there twice: this
     *     one is tried again, and then looks for what is there.
     * @param turn waits until what was before is in
     */
    private void write(int from, PartyDraft[] drafts, boolean anew, Runnable turn)
        throws SQLException {
      if (!anew) {
        turn.run();
      }
      Transactions.within(
          database,
          connection -> {
            if (anew) {
              List<Integer> fresh = IntStream.range(from, end(from)).boxed().toList();
              rows.insert(from, fresh, drafts, Map.of(), connection);
              turn.run();
              notes.turn(connection);
              notes.through(from, end(from), fresh.size(), 0, 0, connection);
            } else {
              compare(from, end(from), drafts, connection);
            }
            return true;
          });
      if (!anew && first && from == of.nextRow()) {
        load.seen(); // or the rows to come are looked for as in a table of nothing
      }
    }

    private int end(int from) {
      return Math.min(total, from + batch);
    }

    private CompletableFuture<PartyDraft[]> drafts(int from) {
      int to = end(from);
      return CompletableFuture.supplyAsync(
          () -> {
            PartyDraft[] drafts = new PartyDraft[Math.max(0, to - from)];
            int pieces = Math.max(1, Runtime.getRuntime().availableProcessors());
            int size = (drafts.length + pieces - 1) / Math.max(1, pieces);
            IntStream.range(0, pieces)
                .parallel()
                .forEach(
                    piece -> {
                      PartyDraft.Reader reader =
                          new PartyDraft.Reader(plan.judged(), recipe.catalogue(), marks, true);
                      int end = Math.min(drafts.length, (piece + 1) * size);
                      for (int at = piece * size; at < end; at++) {
                        drafts[at] = reader.read(from + at);
                      }
                    });
            return drafts;
          });
    }

    /** Takes in rows of which the source may have given some before. */
    private void compare(int from, int to, PartyDraft[] drafts, Connection connection)
        throws SQLException {
      RowKeys keys = plan.keys();
      notes.turn(connection);
      Map<String, KnownRecords.Known> known =
          KnownRecords.any(of.sourceId(), connection)
              ? KnownRecords.of(
                  of.sourceId(), IntStream.range(from, to).mapToObj(keys::key).toList(), connection)
              : Map.of();
      List<Integer> fresh = new ArrayList<>();
      List<Integer> changed = new ArrayList<>();
      int unchanged = 0;
      for (int row = from; row < to; row++) {
        KnownRecords.Known before = known.get(keys.key(row));
        if (before == null || before.withdrawn()) {
          fresh.add(row);
        } else if (before.digest().equals(keys.digest(row))) {
          unchanged++;
        } else {
          changed.add(row);
        }
      }
      rows.insert(from, fresh, drafts, known, connection);
      rows.update(from, changed, drafts, known, connection);
      notes.through(from, to, fresh.size(), changed.size(), unchanged, connection);
    }
  }
}
