package io.limpide.engine.score;

import io.limpide.engine.block.PairScope;
import io.limpide.engine.compare.FieldComparison;
import io.limpide.engine.compare.Levels;
import io.limpide.engine.compare.PatternCoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often two records drawn at random reach each level of each field (the u-probabilities): the
 * exact level from the counts of the values, without error, the others from all pairs of a sample.
 */
public final class Chances {
  private final double[][] shares;
  private final double[] closeCounts;

  Chances(double[][] shares, double[] closeCounts) {
    this.shares = shares;
    this.closeCounts = closeCounts;
  }

  /** Returns the chance of each level, {@code [field][level]}; level 0 is not used. */
  double[][] shares() {
    return shares;
  }

  /**
   * Returns how many records have the rarer of two close values, the geometric mean over pairs
   * drawn at random, by field; NaN where none was seen.
   */
  double[] closeCounts() {
    return closeCounts;
  }

  private static final int SAMPLE = 1500;
  private static final int PARTS = 4;
  private static final int TILE = 128;
  private static final int COUNT_BITS = 27; // the rest names the field
  private static final int MOST_COUNTED = (1 << COUNT_BITS) - 1;
  private static final double ASSUMED_PAIRS = 20_000; // weight of what is assumed beforehand

  /** Counts and draws. */
  public static Chances of(PatternCoder coder, PairScope scope) {
    List<FieldComparison> fields = coder.fields();
    double[][] seen = new double[fields.size()][8];
    double[] logs = new double[fields.size()];
    count(coder, scope, seen, logs);
    double[][] chances = new double[fields.size()][];
    for (int field = 0; field < chances.length; field++) {
      chances[field] = chance(fields.get(field), seen[field], scope);
      int close = fields.get(field).levels().close();
      logs[field] =
          close == 0 || seen[field][close] < 20
              ? Double.NaN
              : Math.exp(logs[field] / seen[field][close]);
    }
    return new Chances(chances, logs);
  }

  private static void count(PatternCoder coder, PairScope scope, double[][] seen, double[] logs) {
    int records = scope.records();
    int size = Math.min(SAMPLE, records);
    int[] sample = new int[size];
    for (int i = 0; i < size; i++) {
      sample[i] = (int) ((long) i * records / size); // records are in order of content
    }
    List<Part> parts =
        IntStream.range(0, Math.min(PARTS, size))
            .parallel()
            .mapToObj(part -> Part.of(coder, scope, sample, part))
            .toList();
    for (Part part : parts) {
      part.addTo(seen);
    }
    for (int i = 0; i < size; i++) { // logarithms are added up in the order of the sample
      for (int close : parts.get(i % PARTS).close.get(i / PARTS)) {
        logs[close >>> COUNT_BITS] += Math.log(Math.max(1, close & MOST_COUNTED));
      }
    }
  }

  /** Every so many-th record of the sample, compared with those after it. */
  private static final class Part {
    private final FieldComparison[] fields;
    private final int[][] seen;
    private final List<int[]> close = new ArrayList<>(); // by record: field and count of the rarer

    private Part(FieldComparison[] fields) {
      this.fields = fields;
      this.seen = new int[fields.length][8];
    }

    /** Some records at a time, so that what they are compared by stays in the cache. */
    static Part of(PatternCoder coder, PairScope scope, int[] sample, int first) {
      Part part = new Part(coder.fields().toArray(new FieldComparison[0]));
      PatternCoder.Worker worker = coder.worker();
      for (int i = first; i < sample.length; i += PARTS) {
        part.close.add(new int[0]);
      }
      for (int from = 0; from < sample.length; from += TILE) {
        int to = Math.min(sample.length, from + TILE);
        for (int i = first; i < to; i += PARTS) {
          for (int j = Math.max(from, i + 1); j < to; j++) {
            if (scope.allows(sample[i], sample[j])) {
              part.add(worker.pattern(sample[i], sample[j]), sample[i], sample[j], i / PARTS);
            }
          }
        }
      }
      return part;
    }

    private void add(long pattern, int a, int b, int row) {
      for (int field = 0; field < fields.length; field++) {
        int level = PatternCoder.level(pattern, field);
        seen[field][level]++;
        if (level > Levels.DIFFERENT && level == fields[field].levels().close()) {
          int count = fields[field].commonness(a, b, level);
          int[] before = close.get(row);
          int[] after = Arrays.copyOf(before, before.length + 1);
          after[before.length] = field << COUNT_BITS | Math.max(0, Math.min(MOST_COUNTED, count));
          close.set(row, after);
        }
      }
    }

    void addTo(double[][] all) {
      for (int field = 0; field < seen.length; field++) {
        for (int level = 0; level < seen[field].length; level++) {
          all[field][level] += seen[field][level];
        }
      }
    }
  }

  private static double[] chance(FieldComparison field, double[] seen, PairScope scope) {
    Levels levels = field.levels();
    double pairs = 0;
    for (int level = 1; level < levels.count(); level++) {
      pairs += seen[level];
    }
    double exact = field.chanceOfExact(scope);
    double[] chances = new double[levels.count()];
    double others = 0;
    double[] shares = new double[levels.count()];
    for (int level = 1; level < levels.count(); level++) {
      shares[level] =
          (seen[level] + ASSUMED_PAIRS * levels.chances().get(level - 1)) / (pairs + ASSUMED_PAIRS);
      others += level == levels.exact() ? 0 : shares[level];
    }
    if (!Double.isNaN(exact)) {
      double known = field.filled() * (field.filled() - 1.0) / 2;
      double assumed = levels.chances().get(levels.exact() - 1);
      shares[levels.exact()] =
          Math.min(0.999, (known * exact + ASSUMED_PAIRS * assumed) / (known + ASSUMED_PAIRS));
    }
    double rest = (1 - shares[levels.exact()]) / others;
    for (int level = 1; level < levels.count(); level++) {
      chances[level] = level == levels.exact() ? shares[level] : shares[level] * rest;
    }
    return chances;
  }
}
