package io.limpide.engine.score;

import io.limpide.engine.compare.Levels;
import java.util.Arrays;

/**
 * The pairs of one blocking rule, counted by pattern. The fields that the rule is made of are left
 * out: in its blocks they agree by construction.
 */
final class Stratum {
  final long[] patterns;
  final double[] counts;
  final double total;

  private Stratum(long[] patterns, double[] counts) {
    this.patterns = patterns;
    this.counts = counts;
    this.total = Arrays.stream(counts).sum();
  }

  /**
   * @param rule its bit in the pairs' rules
   * @param fields bit f is set for each field to leave out
   */
  static Stratum of(TrainingPairs pairs, int rule, long fields) {
    long keep = -1;
    for (int field = 0; field < 64 / Levels.BITS; field++) {
      if ((fields >>> field & 1) != 0) {
        keep &= ~(7L << (Levels.BITS * field));
      }
    }
    long[] sorted = new long[pairs.size()];
    int size = 0;
    for (int i = 0; i < pairs.size(); i++) {
      if ((pairs.rules(i) >>> rule & 1) != 0) {
        sorted[size++] = pairs.pattern(i) & keep;
      }
    }
    Arrays.sort(sorted, 0, size);
    long[] patterns = new long[size];
    double[] counts = new double[size];
    int distinct = 0;
    for (int from = 0; from < size; distinct++) {
      int to = from;
      while (to < size && sorted[to] == sorted[from]) {
        to++;
      }
      patterns[distinct] = sorted[from];
      counts[distinct] = to - from;
      from = to;
    }
    return new Stratum(Arrays.copyOf(patterns, distinct), Arrays.copyOf(counts, distinct));
  }
}
