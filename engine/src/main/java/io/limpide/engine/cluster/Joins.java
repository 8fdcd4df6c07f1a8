package io.limpide.engine.cluster;

import java.util.Arrays;

/**
 * How groups came together: the pair that joined two parts each time, from the surest to the least
 * sure; as arrays, for there may be millions. A group of n records has n - 1 of them.
 */
public final class Joins {
  private int[] as = new int[64];
  private int[] bs = new int[64];
  private float[] weights = new float[64];
  private float[] supports = new float[64];
  private int[] sizesA = new int[64];
  private int[] sizesB = new int[64];
  private int size;

  void add(int a, int b, float weight, float support, int sizeA, int sizeB) {
    if (size == as.length) {
      int capacity = size + (size >> 1);
      as = Arrays.copyOf(as, capacity);
      bs = Arrays.copyOf(bs, capacity);
      weights = Arrays.copyOf(weights, capacity);
      supports = Arrays.copyOf(supports, capacity);
      sizesA = Arrays.copyOf(sizesA, capacity);
      sizesB = Arrays.copyOf(sizesB, capacity);
    }
    as[size] = a;
    bs[size] = b;
    weights[size] = weight;
    supports[size] = support;
    sizesA[size] = sizeA;
    sizesB[size] = sizeB;
    size++;
  }

  /** Returns the number of joins. */
  public int size() {
    return size;
  }

  /** Returns a record of the pair that joined. */
  public int a(int join) {
    return as[join];
  }

  /** Returns the other. */
  public int b(int join) {
    return bs[join];
  }

  /** Returns the weight of the link along which the parts were joined. */
  public float weight(int join) {
    return weights[join];
  }

  /** Returns the mean weight of the pairs between the two parts that were looked at. */
  public float support(int join) {
    return supports[join];
  }

  /** Returns how many records were with record a before. */
  public int sizeA(int join) {
    return sizesA[join];
  }

  /** Returns how many records were with record b before. */
  public int sizeB(int join) {
    return sizesB[join];
  }
}
