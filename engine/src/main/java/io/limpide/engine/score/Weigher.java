package io.limpide.engine.score;

import io.limpide.engine.compare.FieldComparison;
import io.limpide.engine.compare.Levels;
import io.limpide.engine.compare.PatternCoder;
import java.util.Arrays;

/**
 * Weighs pairs for one thread. Millions of pairs have but thousands of patterns: what a pattern
 * says is remembered, and only the rarity of the values that agree is left to look up.
 */
public final class Weigher {
  private static final int SLOT_BITS = 12;
  private static final double NOTHING = -60; // log2 of odds that vanish beside 1

  private final PairWeights weights;
  private final FieldComparison[] fields;
  private final int kinds;
  private final long[] patterns = new long[1 << SLOT_BITS];
  private final int[] rare = new int[1 << SLOT_BITS]; // bit f: the value of field f may be rare
  private final double[] remembered; // [slot * kinds + kind]
  private final double[] sums; // of the pair weighed last: same, each related class, moved

  Weigher(PairWeights weights, FieldComparison[] fields, int kinds) {
    this.weights = weights;
    this.fields = fields;
    this.kinds = kinds;
    this.remembered = new double[kinds << SLOT_BITS];
    this.sums = new double[kinds];
    Arrays.fill(patterns, -1); // no pattern: it would have levels that no field has
  }

  /** Returns the weight of a pair, in bits. */
  public double weight(int a, int b, long pattern) {
    sum(a, b, pattern);
    double odds = 1;
    for (int kind = 1; kind < kinds - 1; kind++) {
      double related = weights.relatedPrior(kind - 1) + sums[kind];
      odds += related < NOTHING ? 0 : Bits.pow2(related);
    }
    double same = weights.prior() + sums[0] + weights.orMoved(sums[0], sums[kinds - 1]);
    return odds == 1 ? same : same - Bits.log2(odds);
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

  /**
   * Sums up what does not depend on how many pairs are same or related: first the weights for the
   * same party, then those for each class, last those for the same party having moved. The array is
   * used again.
   */
  private void sum(int a, int b, long pattern) {
    int slot = start(pattern);
    for (int left = rare[slot]; left != 0; left &= left - 1) {
      int field = Integer.numberOfTrailingZeros(left);
      int level = PatternCoder.level(pattern, field);
      add(field, level, weights.rarity(field, a, b, level));
    }
  }

  private int start(long pattern) {
    int slot = (int) ((pattern * 0x9E3779B97F4A7C15L) >>> (64 - SLOT_BITS));
    if (patterns[slot] != pattern) {
      remember(slot, pattern);
    }
    System.arraycopy(remembered, slot * kinds, sums, 0, kinds);
    return slot;
  }

  private void add(int field, int level, double rarity) {
    sums[0] += rarity;
    for (int kind = 1; kind < kinds - 1; kind++) {
      sums[kind] += weights.related(kind - 1, field, level) == 0 ? 0 : rarity;
    }
    sums[kinds - 1] += weights.isLeftBehind(field) ? 0 : rarity;
  }

  private void remember(int slot, long pattern) {
    int at = slot * kinds;
    Arrays.fill(remembered, at, at + kinds, 0);
    patterns[slot] = pattern;
    rare[slot] = 0;
    for (int field = 0; field < fields.length; field++) {
      int level = PatternCoder.level(pattern, field);
      if (level == Levels.MISSING) {
        continue;
      }
      Levels levels = fields[field].levels();
      if (level == levels.exact() || level == levels.close()) {
        rare[slot] |= 1 << field;
      }
      double says = weights.ofLevel(field, level);
      remembered[at] += says;
      for (int kind = 1; kind < kinds - 1; kind++) {
        remembered[at + kind] += weights.related(kind - 1, field, level);
      }
      remembered[at + kinds - 1] += weights.isLeftBehind(field) ? 0 : says;
    }
  }
}
