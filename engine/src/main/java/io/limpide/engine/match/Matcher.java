package io.limpide.engine.match;

import io.limpide.engine.block.AskedRules;
import io.limpide.engine.block.BlockingRule;
import io.limpide.engine.compare.RecordSet;
import io.limpide.engine.field.Field;
import io.limpide.engine.field.PartyKind;
import io.limpide.engine.table.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records that are about one party: block, compare, learn, score, group. Persons are
 * matched with persons, companies and establishments with one another.
 *
 * <p>The outcome depends on what the records contain, not on their order or on the number of
 * threads.
 */
public final class Matcher {
  private static final int FEW = 300;

  private Matcher() {}

  /**
   * Matches; whatever the records contain, it does not throw.
   *
   * @throws io.limpide.engine.block.AskedRulesException when the settings ask for blocking rules
   *     that these records do not allow
   */
  public static MatchResult match(
      MatchInput input, MatchSettings settings, MatchProgress progress) {
    int records = input.records();
    int[] clusters = new int[records];
    Arrays.setAll(clusters, record -> record);
    Pairs pairs = new Pairs();
    List<DoubtfulGroup> doubts = new ArrayList<>();
    List<MatchReport> reports = new ArrayList<>();
    List<Population> populations = new ArrayList<>();
    GroupPaths paths = new GroupPaths();
    Set<String> warnings = new LinkedHashSet<>();
    Deque<Compared> kinds = compared(input, settings, progress);
    while (!kinds.isEmpty()) {
      Population population = new Population(kinds.remove(), settings, progress);
      Population.Outcome outcome = population.match(progress);
      populations.add(population);
      paths.add(population.global, outcome.clusters().joins());
      pairs.addAll(outcome.pairs());
      doubts.addAll(outcome.doubts());
      name(population.global, outcome.clusters().groups(), clusters);
      reports.add(
          new MatchReport(
              population.persons,
              population.global.length,
              population.plan,
              population.weights.model(),
              outcome.expectation(),
              outcome.distribution(),
              settings.merge(),
              settings.review(),
              outcome.borderline().pairs(population.global)));
      warn(population, outcome, warnings);
    }
    return new MatchResult(
        pairs.sorted(),
        clusters,
        doubts,
        reports,
        List.copyOf(warnings),
        new Explainer(populations, records),
        paths);
  }

  /** What is compared of persons and of companies, in a queue so that it can be let go of. */
  private static Deque<Compared> compared(
      MatchInput input, MatchSettings settings, MatchProgress progress) {
    Deque<Compared> kinds = new ArrayDeque<>();
    for (boolean persons : new boolean[] {true, false}) {
      progress.at("values", 0, 0);
      Compared compared = compared(input, persons);
      if (compared != null) {
        kinds.add(compared);
      }
    }
    AskedRules.check(settings.blocking().asked(), kinds.stream().map(kind -> kind.atoms).toList());
    return kinds;
  }

  private static @Nullable Compared compared(MatchInput input, boolean persons) {
    List<Table> tables = new ArrayList<>();
    List<List<Field>> fields = new ArrayList<>();
    List<int[]> rows = new ArrayList<>();
    int size = 0;
    for (MatchSource source : input.sources()) {
      int[] taken = new int[source.table().rows()];
      int count = 0;
      for (int row = 0; row < taken.length; row++) {
        if ((source.kinds().apply(row) == PartyKind.PERSON) == persons) {
          taken[count++] = row;
        }
      }
      tables.add(source.table());
      fields.add(source.fields());
      rows.add(Arrays.copyOf(taken, count));
      size += count;
    }
    if (size < 2) {
      return null;
    }
    int[] globals = new int[size];
    byte[] sides = new byte[size];
    int at = 0;
    for (int source = 0; source < rows.size(); source++) {
      int first = input.first(source);
      for (int row : rows.get(source)) {
        globals[at] = first + row;
        sides[at++] = (byte) source;
      }
    }
    return Compared.of(persons, new RecordSet(tables, fields, rows), globals, sides, input);
  }

  /** Names each group by its record with the smallest number. */
  private static void name(int[] global, int[] groups, int[] clusters) {
    int[] smallest = new int[groups.length];
    Arrays.fill(smallest, Integer.MAX_VALUE);
    for (int local = 0; local < groups.length; local++) {
      smallest[groups[local]] = Math.min(smallest[groups[local]], global[local]);
    }
    for (int local = 0; local < groups.length; local++) {
      clusters[global[local]] = smallest[groups[local]];
    }
  }

  private static void warn(
      Population population, Population.Outcome outcome, Set<String> warnings) {
    if (population.coder.fields().isEmpty()) {
      warnings.add("no_fields");
      return;
    }
    if (population.coder.fields().size() == 1) {
      warnings.add("one_field");
    }
    if (population.global.length < FEW) {
      warnings.add("few_records");
    }
    if (!population.weights.model().converged()) {
      warnings.add("not_converged");
    }
    if (population.global.length >= FEW && shareField(population.plan.rules())) {
      warnings.add("same_field");
    }
    if (!population.plan.skipped().isEmpty()) {
      warnings.add("blocking_budget");
    }
    if (population.plan.overBudget()) {
      warnings.add("blocking_over_budget");
    }
    if (population.plan.reports().stream().anyMatch(rule -> rule.windowedBlocks() > 0)) {
      warnings.add("large_blocks");
    }
    if (outcome.expectation().precision() < 0.9) {
      warnings.add("low_precision");
    }
  }

  /** Whether all rules ask for one field to be equal: its levels are seen in no pairs but these. */
  private static boolean shareField(List<BlockingRule> rules) {
    long shared = rules.isEmpty() ? 0 : -1;
    for (BlockingRule rule : rules) {
      shared &= rule.fields();
    }
    return shared != 0;
  }
}
