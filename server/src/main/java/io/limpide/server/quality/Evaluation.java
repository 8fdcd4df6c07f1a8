package io.limpide.server.quality;

import io.limpide.server.job.Progress;
import io.limpide.server.job.Run;
import io.limpide.server.journal.Journal;
import io.limpide.server.journal.JournalLines;
import io.limpide.server.party.PartyAssembly;
import io.limpide.server.recipe.Recipes;
import io.limpide.server.store.Transactions;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Judges parties anew, batch by batch, and counts the figures. */
@Component
class Evaluation {
  private static final int BATCH = 2_000;

  private final DataSource database;
  private final PartyAssembly assembly;
  private final Recipes recipes;
  private final Figures figures;

  Evaluation(
      @Qualifier("jobs") DataSource database,
      PartyAssembly assembly,
      Recipes recipes,
      Figures figures) {
    this.database = database;
    this.assembly = assembly;
    this.recipes = recipes;
    this.figures = figures;
  }

  /** Judges everybody. */
  void all(Run run, Progress progress) throws SQLException {
    new Batches(run, progress, true).all();
  }

  /**
   * Judges those that changed without a deed: they grew old, nobody has looked at how their values
   * came in, or another recipe is in force, which is a change of everybody.
   */
  void changed(Run run, Progress progress) throws SQLException {
    new Batches(run, progress, false).all();
  }

  /** One evaluation on its way. */
  private final class Batches {
    private final Run run;
    private final Progress progress;
    private final Recipes.Active recipe = recipes.active();
    private final LocalDate today = LocalDate.now(ZoneId.systemDefault());
    private final boolean everybody;
    private final long began; // the recipe when it did: another may be in force when it resumes
    private long last;
    private long judged;

    Batches(Run run, Progress progress, boolean everybody) {
      this.run = run;
      this.progress = progress;
      this.last = run.figure("last");
      this.judged = run.done();
      this.began = run.figure("recipe") == 0 ? recipe.id() : run.figure("recipe");
      this.everybody = everybody || judgedBy() != recipe.id();
    }

    private long judgedBy() {
      return JdbcClient.create(database)
          .sql("select coalesce(recipe_id, 0) from figures")
          .query(Long.class)
          .single();
    }

    void all() throws SQLException {
      boolean goesOn = true;
      while (goesOn) {
        goesOn = Transactions.within(database, this::batch);
      }
      figures.refresh();
    }

    private boolean batch(Connection connection) throws SQLException {
      List<Long> ids = next(connection);
      if (ids.isEmpty()) {
        finish(connection);
        return false;
      }
      assembly.recompute(ids, recipe, today, connection);
      last = ids.get(ids.size() - 1);
      judged += ids.size();
      progress.tick(connection, judged, Math.max(judged, everybody ? total(connection) : judged));
      progress.result(connection, Map.of("last", last, "judged", judged, "recipe", began));
      return true;
    }

    private List<Long> next(Connection connection) throws SQLException {
      String changed =
          """
          and (faults is null or last_activity < ? and last_activity >= coalesce(
            (select evaluated_on from figures) - make_interval(months => ?), '-infinity'))
          """;
      try (PreparedStatement select =
          connection.prepareStatement(
              "select id from party where id > ? "
                  + (everybody ? "" : changed)
                  + " order by id limit ?")) {
        int months = recipe.recipe().retention().inactiveMonths();
        int at = 1;
        select.setLong(at++, last);
        if (!everybody) {
          select.setDate(at++, Date.valueOf(today.minusMonths(months)));
          select.setInt(at++, months);
        }
        select.setInt(at, BATCH);
        List<Long> ids = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            ids.add(rows.getLong(1));
          }
        }
        return ids;
      }
    }

    private static long total(Connection connection) throws SQLException {
      try (var statement = connection.createStatement();
          ResultSet row = statement.executeQuery("select parties from figures")) {
        row.next();
        return row.getLong(1);
      }
    }

    private void finish(Connection connection) throws SQLException {
      try (PreparedStatement update =
          connection.prepareStatement(
              "update figures set evaluated_on = ?, recipe_id = case when ? then ? else recipe_id end")) {
        update.setDate(1, Date.valueOf(today));
        update.setBoolean(2, everybody);
        update.setLong(3, began);
        update.executeUpdate();
      }
      progress.tick(connection, judged, judged);
      progress.result(connection, Map.of("judged", judged));
      JournalLines.append(
          connection,
          Journal.Deed.of(run.actor(), "base.judged", "base", Map.of("parties", judged))
              .in(run.id()));
    }
  }
}
