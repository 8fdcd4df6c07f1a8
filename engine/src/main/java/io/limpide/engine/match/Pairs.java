package io.limpide.engine.match;

import java.util.Arrays;
import java.util.Comparator;

/** Decided pairs as arrays, for there may be millions. */
final class Pairs {
  int[] as = new int[256];
  int[] bs = new int[256];
  float[] weights = new float[256];
  byte[] verdicts = new byte[256];
  byte[] rules = new byte[256];
  int size;

  void add(int a, int b, float weight, int verdict, int rule) {
    if (size == as.length) {
      int capacity = size + (size >> 1);
      as = Arrays.copyOf(as, capacity);
      bs = Arrays.copyOf(bs, capacity);
      weights = Arrays.copyOf(weights, capacity);
      verdicts = Arrays.copyOf(verdicts, capacity);
      rules = Arrays.copyOf(rules, capacity);
    }
    as[size] = a;
    bs[size] = b;
    weights[size] = weight;
    verdicts[size] = (byte) verdict;
    rules[size] = (byte) rule;
    size++;
  }

  void addAll(Pairs other) {
    for (int i = 0; i < other.size; i++) {
      add(other.as[i], other.bs[i], other.weights[i], other.verdicts[i], other.rules[i]);
    }
  }

  /** Returns the same pairs in order of their records. */
  Pairs sorted() {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order, Comparator.<Integer>comparingInt(i -> as[i]).thenComparingInt(i -> bs[i]));
    Pairs sorted = new Pairs();
    for (int i : order) {
      sorted.add(as[i], bs[i], weights[i], verdicts[i], rules[i]);
    }
    return sorted;
  }
}
