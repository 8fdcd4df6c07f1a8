package io.limpide.engine.run;

import io.limpide.engine.field.Field;
import io.limpide.engine.finding.Level;
import io.limpide.engine.profile.QualityScore;
import io.limpide.engine.recipe.Recipe;
import io.limpide.engine.recognize.PartyKinds;
import io.limpide.engine.recognize.Recognised;
import io.limpide.engine.recognize.Recognition;
import io.limpide.engine.retain.Obsolescence;
import io.limpide.engine.retain.Obsolete;
import io.limpide.engine.retain.RetentionPolicy;
import io.limpide.engine.standardize.Family;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardization;
import io.limpide.engine.standardize.StandardizedTable;
import io.limpide.engine.table.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Says what is in sources and what is wrong with it, and changes nothing. */
public final class ProfileRun {
  private ProfileRun() {}

  /**
   * What was found in one source.
   *
   * @param recognised what the columns were taken for
   * @param fields what they mean, after the recipe had its say
   * @param assessment how good the source is
   * @param observed the source, with what is wrong with each cell; nothing is corrected
   * @param score its quality; duplicates are not looked for, so they cost nothing here
   */
  public record Result(
      List<Recognised> recognised,
      List<Field> fields,
      Assessment assessment,
      StandardizedTable observed,
      QualityScore score) {
    public Result {
      recognised = List.copyOf(recognised);
      fields = List.copyOf(fields);
    }
  }

  /** Runs over sources with different names. */
  public static List<Result> run(
      List<Table> tables, Recipe recipe, LocalDate today, Progress progress) {
    FieldPlan.check(recipe, tables);
    List<Family> families = Families.all(today);
    Settings settings = new Settings(rule -> Level.OFF, recipe.country(), recipe.surnames());
    RetentionPolicy retention =
        new RetentionPolicy(
            recipe.retention().asOf().orElse(today),
            recipe.retention().inactiveMonths(),
            recipe.retention().retentionYears(),
            recipe.retention().contactColumns());
    List<Result> results = new ArrayList<>();
    for (Table table : tables) {
      progress.report(Progress.Stage.RECOGNIZE, 0, 0);
      List<Recognised> recognised = Recognition.of(table);
      List<Field> fields = FieldPlan.of(table, recognised, recipe);
      progress.report(Progress.Stage.PROFILE, 0, 0);
      Standardization rules = new Standardization(families, settings);
      StandardizedTable observed = rules.run(table, fields);
      Assessment assessment =
          Assessment.of(table, fields, rules.observeBefore(observed), recipe.checks());
      Obsolescence.Outcome age =
          Obsolescence.judge(table, fields, PartyKinds.of(table, fields)::kind, retention);
      results.add(
          new Result(
              recognised,
              fields,
              assessment,
              observed,
              assessment.score(0, age.count(Obsolete.Cause.INACTIVE), age.inactivityUnknown())));
    }
    return results;
  }
}
