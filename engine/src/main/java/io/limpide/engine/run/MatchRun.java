package io.limpide.engine.run;

import io.limpide.engine.field.Field;
import io.limpide.engine.match.Judgement;
import io.limpide.engine.match.MatchInput;
import io.limpide.engine.match.MatchResult;
import io.limpide.engine.match.MatchSettings;
import io.limpide.engine.match.MatchSource;
import io.limpide.engine.recipe.Recipe;
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
   * @param judged what people said of pairs; may be empty
   * @param mode duplicates in all of them, or only pairs across them
   */
  public static Result run(
      List<Table> tables,
      Recipe recipe,
      LocalDate today,
      Optional<String> id,
      List<JudgedPair> judged,
      MatchInput.Mode mode,
      Progress progress) {
    List<LikeSource> sources = prepare(tables, recipe, today, progress);
    RecordIds ids = ids(sources, id);
    MatchInput input = input(sources, recipe, mode, JudgedPair.found(judged, ids));
    return new Result(match(input, recipe, progress), ids);
  }

  /** Recognises and standardises the sources. */
  static List<LikeSource> prepare(
      List<Table> tables, Recipe recipe, LocalDate today, Progress progress) {
    FieldPlan.check(recipe, tables);
    List<LikeSource> sources = new ArrayList<>();
    for (Table table : tables) {
      progress.report(Progress.Stage.RECOGNIZE, 0, 0);
      List<Field> plan = FieldPlan.of(table, Recognition.of(table), recipe);
      progress.report(Progress.Stage.STANDARDIZE, 0, 0);
      sources.add(
          LikeSource.of(table, plan, new Standardization(Families.all(today), recipe.settings())));
    }
    return sources;
  }

  static MatchInput input(
      List<LikeSource> sources, Recipe recipe, MatchInput.Mode mode, List<Judgement> judgements) {
    return new MatchInput(
        sources.stream()
            .map(
                source ->
                    new MatchSource(
                        source.corrected(),
                        source.fields().stream()
                            .filter(field -> !recipe.matching().ignored().contains(field.column()))
                            .toList(),
                        source.kinds()::kind))
            .toList(),
        mode,
        judgements);
  }

  static MatchResult match(MatchInput input, Recipe recipe, Progress progress) {
    return CleanRun.matched(input, recipe, EVEN, progress);
  }

  static RecordIds ids(List<LikeSource> sources, Optional<String> id) {
    return RecordIds.of(
        Union.of(
            sources.stream().map(LikeSource::corrected).toList(),
            sources.stream().map(LikeSource::fields).toList()),
        id);
  }
}
