package io.limpide.engine.match;

import io.limpide.engine.compare.FieldComparison;
import io.limpide.engine.compare.PatternCoder;
import io.limpide.engine.score.PairWeights;
import io.limpide.engine.score.RelatedClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Explains pairs from what is known of the records; nothing is stored for it. */
final class Explainer {
  private static final int NAMED = 3;

  private final List<Population> populations;
  private final ThreadLocal<PatternCoder.Worker[]> workers; // by population; costly to make
  private final int[] populationOf; // -1: in none
  private final int[] localOf;

  Explainer(List<Population> populations, int records) {
    this.populations = populations;
    this.workers =
        ThreadLocal.withInitial(
            () ->
                populations.stream()
                    .map(population -> population.coder.worker())
                    .toArray(PatternCoder.Worker[]::new));
    this.populationOf = new int[records];
    this.localOf = new int[records];
    Arrays.fill(populationOf, -1);
    for (int population = 0; population < populations.size(); population++) {
      int[] global = populations.get(population).global;
      for (int local = 0; local < global.length; local++) {
        populationOf[global[local]] = population;
        localOf[global[local]] = local;
      }
    }
  }

  /**
   * Explains a pair.
   *
   * @param whole whether the values of the records and the blocking rules are told too
   */
  Explanation explain(int a, int b, boolean whole) {
    if (a == b || populationOf[a] < 0 || populationOf[a] != populationOf[b]) {
      return new Explanation(
          a,
          b,
          0,
          List.of(),
          0,
          0,
          "",
          0,
          0,
          Verdict.DIFFERENT,
          "kind.different",
          List.of(),
          "sentence.kind",
          List.of(),
          List.of());
    }
    Population population = populations.get(populationOf[a]);
    int one = localOf[a];
    int other = localOf[b];
    long pattern = workers.get()[populationOf[a]].pattern(one, other);
    int made =
        whole ? population.candidates.rulesOf(Math.min(one, other), Math.max(one, other)) : 0;
    return explain(population, a, b, one, other, pattern, made, whole);
  }

  List<Trained> trained() {
    return populations.stream().map(Trained::new).toList();
  }

  /**
   * Explains a pair of a population.
   *
   * @param a how the explanation is to name the one
   * @param b how it is to name the other
   * @param made the blocking rules that propose the pair, as bits
   */
  static Explanation explain(
      Population population,
      int a,
      int b,
      int one,
      int other,
      long pattern,
      int made,
      boolean whole) {
    PairWeights weights = population.weights;
    double weight = weights.weight(one, other, pattern);
    String rule = population.rules.rule(one, other, pattern, weight);
    Verdict verdict = population.rules.verdict(rule, one, other, pattern, weight);
    List<Explanation.FieldEvidence> evidence = evidence(population, one, other, pattern, whole);
    return new Explanation(
        a,
        b,
        weights.model().prior(),
        evidence,
        weights.orMoved(one, other, pattern),
        weights.alternative(one, other, pattern),
        related(population, one, other, pattern),
        weight,
        PairWeights.probability(weight),
        verdict,
        rule,
        blockingRules(population, made),
        "sentence." + verdict.word(),
        telling(evidence, verdict),
        whole ? relations(weights, one, other, pattern) : List.of());
  }

  private static List<Explanation.Relation> relations(
      PairWeights weights, int one, int other, long pattern) {
    List<Explanation.Relation> relations = new ArrayList<>();
    List<RelatedClass> classes = weights.model().classes();
    for (int c = 0; c < classes.size(); c++) {
      relations.add(
          new Explanation.Relation(
              word(classes.get(c)),
              weights.relatedPrior(c),
              weights.relatedWeight(c, one, other, pattern)));
    }
    return relations;
  }

  private static String word(RelatedClass related) {
    return related.name().toLowerCase(Locale.ROOT);
  }

  List<Unlinkable> unlinkable() {
    return populations.stream()
        .map(population -> new UnlinkableRecords(population).find())
        .toList();
  }

  List<List<Filler>> fillers() {
    return populations.stream()
        .map(
            population ->
                Fillers.of(population.coder.fields(), population.weights, population.ignored))
        .toList();
  }

  private static List<Explanation.FieldEvidence> evidence(
      Population population, int one, int other, long pattern, boolean whole) {
    List<Explanation.FieldEvidence> evidence = new ArrayList<>();
    List<FieldComparison> fields = population.coder.fields();
    for (int field = 0; field < fields.size(); field++) {
      int level = PatternCoder.level(pattern, field);
      double rarity = level == 0 ? 0 : population.weights.rarity(field, one, other, level);
      evidence.add(
          new Explanation.FieldEvidence(
              fields.get(field).name(),
              fields.get(field).levels().name(level),
              whole ? fields.get(field).shown(one) : "",
              whole ? fields.get(field).shown(other) : "",
              population.weights.fieldWeight(field, one, other, level) - rarity,
              rarity));
    }
    return evidence;
  }

  private static String related(Population population, int one, int other, long pattern) {
    double[] probabilities = population.weights.relatedProbabilities(one, other, pattern);
    @Nullable String best = null;
    double most = 0.05;
    for (int c = 0; c < probabilities.length; c++) {
      if (probabilities[c] > most) {
        most = probabilities[c];
        best = word(population.weights.model().classes().get(c));
      }
    }
    return best == null ? "" : best;
  }

  private static List<String> blockingRules(Population population, int made) {
    List<String> names = new ArrayList<>();
    for (int rule = 0; rule < population.plan.rules().size(); rule++) {
      if ((made >>> rule & 1) != 0) {
        names.add(population.plan.rules().get(rule).name());
      }
    }
    return names;
  }

  /** The fields that speak loudest for the verdict. */
  private static List<String> telling(List<Explanation.FieldEvidence> evidence, Verdict verdict) {
    int sign = verdict == Verdict.DIFFERENT ? 1 : -1;
    return evidence.stream()
        .filter(field -> sign * field.weight() < -0.5)
        .sorted(Comparator.comparingDouble(field -> sign * field.weight()))
        .limit(NAMED)
        .map(field -> "field." + field.field())
        .toList();
  }
}
