package io.limpide.server.quality;

import io.limpide.server.job.Progress;
import io.limpide.server.job.Run;
import io.limpide.server.job.Work;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Judges parties anew: every night those that grew old, and all of them when somebody asks, as
 * after a change of the recipe. Whatever changes by a deed is judged with the deed.
 */
@Component
class EvaluationWork implements Work {
  static final String KIND = "evaluation";

  private static final int BATCH = 2_000;

  private final DataSource database;
  private final PartyAssembly assembly;
  private final Recipes recipes;
  private final Figures figures;

  EvaluationWork(
      @Qualifier("jobs") DataSource database,
      PartyAssembly assembly,
      Recipes recipes,
      Figures figures) {
    this.database = database;
    this.assembly = assembly;
    this.recipes = recipes;
    this.figures = figures;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Run.State execute(Run run, Progress progress) throws SQLException {
    Recipes.Active recipe = recipes.active();
    LocalDate today = LocalDate.now(java.time.ZoneId.systemDefault());
    boolean all = Boolean.TRUE.equals(run.parameters().get("all"));
    LocalDate stale = today.minusMonths(recipe.recipe().retention().inactiveMonths());
    long[] at = {run.figure("last"), run.done()}; // the last party, and how many were judged
    boolean goesOn = true;
    while (goesOn) {
      goesOn =
          Transactions.within(
              database,
              connection -> {
                List<Long> ids = next(at[0], all, stale, recipe, connection);
                if (ids.isEmpty()) {
                  finish(run, progress, at[1], today, connection);
                  return false;
                }
                assembly.recompute(ids, recipe, today, connection);
                at[0] = ids.get(ids.size() - 1);
                at[1] += ids.size();
                progress.tick(connection, at[1], Math.max(at[1], all ? total(connection) : at[1]));
                progress.result(connection, Map.of("last", at[0], "judged", at[1]));
                return true;
              });
    }
    figures.refresh();
    return Run.State.DONE;
  }

  private static List<Long> next(
      long after, boolean all, LocalDate stale, Recipes.Active recipe, Connection connection)
      throws SQLException {
    String aged =
        """
        and last_activity < ? and last_activity >= coalesce(
          (select evaluated_on from figures) - make_interval(months => ?), '-infinity')
        """;
    try (PreparedStatement select =
        connection.prepareStatement(
            "select id from party where id > ? " + (all ? "" : aged) + " order by id limit ?")) {
      int at = 1;
      select.setLong(at++, after);
      if (!all) {
        select.setDate(at++, Date.valueOf(stale));
        select.setInt(at++, recipe.recipe().retention().inactiveMonths());
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

  private static void finish(
      Run run, Progress progress, long done, LocalDate today, Connection connection)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update figures set evaluated_on = ?")) {
      update.setDate(1, Date.valueOf(today));
      update.executeUpdate();
    }
    progress.tick(connection, done, done);
    JournalLines.append(
        connection,
        Journal.Deed.of("system", "base.judged", "base", Map.of("parties", done)).in(run.id()));
  }
}
