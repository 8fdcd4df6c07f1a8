package io.limpide.engine.cluster;

import java.util.Arrays;

/** Pairs that are to be held together, with their weights; as arrays, for there may be millions. */
public final class Links {
  /** The weight of a pair that a person said is one party. */
  public static final float SURE = 1_000;

  private int[] as = new int[256];
  private int[] bs = new int[256];
  private float[] weights = new float[256];
  private int size;

  /** Adds a pair. */
  public void add(int a, int b, float weight) {
    if (size == as.length) {
      int capacity = size + (size >> 1);
      as = Arrays.copyOf(as, capacity);
      bs = Arrays.copyOf(bs, capacity);
      weights = Arrays.copyOf(weights, capacity);
    }
    as[size] = Math.min(a, b);
    bs[size] = Math.max(a, b);
    weights[size] = weight;
    size++;
  }

  /** Returns the number of pairs. */
  public int size() {
    return size;
  }

  /** Returns the smaller record of a pair. */
  public int a(int i) {
    return as[i];
  }

  /** Returns the larger record of a pair. */
  public int b(int i) {
    return bs[i];
  }

  /** Returns the weight of a pair. */
  public float weight(int i) {
    return weights[i];
  }

  /** Returns the pairs from the heaviest down; of equal weight, by record. */
  int[] heaviestFirst() {
    long[] byRecords = new long[size];
    for (int i = 0; i < size; i++) {
      // Heavier first: flip the order of the float's bits; then the smaller record.
      int bits = Float.floatToIntBits(weights[i]);
      int ordered = bits < 0 ? ~bits : bits | 0x8000_0000;
      byRecords[i] = (long) ~ordered << 32 | i;
    }
    sortUnsigned(byRecords);
    int[] order = new int[size];
    for (int from = 0; from < size; ) {
      int to = from;
      while (to < size && byRecords[to] >>> 32 == byRecords[from] >>> 32) {
        order[to] = (int) byRecords[to];
        to++;
      }
      if (to - from > 1) {
        sortByRecords(order, from, to);
      }
      from = to;
    }
    return order;
  }

  private static void sortUnsigned(long[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] ^= Long.MIN_VALUE;
    }
    Arrays.sort(values);
    for (int i = 0; i < values.length; i++) {
      values[i] ^= Long.MIN_VALUE;
    }
  }

  private void sortByRecords(int[] order, int from, int to) {
    record Pair(long key, int index) {}
    Pair[] pairs = new Pair[to - from];
    for (int i = from; i < to; i++) {
      pairs[i - from] = new Pair((long) as[order[i]] << 32 | bs[order[i]], order[i]);
    }
    Arrays.sort(pairs, (x, y) -> Long.compare(x.key, y.key));
    for (int i = from; i < to; i++) {
      order[i] = pairs[i - from].index;
    }
  }
}
