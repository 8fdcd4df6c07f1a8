package io.limpide.engine.run;

import io.limpide.engine.block.AskedRulesException;
import io.limpide.engine.field.Field;
import io.limpide.engine.match.Judgement;
import io.limpide.engine.match.MatchInput;
import io.limpide.engine.match.MatchResult;
import io.limpide.engine.match.MatchSettings;
import io.limpide.engine.match.MatchSource;
import io.limpide.engine.match.Matcher;
import io.limpide.engine.merge.Golden;
import io.limpide.engine.merge.GoldenRecords;
import io.limpide.engine.profile.QualityScore;
import io.limpide.engine.recipe.Recipe;
import io.limpide.engine.recognize.PartyKinds;
import io.limpide.engine.recognize.Recognised;
import io.limpide.engine.recognize.Recognition;
import io.limpide.engine.retain.Obsolescence;
import io.limpide.engine.retain.Obsolete;
import io.limpide.engine.retain.RetentionPolicy;
import io.limpide.engine.standardize.Family;
import io.limpide.engine.standardize.Observation;
import io.limpide.engine.standardize.Standardization;
import io.limpide.engine.standardize.StandardizedTable;
import io.limpide.engine.table.Table;
import io.limpide.engine.validate.Validation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Executes a recipe over the records of one or several sources. */
public final class CleanRun {
  private static final double ALMOST_ONE = 1 - 1e-12;

  private final Recipe recipe;
  private final RetentionPolicy retention;
  private final List<Family> families;
  private final Progress progress;

  private CleanRun(Recipe recipe, LocalDate today, Progress progress) {
    LocalDate asOf = recipe.retention().asOf().orElse(today);
    this.recipe = recipe.judgedOn(asOf);
    this.retention =
        new RetentionPolicy(
            asOf,
            recipe.retention().inactiveMonths(),
            recipe.retention().retentionYears(),
            recipe.retention().contactColumns());
    this.families = Families.all(asOf);
    this.progress = progress;
  }

  /**
   * Runs everything.
   *
   * @param tables the sources, with different names
   * @param today the day of judgement, unless the recipe names one
   * @param id the column by which records are to be named
   * @param judged what people said of pairs; may be empty
   * @throws io.limpide.engine.recipe.RecipeException when the recipe names columns that nobody has
   */
  public static CleanResult run(
      List<Table> tables,
      Recipe recipe,
      LocalDate today,
      Optional<String> id,
      List<JudgedPair> judged,
      Progress progress) {
    FieldPlan.check(recipe, tables);
    return new CleanRun(recipe, today, progress).run(tables, id, judged);
  }

  /** Standardises and judges the sources, and goes no further. */
  public static List<SourceResult> assess(
      List<Table> tables, Recipe recipe, LocalDate today, Progress progress) {
    FieldPlan.check(recipe, tables);
    return new CleanRun(recipe, today, progress).sources(tables);
  }

  private CleanResult run(List<Table> tables, Optional<String> id, List<JudgedPair> judged) {
    List<SourceResult> sources = sources(tables);
    Union union =
        Union.of(
            sources.stream().map(SourceResult::corrected).toList(),
            sources.stream().map(SourceResult::fields).toList());
    PartyKinds kinds = PartyKinds.of(union.table(), union.fields());
    RecordIds ids = RecordIds.of(union, id);
    MatchResult matching = match(union, kinds, JudgedPair.found(judged, ids));
    progress.report(Progress.Stage.MERGE, 0, 0);
    Golden golden =
        GoldenRecords.merge(
            union.table(),
            union.fields(),
            matching.clusters(),
            row -> union.sources().get(union.sourceOf(row)),
            faults(union, sources),
            recipe.survivorship());
    golden.table().columns().forEach(column -> column.dictionary().rest());
    progress.report(Progress.Stage.RETAIN, 0, 0);
    Obsolescence.Outcome obsolescence =
        Obsolescence.judge(
            golden.table(),
            union.fields(),
            party -> kinds.kind(golden.leaderOfParty()[party]),
            retention);
    progress.report(Progress.Stage.PROFILE, 0, 0);
    Union raw = raw(sources, union);
    Assessment before =
        sources.size() == 1
            ? sources.get(0).before()
            : assess(raw.table(), raw.fields(), rules().observe(raw.table(), raw.fields()));
    Assessment after = assess(golden.table(), union.fields(), after(sources, union, golden));
    Obsolescence.Outcome ageBefore =
        Obsolescence.judge(raw.table(), raw.fields(), kinds::kind, retention);
    return new CleanResult(
        recipe,
        retention,
        sources,
        union,
        kinds::kind,
        ids,
        matching,
        golden,
        obsolescence,
        before,
        after,
        score(before, union.table().rows() - golden.parties(), ageBefore),
        score(after, 0, obsolescence));
  }

