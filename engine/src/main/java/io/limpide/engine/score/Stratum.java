package io.limpide.engine.score;

import io.limpide.engine.compare.Levels;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The pairs of one blocking rule, counted by pattern. The fields that the rule is made of are left
 * out: in its blocks they agree by construction.
 */
final class Stratum {
  private static final long[] NONE = {0};

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
    Map<Long, long[]> byPattern = new HashMap<>();
    for (int i = 0; i < pairs.size(); i++) {
      if ((pairs.rules(i) >>> rule & 1) != 0) {
        byPattern.computeIfAbsent(pairs.pattern(i) & keep, pattern -> new long[1])[0] +=
            pairs.weight(i);
      }
    }
    long[] patterns = byPattern.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    double[] counts = new double[patterns.length];
    for (int at = 0; at < counts.length; at++) {
      counts[at] = byPattern.getOrDefault(patterns[at], NONE)[0];
    }
    return new Stratum(patterns, counts);
  }
}
