package io.limpide.engine.score;

import io.limpide.engine.compare.FieldComparison;
import io.limpide.engine.compare.PatternCoder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Counts how many pairs are of the same party, related, or strangers: over all rules, each pair
 * once, the rarity of its values included. What the levels mean is given; the shares of the kinds
 * are found by expectation maximisation.
 */
final class KindShares {
  private static final int ROUNDS = 40;
  private static final double AT_REST = 0.001; // of the share of the same
  private static final int PART = 1 << 15; // pairs weighed by one thread at a time
  private static final double FIXED_POINT = 0x1p30;
  private static final double LEAST_COUNTED = -38; // bits; what is less vanishes in fixed point
  private static final double MOST_ODDS = 120; // bits
  private static final double ASSUMED_PAIRS = 20_000; // weight of the shares one starts from
  private static final double ASSUMED_MOVERS = 200; // the same for those who moved
  private static final double MOST_SAME = 0.5;
  private static final double MOST_RELATED = 0.2;
  private static final double RELATED_ASSUMED = 0.1; // of what is assumed of the same

  private final List<FieldComparison> fields;
  private final TrainingPairs pairs;
  private final double allPairs;
  private List<int[]> counts = List.of(); // how common agreeing values are, part by part

  /**
   * @param allPairs how many pairs are possible
   */
  KindShares(List<FieldComparison> fields, TrainingPairs pairs, double allPairs) {
    this.fields = fields;
    this.pairs = pairs;
    this.allPairs = allPairs;
  }

  /** Returns the model with the shares as counted; those it has are where to start from. */
  Model counted(Model start) {
    int classes = start.classes().size();
    int kinds = classes + 2;
    float[] odds = odds(start);
    Model model = start;
    double assumed = start.sameShare() * ASSUMED_PAIRS;
    for (int round = 0; round < ROUNDS; round++) {
      long[] sums = sums(odds, priors(model));
      double share = share(sums[0] + sums[kinds - 1], assumed, MOST_SAME);
      double[] others = new double[classes];
      for (int c = 0; c < classes; c++) {
        others[c] = share(sums[c + 1], assumed * RELATED_ASSUMED, MOST_RELATED);
      }
      boolean rest = Math.abs(share - model.sameShare()) < AT_REST * model.sameShare();
      model = model.with(share, moved(start.movedShare(), sums[0], sums[kinds - 1]), others);
      if (rest) {
        break;
      }
    }
    return model;
  }

  /** The odds of each kind against strangers: same and stayed, each related class, moved. */
  private static double[] priors(Model model) {
    int classes = model.classes().size();
    double[] priors = new double[classes + 2];
    priors[0] = model.sameShare() * (1 - model.movedShare()) / model.strangersShare();
    priors[classes + 1] = model.sameShare() * model.movedShare() / model.strangersShare();
    for (int c = 0; c < classes; c++) {
      priors[c + 1] = model.relatedShares()[c] / model.strangersShare();
    }
    return priors;
  }

  private static long[] sums(float[] odds, double[] priors) {
    int kinds = priors.length;
    long[] sums = new long[kinds];
    double[] each = new double[kinds];
    for (int at = 0; at < odds.length; at += kinds + 1) {
      double all = 1;
      for (int kind = 0; kind < kinds; kind++) {
        each[kind] = priors[kind] * odds[at + kind];
        all += each[kind];
      }
      double unit = odds[at + kinds] * FIXED_POINT / all;
      for (int kind = 0; kind < kinds; kind++) {
        sums[kind] += (long) (each[kind] * unit);
      }
    }
    return sums;
  }

  private double moved(double assumed, long stayed, long moved) {
    double pairsMoved = moved / FIXED_POINT;
    double all = (stayed + moved) / FIXED_POINT;
    return assumed == 0 ? 0 : (pairsMoved + ASSUMED_MOVERS * assumed) / (all + ASSUMED_MOVERS);
  }

  private double share(long sum, double assumed, double most) {
    return Math.min(most, (sum / FIXED_POINT + assumed) / (allPairs + ASSUMED_PAIRS));
  }

  /** How much more often the levels of each pair occur in each kind of pair than by chance. */
  private float[] odds(Model start) {
    PairWeights weights = new PairWeights(start);
    if (counts.isEmpty()) {
      counts = inParts((from, to) -> counts(new PatternMemory(weights), from, to));
    }
    double least = LEAST_COUNTED - start.prior();
    List<float[]> parts = inParts((from, to) -> odds(weights, least, from, to));
    float[] odds = new float[Math.toIntExact(parts.stream().mapToLong(part -> part.length).sum())];
    int size = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, odds, size, part.length);
      size += part.length;
    }
    return odds;
  }

  private interface OfPart<T> {
    T of(int from, int to);
  }

  /** The same parts of the pairs however many processors there are, in their order. */
  private <T> List<T> inParts(OfPart<T> work) {
    int parts = (pairs.size() + PART - 1) / PART;
    return IntStream.range(0, parts)
        .parallel()
        .mapToObj(part -> work.of(part * PART, Math.min(pairs.size(), (part + 1) * PART)))
        .toList();
  }

  /**
   * The odds of each kind for a part of the pairs, and how many pairs each stands for; those that
   * count for nothing are left out.
   */
  private float[] odds(PairWeights weights, double least, int from, int to) {
    PatternMemory memory = new PatternMemory(weights);
    double[] bits = new double[weights.kinds()];
    float[] odds = new float[(to - from) * (bits.length + 1)];
    int[] common = counts.get(from / PART);
    int size = 0;
    int at = 0;
    for (int i = from; i < to; i++) {
      long pattern = pairs.pattern(i);
      for (int left = memory.read(pattern, bits); left != 0; left &= left - 1) {
        int field = Integer.numberOfTrailingZeros(left);
        int level = PatternCoder.level(pattern, field);
        weights.addRarity(field, level, weights.rarityOf(field, level, common[at++]), bits);
      }
      double most = bits[0];
      for (double ofKind : bits) {
        most = Math.max(most, ofKind);
      }
      if (most < least) {
        continue;
      }
      for (double ofKind : bits) {
        odds[size++] = (float) Bits.pow2(Math.min(MOST_ODDS, ofKind));
      }
      odds[size++] = pairs.weight(i);
    }
    return Arrays.copyOf(odds, size);
  }

  /** How common the values that agree are, pair by pair: the same in all rounds. */
  private int[] counts(PatternMemory memory, int from, int to) {
    int[] all = new int[4 * (to - from) + 1];
    int size = 0;
    for (int i = from; i < to; i++) {
      long pattern = pairs.pattern(i);
      if (size + Integer.SIZE > all.length) {
        all = Arrays.copyOf(all, Math.addExact(all.length, (all.length >> 1) + Integer.SIZE));
      }
      for (int left = memory.rare(pattern); left != 0; left &= left - 1) {
        int field = Integer.numberOfTrailingZeros(left);
        int level = PatternCoder.level(pattern, field);
        all[size++] = fields.get(field).commonness(pairs.a(i), pairs.b(i), level);
      }
    }
    return all;
  }
}
