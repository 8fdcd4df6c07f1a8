package io.limpide.engine.match;

import java.util.ArrayList;
import java.util.List;

/**
 * The pairs on one side of a threshold that come nearest to it, each of another pattern, for a
 * person learns most from those that differ. Mergeable and of fixed size.
 */
final class NearPairs {
  private static final int MOST = 4;

  private final double threshold;
  private final boolean above;
  private final List<Near> nearest = new ArrayList<>(MOST + 1);

  private record Near(double distance, int a, int b, long pattern) {
    boolean isBefore(Near other) {
      int order = Double.compare(distance, other.distance);
      order = order == 0 ? Integer.compare(a, other.a) : order;
      return (order == 0 ? Integer.compare(b, other.b) : order) < 0;
    }
  }

  /**
   * @param threshold in bits
   * @param above whether pairs of this weight and more are collected; else those below
   */
  NearPairs(double threshold, boolean above) {
    this.threshold = threshold;
    this.above = above;
  }

  void offer(double weight, int a, int b, long pattern) {
    double distance = weight - threshold;
    if (above == distance >= 0) {
      distance = Math.abs(distance);
      if (nearest.size() < MOST || distance <= nearest.get(MOST - 1).distance) {
        offer(new Near(distance, a, b, pattern));
      }
    }
  }

  private void offer(Near pair) {
    for (Near known : nearest) {
      if (known.pattern == pair.pattern) {
        if (!pair.isBefore(known)) {
          return;
        }
        nearest.remove(known);
        break;
      }
    }
    int at = nearest.size();
    while (at > 0 && pair.isBefore(nearest.get(at - 1))) {
      at--;
    }
    nearest.add(at, pair);
    if (nearest.size() > MOST) {
      nearest.remove(MOST);
    }
  }

  void addAll(NearPairs other) {
    other.nearest.forEach(this::offer);
  }

  /** Returns them, the nearest first, in the numbers of the input. */
  List<int[]> pairs(int[] global) {
    return nearest.stream()
        .map(pair -> new int[] {global[pair.a], global[pair.b]})
        .map(pair -> new int[] {Math.min(pair[0], pair[1]), Math.max(pair[0], pair[1])})
        .toList();
  }
}
