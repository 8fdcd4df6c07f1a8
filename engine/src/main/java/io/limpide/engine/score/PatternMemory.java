package io.limpide.engine.score;

import java.util.Arrays;

/**
 * Remembers for one thread what patterns say of each kind of pair: millions of pairs have but
 * thousands of patterns.
 */
final class PatternMemory {
  private static final int SLOT_BITS = 12;

  private final PairWeights weights;
  private final int kinds;
  private final long[] patterns = new long[1 << SLOT_BITS];
  private final int[] rare = new int[1 << SLOT_BITS];
  private final double[] remembered; // [slot * kinds + kind]

  PatternMemory(PairWeights weights) {
    this.weights = weights;
    this.kinds = weights.kinds();
    this.remembered = new double[kinds << SLOT_BITS];
    Arrays.fill(patterns, -1); // no pattern: it would have levels that no field has
  }

  /**
   * Writes what a pattern says of each kind, in bits.
   *
   * @return the fields whose values may be rare, as bits: those that agree, or nearly
   */
  int read(long pattern, double[] into) {
    int slot = slot(pattern);
    System.arraycopy(remembered, slot * kinds, into, 0, kinds);
    return rare[slot];
  }

  /** Returns the fields whose values may be rare, as bits. */
  int rare(long pattern) {
    return rare[slot(pattern)];
  }

  private int slot(long pattern) {
    int slot = (int) ((pattern * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - SLOT_BITS));
    if (patterns[slot] != pattern) {
      patterns[slot] = pattern;
      rare[slot] = weights.ofPattern(pattern, remembered, slot * kinds);
    }
    return slot;
  }
}
