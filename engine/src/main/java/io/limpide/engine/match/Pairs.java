package io.limpide.engine.match;

import java.util.Arrays;

/** Decided pairs as arrays, for there may be millions. */
final class Pairs {
  int[] as = new int[256];
  int[] bs = new int[256];
  float[] weights = new float[256];
  int size;
  private Verdict[] verdicts = new Verdict[256];
  private String[] rules = new String[256];

  void add(int a, int b, float weight, Verdict verdict, String rule) {
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
    decide(size++, verdict, rule);
  }

  void decide(int pair, Verdict verdict, String rule) {
    verdicts[pair] = verdict;
    rules[pair] = rule;
  }

  Verdict verdict(int pair) {
    return verdicts[pair];
  }

  String rule(int pair) {
    return rules[pair];
  }

  /** Returns the place of a pair, -1 if it is not there; only of pairs in order. */
  int find(int a, int b) {
    int from = 0;
    int to = size - 1;
    while (from <= to) {
      int at = (from + to) >>> 1;
      int order = as[at] != a ? Integer.compare(as[at], a) : Integer.compare(bs[at], b);
      if (order == 0) {
        return at;
      }
      if (order < 0) {
        from = at + 1;
      } else {
        to = at - 1;
      }
    }
    return -1;
  }

  void addAll(Pairs other) {
    for (int i = 0; i < other.size; i++) {
      add(other.as[i], other.bs[i], other.weights[i], other.verdicts[i], other.rules[i]);
    }
  }

  /** Returns the same pairs in order of their records: by the second, then, stable, the first. */
  Pairs sorted() {
    Pairs bySecond = sorted(bs);
    return bySecond.sorted(bySecond.as);
  }

  private Pairs sorted(int[] key) {
    long[] order = new long[size];
    for (int i = 0; i < size; i++) {
      order[i] = ((long) key[i] << 32) | i;
    }
    Arrays.sort(order);
    Pairs sorted = new Pairs();
    for (long entry : order) {
      int i = (int) entry;
      sorted.add(as[i], bs[i], weights[i], verdicts[i], rules[i]);
    }
    return sorted;
  }
}
