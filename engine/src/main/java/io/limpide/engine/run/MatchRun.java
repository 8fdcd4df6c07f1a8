package io.limpide.engine.run;

import io.limpide.engine.field.Field;
import io.limpide.engine.match.MatchInput;
import io.limpide.engine.match.MatchResult;
import io.limpide.engine.match.MatchSettings;
import io.limpide.engine.match.MatchSource;
import io.limpide.engine.recipe.Recipe;
import io.limpide.engine.recognize.PartyKinds;
import io.limpide.engine.recognize.Recognition;
import io.limpide.engine.standardize.Standardization;
import io.limpide.engine.table.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds duplicates in sources, or links between them, and does nothing else. */
public final class MatchRun {
  /** Nothing is merged here, so saying too much costs no more than saying too little. */
  private static final MatchSettings EVEN = MatchSettings.DEFAULT.withCosts(1, 1);

  private MatchRun() {}

  /**
   * What was found.
   *
   * @param ids how records are named
   */
  public record Result(MatchResult matching, RecordIds ids) {}

  /**
   * Runs.
   *
   * @param tables the sources, with different names
   * @param id the column by which records are to be named
   * @param mode duplicates in all of them, or only pairs across them
   */
  public static Result run(
      List<Table> tables,
      Recipe recipe,
      LocalDate today,
      Optional<String> id,
      MatchInput.Mode mode,
      Progress progress) {
    FieldPlan.check(recipe, tables);
    List<Table> corrected = new ArrayList<>();
    List<List<Field>> fields = new ArrayList<>();
    for (Table table : tables) {
      progress.report(Progress.Stage.RECOGNIZE, 0, 0);
      List<Field> plan = FieldPlan.of(table, Recognition.of(table), recipe);
      progress.report(Progress.Stage.STANDARDIZE, 0, 0);
      corrected.add(
          new Standardization(Families.all(today), recipe.settings()).run(table, plan).corrected());
      fields.add(plan);
    }
    List<MatchSource> sources = new ArrayList<>();
    for (int at = 0; at < corrected.size(); at++) {
      Table table = corrected.get(at);
      List<Field> compared =
          fields.get(at).stream()
              .filter(field -> !recipe.matching().ignored().contains(field.column()))
              .toList();
      sources.add(new MatchSource(table, compared, PartyKinds.of(table, fields.get(at))::kind));
    }
    MatchResult matching = CleanRun.matched(new MatchInput(sources, mode), recipe, EVEN, progress);
    return new Result(matching, RecordIds.of(Union.of(corrected, fields), id));
  }
}
