package io.limpide.engine.match;

import java.util.ArrayList;
import java.util.List;

/**
 * The pairs nearest to the thresholds, among those that their weight decides: where a threshold
 * that stands wrong shows first.
 */
final class Borderline {
  private final double merge;
  private final double review;
  private final NearPairs mergeAbove;
  private final NearPairs mergeBelow;
  private final NearPairs reviewAbove;
  private final NearPairs reviewBelow;

  /** For thresholds in bits. */
  Borderline(double merge, double review) {
    this.merge = merge;
    this.review = review;
    this.mergeAbove = new NearPairs(merge, true);
    this.mergeBelow = new NearPairs(merge, false);
    this.reviewAbove = new NearPairs(review, true);
    this.reviewBelow = new NearPairs(review, false);
  }

  void offer(double weight, int a, int b, long pattern) {
    if (weight < review) { // as most
      reviewBelow.offer(weight, a, b, pattern);
    } else if (weight >= merge) {
      mergeAbove.offer(weight, a, b, pattern);
    } else {
      mergeBelow.offer(weight, a, b, pattern);
      reviewAbove.offer(weight, a, b, pattern);
    }
  }

  void addAll(Borderline other) {
    mergeAbove.addAll(other.mergeAbove);
    mergeBelow.addAll(other.mergeBelow);
    reviewAbove.addAll(other.reviewAbove);
    reviewBelow.addAll(other.reviewBelow);
  }

  List<NearThreshold> pairs(int[] global) {
    List<NearThreshold> pairs = new ArrayList<>();
    add(pairs, mergeAbove.pairs(global), true, true);
    add(pairs, mergeBelow.pairs(global), true, false);
    add(pairs, reviewAbove.pairs(global), false, true);
    add(pairs, reviewBelow.pairs(global), false, false);
    return pairs;
  }

  private static void add(
      List<NearThreshold> pairs, List<int[]> near, boolean merge, boolean above) {
    for (int[] pair : near) {
      pairs.add(new NearThreshold(merge, above, pair[0], pair[1]));
    }
  }
}
