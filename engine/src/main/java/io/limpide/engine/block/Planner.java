package io.limpide.engine.block;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses blocking rules for the records at hand.
 *
 * <p>Candidates are all atoms and all pairs of atoms of different fields (triples too, where a pair
 * would make too many pairs). They are taken greedily by how many imagined true pairs each would
 * add ({@link VirtualPairs}) per pair of records it makes, until nothing is gained or the budget is
 * spent. Of a block that is windowed only the share that is made into pairs counts as found. Few
 * enough records are all compared with one another.
 *
 * <p>Rules that were asked for are taken as they stand instead, with all their pairs.
 */
public final class Planner {
  private static final int LEAST_GAIN = 2; // of VirtualPairs.COUNT
  private static final int MOST_ATOMS = 40;
  private static final double MOST_PAIRS_PER_FIND = 5000;
  private static final double ASSUMED_DUPLICATES = 0.1; // per record

  private final List<Atom> atoms;
  private final PairScope scope;
  private final BlockingSettings settings;
  private final VirtualPairs truths;
  private final PairCounts counts;
  private final List<BlockIndex> chosen = new ArrayList<>();
  private final List<RuleReport> reports = new ArrayList<>();
  private final Set<String> skipped = new LinkedHashSet<>();
  private final long[] covered = VirtualPairs.nothing();
  private double budget;

  private Planner(
      List<Atom> atoms, List<FieldPrior> priors, PairScope scope, BlockingSettings settings) {
    this.atoms = atoms;
    this.scope = scope;
    this.settings = settings;
    this.truths = new VirtualPairs(this.atoms, priors, scope.records());
    this.counts = new PairCounts(this.atoms, scope, settings);
    this.budget = settings.budget(scope.records());
  }

  /**
   * Returns the share of the true pairs that a plan is expected to make, 0 to 1, when more is known
   * of the fields than when it was made.
   */
  public static double recall(Planned planned, List<FieldPrior> known, PairScope scope) {
    BlockingPlan plan = planned.plan;
    VirtualPairs truths = new VirtualPairs(planned.atoms, known, scope.records());
    long[] covered = VirtualPairs.nothing();
    for (int rule = 0; rule < plan.rules().size(); rule++) {
      long[] found = truths.foundBy(plan.rules().get(rule));
      VirtualPairs.thin(found, plan.reports().get(rule).share());
      VirtualPairs.cover(covered, found);
    }
    return VirtualPairs.gain(covered, VirtualPairs.nothing()) / (double) VirtualPairs.COUNT;
  }

  /**
   * What was planned, ready to make pairs.
   *
   * @param atoms what the rules of the plan name by number
   */
  public record Planned(BlockingPlan plan, CandidatePairs pairs, List<Atom> atoms) {}

  /**
   * Chooses rules.
   *
   * @param atoms what rules may ask to be equal, the most telling first
   * @param priors what is assumed of each field, by the atoms' field numbers
   */
  public static Planned plan(
      List<Atom> atoms, List<FieldPrior> priors, PairScope scope, BlockingSettings settings) {
    List<Atom> asked = AskedRules.used(settings.asked(), atoms);
    boolean free = asked.isEmpty();
    List<Atom> few = atoms.size() > MOST_ATOMS ? atoms.subList(0, MOST_ATOMS) : atoms;
    Planner planner = new Planner(free ? few : asked, priors, scope, settings);
    if (free) {
      planner.choose();
    } else {
      planner.takeAsked(AskedRules.of(settings.asked(), asked));
    }
    List<BlockingRule> rules = planner.chosen.stream().map(index -> index.rule).toList();
    double recall =
        VirtualPairs.gain(planner.covered, VirtualPairs.nothing()) / (double) VirtualPairs.COUNT;
    return new Planned(
        new BlockingPlan(
            rules,
            planner.reports,
            recall,
            List.copyOf(planner.skipped),
            !free && planner.budget < 0),
        new CandidatePairs(scope, planner.chosen),
        planner.atoms);
  }

  private static final class Candidate {
    final BlockingRule rule;
    final long[] found;
    double cost;
    boolean counted;

    Candidate(BlockingRule rule, long[] found, double cost) {
      this.rule = rule;
      this.found = found;
      this.cost = cost;
    }

    void count(PairCounts.Counted pairs) {
      cost = pairs.made();
      VirtualPairs.thin(found, pairs.share());
      counted = true;
    }
  }

