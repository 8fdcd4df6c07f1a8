package io.limpide.engine.score;

import io.limpide.engine.compare.FieldComparison;
import io.limpide.engine.compare.PatternCoder;

/**
 * How many times more often each kind of pair looks like a given one than strangers do. What {@link
 * Weigher} adds up in bits is multiplied here, for no sum needs its logarithm, and learning asks
 * this of every pair again and again.
 */
final class KindOdds {
  private static final int COUNTS = 1024; // most values are rarer

  private final PairWeights weights;
  private final FieldComparison[] fields;
  private final int kinds; // same, each related class, moved
  private final double[][] exact; // [field][count]: what the rarity of the value makes of the odds
  private final double[][] close;

  KindOdds(PairWeights weights) {
    this.weights = weights;
    this.fields = weights.model().fields().toArray(new FieldComparison[0]);
    this.kinds = weights.kinds();
    this.exact = new double[fields.length][];
    this.close = new double[fields.length][];
    for (int field = 0; field < fields.length; field++) {
      exact[field] = table(field, fields[field].levels().exact());
      close[field] = table(field, fields[field].levels().close());
    }
  }

  private double[] table(int field, int level) {
    double[] table = new double[COUNTS];
    for (int count = 0; level != 0 && count < COUNTS; count++) {
      table[count] = rarity(field, level, count);
    }
    return table;
  }

  private double rarity(int field, int level, int count) {
    return Bits.pow2(weights.rarityOf(field, level, count));
  }

  /** Returns the number of kinds but strangers: same, each related class, moved. */
  int kinds() {
    return kinds;
  }

  /** Returns what asks for one thread. */
  Worker worker() {
    return new Worker();
  }

  /** Asks for one thread. */
  final class Worker {
    private final PatternMemory memory = new PatternMemory(weights, Bits::pow2);
    private final double[] odds = new double[kinds];

    /** Returns the fields whose values may be rare, as bits: those that agree, or nearly. */
    int rare(long pattern) {
      return memory.rare(pattern);
    }

    /**
     * Returns the odds of each kind, in an array that is used again.
     *
     * @param counts how common the values of the {@link #rare} fields are, from {@code at} on
     */
    double[] of(long pattern, int[] counts, int at) {
      int next = at;
      for (int left = memory.read(pattern, odds); left != 0; left &= left - 1) {
        int field = Integer.numberOfTrailingZeros(left);
        int level = PatternCoder.level(pattern, field);
        int count = counts[next++];
        if (count >= 0) {
          multiply(field, level, ofCount(field, level, count));
        }
      }
      return odds;
    }

    private double ofCount(int field, int level, int count) {
      if (count >= COUNTS) {
        return rarity(field, level, count);
      }
      return (level == fields[field].levels().exact() ? exact : close)[field][count];
    }

    private void multiply(int field, int level, double rarity) {
      odds[0] *= rarity;
      for (int kind = 1; kind < kinds - 1; kind++) {
        if (weights.related(kind - 1, field, level) != 0) {
          odds[kind] *= rarity;
        }
      }
      if (!weights.isLeftBehind(field)) {
        odds[kinds - 1] *= rarity;
      }
    }
  }
}
