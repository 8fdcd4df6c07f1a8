package io.limpide.engine.match;

/**
 * How many of the compared pairs have which weight, and how many of these are expected to be of one
 * party. Distributions merge: any split of the pairs, added up in any order, gives what one pass
 * over all of them would. Their size does not depend on the pairs.
 *
 * <p>Expected matches are kept in fixed point, so that adding up is exact.
 */
public final class WeightDistribution {
  /** The first bin gathers all pairs below this weight, in bits. */
  public static final int LOW = -40;

  /** The last bin gathers all pairs of this weight and more. */
  public static final int HIGH = 60;

  /** A bit is so many bins wide. */
  public static final int STEPS = 4;

  static final double FIXED_POINT = 0x1p32;
  private static final int BINS = (HIGH - LOW) * STEPS + 2;

  /** What may decide about a pair. */
  public enum Decider {
    /** Its weight: another threshold would change what becomes of it. */
    WEIGHT(0),
    /** A rule that merges it, whatever it weighs. */
    MERGED(1),
    /** A rule that never merges it unseen, whatever it weighs. */
    KEPT(2);

    private final int place;

    Decider(int place) {
      this.place = place;
    }
  }

  private final long[][] pairs = new long[Decider.values().length][BINS];
  private final long[][] expected = new long[Decider.values().length][BINS];

  void add(Decider decider, float weight, long expectedMatches) {
    int bin = bin(weight);
    pairs[decider.place][bin]++;
    expected[decider.place][bin] += expectedMatches;
  }

  /** Another rule decides about a pair that was added before. */
  void move(Decider from, Decider to, float weight, long expectedMatches) {
    int bin = bin(weight);
    pairs[from.place][bin]--;
    expected[from.place][bin] -= expectedMatches;
    add(to, weight, expectedMatches);
  }

  void addAll(WeightDistribution other) {
    for (int decider = 0; decider < pairs.length; decider++) {
      for (int bin = 0; bin < BINS; bin++) {
        pairs[decider][bin] += other.pairs[decider][bin];
        expected[decider][bin] += other.expected[decider][bin];
      }
    }
  }

  private static int bin(double weight) {
    double bin = Math.floor((weight - LOW) * STEPS) + 1;
    return (int) Math.max(0, Math.min(BINS - 1.0, bin));
  }

  /** Returns how many pairs weigh at least {@code from} and less than {@code to} bits. */
  public long pairs(Decider decider, double from, double to) {
    return sum(pairs[decider.place], from, to);
  }

  /** Returns how many of the pairs of such weights are expected to be of one party. */
  public double matches(Decider decider, double from, double to) {
    return sum(expected[decider.place], from, to) / FIXED_POINT;
  }

  private static long sum(long[] bins, double from, double to) {
    long sum = 0;
    int first = from < LOW ? 0 : bin(from);
    int last = to >= HIGH + 1.0 / STEPS ? BINS : bin(to);
    for (int bin = first; bin < last; bin++) {
      sum += bins[bin];
    }
    return sum;
  }

  /** Returns the number of pairs. */
  public long pairs() {
    long sum = 0;
    for (Decider decider : Decider.values()) {
      sum += pairs(decider, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    return sum;
  }

  /**
   * Returns what may be expected if pairs were merged from a weight on.
   *
   * @param threshold in bits; taken to the nearest quarter
   */
  public Expectation at(double threshold) {
    double all = Double.POSITIVE_INFINITY;
    double from = Math.rint(threshold * STEPS) / STEPS;
    double matches = 0;
    for (Decider decider : Decider.values()) {
      matches += matches(decider, -all, all);
    }
    return new Expectation(
        matches,
        pairs(Decider.WEIGHT, from, all) + pairs(Decider.MERGED, -all, all),
        matches(Decider.WEIGHT, from, all) + matches(Decider.MERGED, -all, all),
        pairs());
  }
}
