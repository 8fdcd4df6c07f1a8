package io.limpide.engine.score;

import io.limpide.engine.compare.PatternCoder;

/**
 * Weighs pairs for one thread. What a pattern says is remembered, and only the rarity of the values
 * that agree is left to look up.
 */
public final class Weigher {
  private final PairWeights weights;
  private final PatternMemory memory;
  private final int kinds;
  private final double[] sums; // of the pair weighed last: same, each related class, moved

  Weigher(PairWeights weights) {
    this.weights = weights;
    this.memory = new PatternMemory(weights);
    this.kinds = weights.kinds();
    this.sums = new double[kinds];
  }

  /** Returns the weight of a pair, in bits. */
  public double weight(int a, int b, long pattern) {
    for (int left = memory.read(pattern, sums); left != 0; left &= left - 1) {
      int field = Integer.numberOfTrailingZeros(left);
      int level = PatternCoder.level(pattern, field);
      weights.addRarity(field, level, weights.rarity(field, a, b, level), sums);
    }
    return weights.weight(sums);
  }

  /** Returns whether the pair weighed last may be more probably related than not. */
  public boolean mayBeRelated() {
    for (int kind = 1; kind < kinds - 1; kind++) {
      if (weights.relatedPrior(kind - 1) + sums[kind] > -1e-6) {
        return true;
      }
    }
    return false;
  }
}
