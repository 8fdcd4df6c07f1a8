package io.limpide.engine.score;

import java.util.Arrays;

/**
 * Candidate pairs from which to learn: all of them, or an unbiased part, in which each pair stands
 * for so many.
 *
 * <p>Collections of separate parts of the pairs can be put together; learning does not depend on
 * the order.
 */
public final class TrainingPairs {
  private int[] as = new int[1024];
  private int[] bs = new int[1024];
  private long[] patterns = new long[1024];
  private int[] rules = new int[1024];
  private int[] weights = new int[1024];
  private int size;

  /**
   * Adds a pair.
   *
   * @param rules bit r is set when blocking rule r makes the pair
   * @param weight how many pairs it stands for
   */
  public void add(int a, int b, long pattern, int rules, int weight) {
    if (size == as.length) {
      int capacity = size + (size >> 1);
      as = Arrays.copyOf(as, capacity);
      bs = Arrays.copyOf(bs, capacity);
      patterns = Arrays.copyOf(patterns, capacity);
      this.rules = Arrays.copyOf(this.rules, capacity);
      weights = Arrays.copyOf(weights, capacity);
    }
    as[size] = a;
    bs[size] = b;
    patterns[size] = pattern;
    this.rules[size] = rules;
    weights[size] = weight;
    size++;
  }

  /** Adds the pairs of another collection. */
  public void addAll(TrainingPairs other) {
    int all = Math.addExact(size, other.size);
    if (all > as.length) {
      int capacity = Math.max(all, size + (size >> 1));
      as = Arrays.copyOf(as, capacity);
      bs = Arrays.copyOf(bs, capacity);
      patterns = Arrays.copyOf(patterns, capacity);
      rules = Arrays.copyOf(rules, capacity);
      weights = Arrays.copyOf(weights, capacity);
    }
    System.arraycopy(other.as, 0, as, size, other.size);
    System.arraycopy(other.bs, 0, bs, size, other.size);
    System.arraycopy(other.patterns, 0, patterns, size, other.size);
    System.arraycopy(other.rules, 0, rules, size, other.size);
    System.arraycopy(other.weights, 0, weights, size, other.size);
    size = all;
  }

  /** Returns the number of pairs. */
  public int size() {
    return size;
  }

  int a(int i) {
    return as[i];
  }

  int b(int i) {
    return bs[i];
  }

  long pattern(int i) {
    return patterns[i];
  }

  int rules(int i) {
    return rules[i];
  }

  int weight(int i) {
    return weights[i];
  }
}
