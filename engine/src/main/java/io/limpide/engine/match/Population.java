package io.limpide.engine.match;

import io.limpide.engine.block.BlockingPlan;
import io.limpide.engine.block.BlockingRule;
import io.limpide.engine.block.CandidatePairs;
import io.limpide.engine.block.FieldPrior;
import io.limpide.engine.block.PairScope;
import io.limpide.engine.block.Planner;
import io.limpide.engine.cluster.Clusterer;
import io.limpide.engine.cluster.Links;
import io.limpide.engine.cluster.PairJudge;
import io.limpide.engine.compare.FieldComparison;
import io.limpide.engine.compare.FieldRole;
import io.limpide.engine.compare.Levels;
import io.limpide.engine.compare.PatternCoder;
import io.limpide.engine.score.Chances;
import io.limpide.engine.score.Model;
import io.limpide.engine.score.PairWeights;
import io.limpide.engine.score.RelatedClass;
import io.limpide.engine.score.Training;
import io.limpide.engine.score.TrainingPairs;
import io.limpide.engine.score.Weigher;
import java.util.ArrayList;
import java.util.List;

/**
 * The persons, or the companies, of the input: matched among themselves. Inside, records are
 * numbered by their content; {@link #global} gives the numbers of the input.
 */
final class Population {
  private static final long TRAINING_PAIRS = 1_000_000;
  private static final double CERTAIN = 20; // weight of a link that a rule makes certain
  private static final double FIXED_POINT = 0x1p32;
  private static final double VANISHING = -33; // bits; such a probability is 0 in fixed point

  final boolean persons;
  final int[] global;
  final PatternCoder coder;
  final PairScope scope;
  final BlockingPlan plan;
  final CandidatePairs candidates;
  final PairWeights weights;
  final Rules rules;
  final int threads;
  final MatchSettings settings;

  /** The pairs of a population and what follows from them; in the numbers of the input. */
  record Outcome(
      Pairs pairs,
      Clusterer.Clusters clusters,
      List<DoubtfulGroup> doubts,
      Expectation expectation) {}

  Population(Compared compared, MatchSettings settings, MatchProgress progress) {
    this.persons = compared.persons;
    this.settings = settings;
    this.threads = settings.threads();
    this.coder = compared.coder;
    this.global = compared.global;
    this.scope = compared.scope;
    progress.at("blocking", 0, 0);
    Planner.Planned planned = Planner.plan(compared.atoms, priors(), scope, settings.blocking());
    this.plan = planned.plan();
    this.candidates = planned.pairs();
    this.weights = new PairWeights(train(progress));
    this.rules = new Rules(weights, persons, scope.sides() > 1, settings);
  }

  private List<FieldPrior> priors() {
    List<FieldPrior> priors = new ArrayList<>();
    for (FieldComparison field : coder.fields()) {
      Levels levels = field.levels();
      double equal = levels.matches().get(levels.exact() - 1);
      double different = levels.matches().get(Levels.DIFFERENT - 1);
      priors.add(new FieldPrior(equal, Math.max(0, 1 - equal - different)));
    }
    return priors;
  }

  private Model train(MatchProgress progress) {
    long bound = Math.max(1, candidates.bound());
    int oneOf = (int) Math.max(1, (bound + TRAINING_PAIRS - 1) / TRAINING_PAIRS);
    TrainingPairs[] parts = new TrainingPairs[candidates.chunks()];
    Workers.run(
        threads,
        parts.length,
        () -> {
          PatternCoder.Worker worker = coder.worker();
          return chunk -> {
            TrainingPairs part = new TrainingPairs();
            candidates.visit(
                chunk,
                oneOf,
                (a, b) -> part.add(a, b, worker.pattern(a, b), candidates.rulesOf(a, b)));
            parts[chunk] = part;
          };
        },
        done -> progress.at("training", done, parts.length));
    TrainingPairs pairs = new TrainingPairs();
    for (TrainingPairs part : parts) {
      pairs.addAll(part);
    }
    List<Long> ruleFields = plan.rules().stream().map(BlockingRule::fields).toList();
    return Training.learn(
        coder.fields(),
        Chances.of(coder, scope),
        pairs,
        oneOf,
        scope.pairs(),
        classes(),
        ruleFields);
  }

  /** The ways of being related that the fields at hand can tell from being the same. */
  private List<RelatedClass> classes() {
    int identity = count(FieldRole.IDENTITY);
    int names = count(FieldRole.SHARED_NAME);
    int contact = count(FieldRole.CONTACT);
    List<RelatedClass> classes = new ArrayList<>();
    if (persons) {
      if (identity > 0 && contact > 0) {
        classes.add(RelatedClass.HOUSEHOLD);
      }
      if (identity > 0 && names > 0 && count(FieldRole.EMPLOYER) > 0) {
        classes.add(RelatedClass.COLLEAGUES);
      }
    } else if (names > 0 && contact > 0) {
      classes.add(RelatedClass.SAME_SITE);
      classes.add(RelatedClass.SAME_GROUP);
    }
    return classes;
  }