  private static QualityScore score(
      Assessment assessment, int duplicates, Obsolescence.Outcome age) {
    return assessment.score(
        duplicates, age.count(Obsolete.Cause.INACTIVE), age.inactivityUnknown());
  }

  private static Union raw(List<SourceResult> sources, Union union) {
    return sources.size() == 1
        ? new Union(
            sources.get(0).original(),
            union.fields(),
            union.sources(),
            union.firstRows(),
            union.homes())
        : Union.of(
            sources.stream().map(SourceResult::original).toList(),
            sources.stream().map(SourceResult::fields).toList());
  }

  private Standardization rules() {
    return new Standardization(families, recipe.settings());
  }

  private Assessment assess(Table table, List<Field> fields, Observation observation) {
    return Assessment.of(table, fields, observation, recipe.checks());
  }

  private Observation after(List<SourceResult> sources, Union union, Golden golden) {
    return sources.size() == 1
        ? rules()
            .observeAfter(
                sources.get(0).standardized(),
                golden.table(),
                party -> golden.sizeOfParty()[party] == 1 ? golden.leaderOfParty()[party] : -1)
        : rules().observe(golden.table(), union.fields());
  }

  private List<SourceResult> sources(List<Table> tables) {
    List<SourceResult> results = new ArrayList<>();
    for (Table table : tables) {
      results.add(source(table));
    }
    return results;
  }

  private SourceResult source(Table table) {
    progress.report(Progress.Stage.RECOGNIZE, 0, 0);
    List<Recognised> recognised = Recognition.of(table);
    List<Field> fields = FieldPlan.of(table, recognised, recipe);
    progress.report(Progress.Stage.STANDARDIZE, 0, 0);
    StandardizedTable standardized = rules().run(table, fields);
    progress.report(Progress.Stage.PROFILE, 0, 0);
    Assessment before = assess(table, fields, rules().observeBefore(standardized));
    progress.report(Progress.Stage.VALIDATE, 0, 0);
    return new SourceResult(
        recognised,
        fields,
        before,
        standardized,
        Validation.run(standardized.corrected(), recipe.checks()));
  }

  private MatchResult match(Union union, PartyKinds kinds, List<Judgement> judgements) {
    List<Field> compared =
        recipe.matching().enabled()
            ? union.fields().stream()
                .filter(field -> !recipe.matching().ignored().contains(field.column()))
                .toList()
            : List.of();
    MatchInput input =
        new MatchInput(
            List.of(new MatchSource(union.table(), compared, kinds::kind)),
            MatchInput.Mode.DEDUPE,
            judgements);
    return matched(input, recipe, MatchSettings.DEFAULT, progress);
  }

  /** Returns the settings that a recipe asks of matching, or those that hold without it. */
  private static MatchSettings matchSettings(Recipe recipe, MatchSettings settings) {
    double merge = recipe.matching().mergeAt().orElse(settings.merge());
    double review = recipe.matching().reviewAt().orElse(Math.min(settings.review(), merge * 0.999));
    return settings
        .withThresholds(Math.min(merge, ALMOST_ONE), Math.min(review, merge * 0.999))
        .withBlocking(settings.blocking().asking(recipe.matching().blocking()));
  }

  /** Matches as the recipe asks. */
  static MatchResult matched(
      MatchInput input, Recipe recipe, MatchSettings settings, Progress progress) {
    try {
      return Matcher.match(
          input,
          matchSettings(recipe, settings),
          (stage, done, of) -> progress.report(Progress.Stage.MATCH, done, of));
    } catch (AskedRulesException e) {
      throw BlockingProblems.of(e);
    }
  }

  /** The values that are still wrong after the corrections, by column of the union. */
  private static GoldenRecords.Faults faults(Union union, List<SourceResult> sources) {
    BitSet[] faulty = new BitSet[union.fields().size()];
    for (int column = 0; column < faulty.length; column++) {
      faulty[column] = new BitSet();
    }
    for (int source = 0; source < sources.size(); source++) {
      int first = union.firstRows()[source];
      int[] homes = union.homes().get(source);
      sources
          .get(source)
          .standardized()
          .faults((row, column) -> faulty[homes[column]].set(first + row));
    }
    return (row, column) -> faulty[column].get(row);
  }
}
