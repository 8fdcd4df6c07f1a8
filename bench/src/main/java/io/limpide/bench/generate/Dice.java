package io.limpide.bench.generate;

import java.util.List;
import java.util.SplittableRandom;

/** Seeded chance: the same seed gives the same data. */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Returns dice of their own, so that what one part draws does not shift another's. */
  Dice split() {
    return new Dice(random.nextLong());
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  double real() {
    return random.nextDouble();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Both ends included. */
  int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  char one(String letters) {
    return letters.charAt(random.nextInt(letters.length()));
  }

  /** Draws by weight; the weights need not add up to anything. */
  <T> T weighted(List<T> list, double[] cumulative) {
    double at = random.nextDouble() * cumulative[cumulative.length - 1];
    int low = 0;
    int high = cumulative.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulative[middle] > at) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return list.get(low);
  }

  String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }

  static double[] cumulate(double... weights) {
    double[] cumulative = weights.clone();
    for (int i = 1; i < cumulative.length; i++) {
      cumulative[i] += cumulative[i - 1];
    }
    return cumulative;
  }
}