  private int count(FieldRole role) {
    int least = Math.max(2, coder.fields().isEmpty() ? 0 : global.length / 10);
    return (int)
        coder.fields().stream()
            .filter(field -> field.role() == role && field.filled() >= least)
            .count();
  }

  private static final class Part {
    final Pairs pairs = new Pairs();
    final Links links = new Links();
    long expected;
    long merged;
    long mergedExpected;
    long compared;
  }

  Outcome match(MatchProgress progress) {
    Part[] parts = new Part[candidates.chunks()];
    Workers.run(
        threads,
        parts.length,
        () -> {
          PatternCoder.Worker worker = coder.worker();
          Weigher weigher = weights.weigher();
          return chunk -> {
            Part part = new Part();
            candidates.visit(chunk, (a, b) -> decide(a, b, worker.pattern(a, b), weigher, part));
            parts[chunk] = part;
          };
        },
        done -> progress.at("scoring", done, parts.length));
    candidates.finish();
    Part all = new Part();
    Links links = new Links();
    for (int i = 0; i < parts.length; i++) {
      Part part = parts[i];
      all.pairs.addAll(part.pairs);
      for (int link = 0; link < part.links.size(); link++) {
        links.add(part.links.a(link), part.links.b(link), part.links.weight(link));
      }
      all.expected += part.expected;
      all.merged += part.merged;
      all.mergedExpected += part.mergedExpected;
      all.compared += part.compared;
    }
    if (scope.sides() > 1) {
      links = best(links, all);
    }
    progress.at("clustering", 0, 0);
    Clusterer.Clusters clusters =
        Clusterer.cluster(global.length, links, judge(), settings.clusters());
    Expectation expectation =
        new Expectation(
            all.expected / FIXED_POINT, all.merged, all.mergedExpected / FIXED_POINT, all.compared);
    return new Outcome(all.pairs, clusters, doubts(clusters), expectation);
  }

  /** Leaves the pairs to a person that a better one beats; links and duplicates run in parallel. */
  private Links best(Links links, Part all) {
    BestLinks best = new BestLinks(links, scope);
    Links kept = new Links();
    int link = 0;
    all.merged = 0;
    all.mergedExpected = 0;
    for (int pair = 0; pair < all.pairs.size; pair++) {
      if (all.pairs.verdict(pair) != Verdict.DUPLICATE) {
        continue;
      }
      float weight = links.weight(link);
      if (best.beaten(links.a(link), links.b(link), weight)) {
        all.pairs.decide(pair, Verdict.UNDECIDED, "link.better_match");
      } else {
        kept.add(links.a(link), links.b(link), weight);
        all.merged++;
        all.mergedExpected += (long) (PairWeights.probability(weight) * FIXED_POINT);
      }
      link++;
    }
    return kept;
  }

  private void decide(int a, int b, long pattern, Weigher weigher, Part part) {
    double weight = weigher.weight(a, b, pattern);
    part.compared++;
    if (!rules.decides(pattern, weight) && !weigher.mayBeRelated()) { // as most candidates
      boolean none = weight < VANISHING || rules.veto(pattern);
      part.expected += none ? 0 : (long) (PairWeights.probability(weight) * FIXED_POINT);
      return;
    }
    String rule = rules.rule(a, b, pattern, weight);
    Verdict verdict = rules.verdict(rule, a, b, pattern, weight);
    double probability = PairWeights.probability(weight);
    part.expected +=
        (long)
            ((rules.veto(pattern) || verdict == Verdict.ESTABLISHMENT ? 0 : probability)
                * FIXED_POINT);
    if (verdict == Verdict.DUPLICATE) {
      double link = rule.equals(Rules.WEIGHT) ? weight : Math.max(weight, CERTAIN);
      part.links.add(a, b, (float) link);
      part.merged++;
      part.mergedExpected += (long) (PairWeights.probability(link) * FIXED_POINT);
    }
    if (verdict != Verdict.DIFFERENT || probability >= settings.review()) {
      int one = Math.min(global[a], global[b]);
      int other = Math.max(global[a], global[b]);
      part.pairs.add(one, other, (float) weight, verdict, rule);
    }
  }

  private PairJudge judge() {
    PatternCoder.Worker worker = coder.worker();
    return new PairJudge() {
      @Override
      public double weight(int a, int b) {
        return weights.weight(a, b, worker.pattern(a, b));
      }

      @Override
      public boolean conflict(int a, int b) {
        return rules.canConflict() && rules.veto(worker.pattern(a, b));
      }
    };
  }

  private List<DoubtfulGroup> doubts(Clusterer.Clusters clusters) {
    return clusters.doubts().stream()
        .map(
            doubt ->
                new DoubtfulGroup(
                    doubt.reason(),
                    global[doubt.a()],
                    global[doubt.b()],
                    doubt.records().stream().map(record -> global[record]).sorted().toList(),
                    doubt.weight()))
        .toList();
  }
}