  private void choose() {
    List<Candidate> candidates = candidates();
    for (Candidate candidate : List.copyOf(candidates)) {
      if (atoms.get(candidate.rule.atoms().get(0)).certain()
          && candidate.rule.atoms().size() == 1
          && chosen.size() < settings.rules()) {
        take(candidate);
        candidates.remove(candidate);
      }
    }
    boolean all = scope.pairs() <= settings.pairsAlways() && scope.records() > 1;
    while (chosen.size() < settings.rules()) {
      Candidate best = best(candidates);
      if (best == null) {
        break;
      }
      if (!best.counted) {
        best.count(counts.of(best.rule));
      } else if (best.cost > budget) {
        if (!all) {
          skipped.add(best.rule.name());
        }
        candidates.remove(best);
      } else if (!pays(best)) {
        candidates.remove(best);
      } else {
        take(best);
        candidates.remove(best);
      }
    }
    if (all) {
      takeEverything();
    }
  }

  /**
   * Whether a rule finds enough for the pairs it makes. Those that are always affordable need not
   * pay: few records are compared all the more thoroughly.
   */
  private boolean pays(Candidate candidate) {
    double made = settings.budget(scope.records()) - budget + candidate.cost;
    double gain = VirtualPairs.gain(candidate.found, covered) / (double) VirtualPairs.COUNT;
    double found = gain * ASSUMED_DUPLICATES * scope.records();
    return made <= settings.pairsAlways() || candidate.cost <= MOST_PAIRS_PER_FIND * found;
  }

  private @Nullable Candidate best(List<Candidate> candidates) {
    Candidate best = null;
    double bestRatio = 0;
    for (Candidate candidate : candidates) {
      int gain = VirtualPairs.gain(candidate.found, covered);
      double ratio = gain / (candidate.cost + scope.records());
      if (gain >= LEAST_GAIN && ratio > bestRatio) {
        best = candidate;
        bestRatio = ratio;
      }
    }
    return best;
  }

  private void take(Candidate candidate) {
    int gain = VirtualPairs.gain(candidate.found, covered);
    BlockIndex index =
        new BlockIndex(candidate.rule, atoms, scope, settings.largestBlock(), settings.window());
    budget -= index.pairs;
    VirtualPairs.cover(covered, candidate.found);
    add(index, gain);
  }

  private void takeAsked(List<BlockingRule> asked) {
    List<BlockIndex> indices =
        asked.parallelStream()
            .map(rule -> new BlockIndex(rule, atoms, scope, Integer.MAX_VALUE, settings.window()))
            .toList();
    for (BlockIndex index : indices) {
      long[] found = truths.foundBy(index.rule);
      int gain = VirtualPairs.gain(found, covered);
      VirtualPairs.cover(covered, found);
      budget -= index.pairs;
      add(index, gain);
    }
  }

  private void takeEverything() {
    long[] found = truths.foundBy(BlockingRule.of(atoms));
    int gain = VirtualPairs.gain(found, covered);
    VirtualPairs.cover(covered, found);
    add(
        new BlockIndex(BlockingRule.of(atoms), atoms, scope, Integer.MAX_VALUE, settings.window()),
        gain);
  }

  private void add(BlockIndex index, int gain) {
    chosen.add(index);
    reports.add(
        new RuleReport(
            index.rule.name(),
            index.pairs,
            gain / (double) VirtualPairs.COUNT,
            index.windowedBlocks,
            index.windowedEntries,
            index.pairsGivenUp,
            index.blocks,
            index.largestBlock));
  }

  private List<Candidate> candidates() {
    List<Candidate> singles = new ArrayList<>();
    for (int atom = 0; atom < atoms.size(); atom++) {
      BlockingRule rule = BlockingRule.of(atoms, atom);
      Candidate single = new Candidate(rule, truths.foundBy(rule), 0);
      single.count(counts.of(rule));
      singles.add(single);
    }
    List<Candidate> candidates = new ArrayList<>(singles);
    double all = Math.max(1, scope.pairs());
    for (int a = 0; a < atoms.size(); a++) {
      for (int b = a + 1; b < atoms.size(); b++) {
        if (!joinable(a, b)) {
          continue;
        }
        double cost = singles.get(a).cost * singles.get(b).cost / all;
        if (cost <= 2 * budget) {
          candidates.add(candidate(cost, a, b));
        }
        if (cost > budget / 8) {
          for (int c = b + 1; c < atoms.size(); c++) {
            double less = cost * singles.get(c).cost / all;
            if (joinable(a, c) && joinable(b, c) && less <= 2 * budget) {
              candidates.add(candidate(less, a, b, c));
            }
          }
        }
      }
    }
    candidates.sort(Comparator.comparing(candidate -> candidate.rule.name()));
    return candidates;
  }

  private Candidate candidate(double cost, int... chosenAtoms) {
    BlockingRule rule = BlockingRule.of(atoms, chosenAtoms);
    return new Candidate(rule, truths.foundBy(rule), cost);
  }

  private boolean joinable(int a, int b) {
    Atom one = atoms.get(a);
    Atom other = atoms.get(b);
    return one.field() != other.field() && (one.codes().size() == 1 || other.codes().size() == 1);
  }
}
