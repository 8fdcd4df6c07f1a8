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
import io.limpide.engine.compare.IgnoredValues;
import io.limpide.engine.compare.Levels;
import io.limpide.engine.compare.PatternCoder;
import io.limpide.engine.score.Chances;
import io.limpide.engine.score.Model;
import io.limpide.engine.score.PairWeights;
import io.limpide.engine.score.RelatedClass;
import io.limpide.engine.score.Training;
import io.limpide.engine.score.TrainingPairs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The persons, or the companies, of the input: matched among themselves. Inside, records are
 * numbered by their content; {@link #global} gives the numbers of the input.
 */
final class Population {
  private static final long TRAINING_PAIRS = 60_000; // of one rule
  private static final double ENOUGH = 0.98; // recall of blocking from which it is not planned anew
  private static final double LEAST_RECALL = 0.5; // below it is not worth correcting for
  static final double CERTAIN = 20; // weight of a link that a rule makes certain
  private static final double FIXED_POINT = WeightDistribution.FIXED_POINT;
  private static final double VANISHING = -33; // bits; such a probability is 0 in fixed point

  final boolean persons;
  final int[] global;
  final PatternCoder coder;
  final PairScope scope;
  final BlockingPlan plan;
  final CandidatePairs candidates;
  final PairWeights weights;
  final Rules rules;
  final Judgements judgements;
  final int threads;
  final MatchSettings settings;
  final List<IgnoredValues.Ignored> ignored;

  /** The pairs of a population and what follows from them; in the numbers of the input. */
  record Outcome(
      Pairs pairs,
      Clusterer.Clusters clusters,
      List<DoubtfulGroup> doubts,
      Expectation expectation,
      WeightDistribution distribution,
      Borderline borderline) {}

  Population(Compared compared, MatchSettings settings, MatchProgress progress) {
    this.persons = compared.persons;
    this.settings = settings;
    this.threads = settings.threads();
    this.coder = compared.coder;
    this.global = compared.global;
    this.scope = compared.scope;
    this.ignored = compared.ignored;
    this.judgements = compared.judgements;
    progress.at("blocking", 0, 0);
    Planner.Planned planned = Planner.plan(compared.atoms, assumed(), scope, settings.blocking());
    Model model = train(planned, progress);
    double recall = Planner.recall(planned, learned(model), scope);
    if (recall < ENOUGH && settings.blocking().asked().isEmpty()) {
      progress.at("blocking", 0, 0);
      planned = Planner.plan(compared.atoms, learned(model), scope, settings.blocking());
      model = train(planned, progress);
      recall = Planner.recall(planned, learned(model), scope);
    }
    this.plan = planned.plan().withRecall(recall);
    this.candidates = planned.pairs();
    this.weights = new PairWeights(model);
    this.rules = new Rules(weights, persons, scope.sides() > 1, judgements, settings);
  }

  private List<FieldPrior> assumed() {
    return coder.fields().stream()
        .map(FieldComparison::levels)
        .map(levels -> prior(levels, level -> levels.matches().get(level - 1)))
        .toList();
  }

  private static List<FieldPrior> learned(Model model) {
    List<FieldPrior> priors = new ArrayList<>();
    for (int field = 0; field < model.fields().size(); field++) {
      double[] same = model.same()[field];
      priors.add(prior(model.fields().get(field).levels(), level -> same[level]));
    }
    return priors;
  }

  private static FieldPrior prior(Levels levels, IntToDoubleFunction share) {
    double equal = share.applyAsDouble(levels.exact());
    double different = share.applyAsDouble(Levels.DIFFERENT);
    return new FieldPrior(equal, Math.max(0, 1 - equal - different));
  }

  private Model train(Planner.Planned planned, MatchProgress progress) {
    CandidatePairs candidates = planned.pairs();
    TrainingPairs[] parts = new TrainingPairs[candidates.chunks()];
    Workers.run(
        threads,
        parts.length,
        () -> {
          PatternCoder.Worker worker = coder.worker();
          return chunk -> {
            TrainingPairs part = new TrainingPairs();
            int oneOf = candidates.oneOf(chunk, TRAINING_PAIRS);
            candidates.visit(
                chunk,
                oneOf,
                (a, b) -> {
                  if (!judgements.has(a, b)) {
                    part.add(a, b, worker.pattern(a, b), candidates.rulesOf(a, b), oneOf);
                  }
                });
            parts[chunk] = part;
          };
        },
        done -> progress.at("training", done, parts.length));
    TrainingPairs pairs = new TrainingPairs();
    for (TrainingPairs part : parts) {
      pairs.addAll(part);
    }
    List<Long> ruleFields = planned.plan().rules().stream().map(BlockingRule::fields).toList();
    return Training.learn(
        coder.fields(),
        Chances.of(coder, scope),
        pairs,
        judgedSame(),
        scope.pairs(),
        classes(),
        moves(),
        ruleFields);
  }

  /** The patterns of the pairs that people said are one party. */
  private List<Long> judgedSame() {
    PatternCoder.Worker worker = coder.worker();
    return judgements.pairs().stream()
        .filter(pair -> judgements.same(pair[0], pair[1]))
        .map(pair -> worker.pattern(pair[0], pair[1]))
        .toList();
  }

  /** The ways of being related that the fields at hand can tell from being the same. */
  private List<RelatedClass> classes() {
    int identity = count(FieldRole.IDENTITY);
    int names = count(FieldRole.SHARED_NAME);
    int contact = count(FieldRole.PLACE) + count(FieldRole.CONTACT);
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

  /** Whether persons may be told to have moved: by more of their own than a name. */
  private boolean moves() {
    return persons
        && count(FieldRole.IDENTITY) + count(FieldRole.PERSONAL) > 0
        && count(FieldRole.SHARED_NAME) > 0;
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
    final WeightDistribution distribution = new WeightDistribution();
    final Borderline borderline;
    long expected;
    long merged;
    long mergedExpected;
    long compared;

    Part(MatchSettings settings) {
      borderline = new Borderline(Rules.bits(settings.merge()), Rules.bits(settings.review()));
    }

    void note(WeightDistribution.Decider decider, double weight, long expectedMatches) {
      compared++;
      expected += expectedMatches;
      distribution.add(decider, (float) weight, expectedMatches);
    }
  }

  Outcome match(MatchProgress progress) {
    Part[] parts = new Part[candidates.chunks()];
    Workers.run(
        threads,
        parts.length,
        () -> {
          PairDecider decider = decider();
          return chunk -> {
            Part part = new Part(settings);
            candidates.visit(chunk, (a, b) -> decide(a, b, decider, part));
            parts[chunk] = part;
          };
        },
        done -> progress.at("scoring", done, parts.length));
    Part judged = judged();
    candidates.finish();
    Part all = new Part(settings);
    Links links = new Links();
    for (int i = 0; i <= parts.length; i++) {
      Part part = i < parts.length ? parts[i] : judged;
      all.pairs.addAll(part.pairs);
      for (int link = 0; link < part.links.size(); link++) {
        links.add(part.links.a(link), part.links.b(link), part.links.weight(link));
      }
      all.expected += part.expected;
      all.merged += part.merged;
      all.mergedExpected += part.mergedExpected;
      all.compared += part.compared;
      all.distribution.addAll(part.distribution);
      all.borderline.addAll(part.borderline);
    }
    if (scope.sides() > 1) {
      links = best(links, all);
    }
    progress.at("clustering", 0, 0);
    Clusterer.Clusters clusters =
        Clusterer.cluster(global.length, links, judge(), settings.clusters());
    Expectation expectation =
        new Expectation(
            all.expected / FIXED_POINT / Math.max(LEAST_RECALL, plan.expectedRecall()),
            all.merged,
            all.mergedExpected / FIXED_POINT,
            all.compared);
    return new Outcome(
        all.pairs, clusters, doubts(clusters), expectation, all.distribution, all.borderline);
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
        all.distribution.move(
            decider(all.pairs.rule(pair), Verdict.DUPLICATE),
            WeightDistribution.Decider.KEPT,
            all.pairs.weights[pair],
            (long) (PairWeights.probability(weight) * FIXED_POINT));
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

  /** What people judged although no rule proposed it. */
  private Part judged() {
    Part part = new Part(settings);
    PairDecider decider = decider();
    for (int[] pair : judgements.pairs()) {
      if (scope.allows(pair[0], pair[1]) && candidates.rulesOf(pair[0], pair[1]) == 0) {
        decide(pair[0], pair[1], decider, part);
      }
    }
    return part;
  }

  /** Returns what decides of pairs for one thread. */
  PairDecider decider() {
    return new PairDecider(coder, weights, rules);
  }

  private void decide(int a, int b, PairDecider decider, Part part) {
    boolean told = decider.decide(a, b);
    double weight = decider.weight();
    long pattern = decider.pattern();
    if (decider.isPlain()) {
      if (weight < VANISHING) {
        part.note(WeightDistribution.Decider.WEIGHT, weight, 0);
      } else if (rules.veto(a, b, pattern)) {
        part.note(WeightDistribution.Decider.KEPT, weight, 0);
      } else {
        part.borderline.offer(weight, a, b, pattern);
        long matches = (long) (PairWeights.probability(weight) * FIXED_POINT);
        part.note(WeightDistribution.Decider.WEIGHT, weight, matches);
      }
      return;
    }
    String rule = decider.rule();
    Verdict verdict = decider.verdict();
    boolean none =
        rules.veto(a, b, pattern)
            || verdict == Verdict.ESTABLISHMENT
            || (rule.equals(Rules.SHARED_ONLY) && verdict != Verdict.UNDECIDED);
    long matches = (long) ((none ? 0 : PairWeights.probability(weight)) * FIXED_POINT);
    if (verdict == Verdict.DUPLICATE) {
      float link = decider.link();
      matches = (long) (PairWeights.probability(link) * FIXED_POINT);
      part.links.add(a, b, link);
      part.merged++;
      part.mergedExpected += matches;
    }
    part.note(decider(rule, verdict), weight, matches);
    if (rule.equals(Rules.WEIGHT)) {
      part.borderline.offer(weight, a, b, pattern);
    }
    if (told) {
      int one = Math.min(global[a], global[b]);
      int other = Math.max(global[a], global[b]);
      part.pairs.add(one, other, (float) weight, verdict, rule);
    }
  }

  private static WeightDistribution.Decider decider(String rule, Verdict verdict) {
    if (rule.equals(Rules.WEIGHT)) {
      return WeightDistribution.Decider.WEIGHT;
    }
    return verdict == Verdict.DUPLICATE
        ? WeightDistribution.Decider.MERGED
        : WeightDistribution.Decider.KEPT;
  }

  PairJudge judge() {
    PatternCoder.Worker worker = coder.worker();
    return new PairJudge() {
      @Override
      public double weight(int a, int b) {
        return weights.weight(a, b, worker.pattern(a, b));
      }

      @Override
      public boolean conflict(int a, int b) {
        return rules.canConflict() && rules.veto(a, b, worker.pattern(a, b));
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
