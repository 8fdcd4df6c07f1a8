package io.limpide.engine.score;

/**
 * Sees to it that more agreement never weighs less: levels out of order are given the weight of
 * both together (pool adjacent violators).
 */
final class Monotone {
  private Monotone() {}

  /**
   * @param same share of each level among pairs of the same party; changed where out of order
   * @param chance share of each level by chance
   * @param ordered levels 1 to this are ordered
   */
  static void enforce(double[] same, double[] chance, int ordered) {
    int[] starts = new int[ordered + 1];
    int blocks = 0;
    for (int level = 1; level <= ordered; level++) {
      starts[blocks++] = level;
      while (blocks > 1
          && ratio(same, chance, starts[blocks - 2], starts[blocks - 1] - 1)
              > ratio(same, chance, starts[blocks - 1], level)) {
        blocks--;
      }
    }
    for (int block = 0; block < blocks; block++) {
      int last = block + 1 < blocks ? starts[block + 1] - 1 : ordered;
      double ratio = ratio(same, chance, starts[block], last);
      for (int level = starts[block]; level <= last; level++) {
        same[level] = ratio * chance[level];
      }
    }
  }

  private static double ratio(double[] same, double[] chance, int first, int last) {
    double sames = 0;
    double chances = 0;
    for (int level = first; level <= last; level++) {
      sames += same[level];
      chances += chance[level];
    }
    return sames / chances;
  }
}
