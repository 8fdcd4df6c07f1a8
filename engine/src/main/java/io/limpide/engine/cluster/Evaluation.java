package io.limpide.engine.cluster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How good groups are, held against the truth.
 *
 * <p>Pairwise figures count pairs of records in one group. B-cubed looks at each record: which
 * share of its group belongs there (precision), which share of what belongs there is in it
 * (recall); the mean over the records. Source: A. Bagga, B. Baldwin, "Algorithms for scoring
 * coreference chains", 1998.
 *
 * @param found pairs found
 * @param truth pairs there are
 * @param common pairs found that are right
 * @param bcubedPrecision 0 to 1; NaN where only pairs are known
 * @param bcubedRecall 0 to 1; NaN where only pairs are known
 */
public record Evaluation(
    long found, long truth, long common, double bcubedPrecision, double bcubedRecall) {
  /** Returns the share of the pairs found that are right; 1 when none was found. */
  public double precision() {
    return found == 0 ? 1 : common / (double) found;
  }

  /** Returns the share of the right pairs that were found; 1 when there are none. */
  public double recall() {
    return truth == 0 ? 1 : common / (double) truth;
  }

  /** Returns the harmonic mean of precision and recall. */
  public double f1() {
    return harmonic(precision(), recall());
  }

  /** Returns the harmonic mean of the two B-cubed figures. */
  public double bcubed() {
    return harmonic(bcubedPrecision, bcubedRecall);
  }

  private static double harmonic(double a, double b) {
    return a + b == 0 ? 0 : 2 * a * b / (a + b);
  }

  /**
   * Compares groups, given as a label for each record.
   *
   * @param found the group of each record
   * @param truth the right group of each record; of the same length
   */
  public static Evaluation ofClusters(int[] found, int[] truth) {
    if (found.length != truth.length) {
      throw new IllegalArgumentException(
          "%d records in groups, but %d in the truth".formatted(found.length, truth.length));
    }
    Map<Integer, Long> ofFound = new HashMap<>();
    Map<Integer, Long> ofTruth = new HashMap<>();
    Map<Long, Long> ofBoth = new HashMap<>();
    for (int record = 0; record < found.length; record++) {
      ofFound.merge(found[record], 1L, Long::sum);
      ofTruth.merge(truth[record], 1L, Long::sum);
      ofBoth.merge(key(found[record], truth[record]), 1L, Long::sum);
    }
    double precision = 0;
    double recall = 0;
    for (Map.Entry<Long, Long> both : ofBoth.entrySet()) {
      double shared = both.getValue();
      precision += shared * shared / ofFound.getOrDefault((int) (both.getKey() >> 32), 1L);
      recall += shared * shared / ofTruth.getOrDefault((int) (long) both.getKey(), 1L);
    }
    double records = Math.max(1, found.length);
    return new Evaluation(
        pairs(ofFound.values()),
        pairs(ofTruth.values()),
        pairs(ofBoth.values()),
        found.length == 0 ? 1 : precision / records,
        found.length == 0 ? 1 : recall / records);
  }

  /** Compares pairs, each written as {@link #key} of its two records. */
  public static Evaluation ofPairs(Set<Long> found, Set<Long> truth) {
    Set<Long> common = new HashSet<>(found);
    common.retainAll(truth);
    return new Evaluation(found.size(), truth.size(), common.size(), Double.NaN, Double.NaN);
  }

  /** Writes two numbers as one. */
  public static long key(int a, int b) {
    return (long) a << 32 | (b & 0xffff_ffffL);
  }

  private static long pairs(Iterable<Long> sizes) {
    long pairs = 0;
    for (long size : sizes) {
      pairs += size * (size - 1) / 2;
    }
    return pairs;
  }
}
