package io.limpide.engine.block;

/**
 * How much work blocking may cause.
 *
 * @param pairsPerRecord at most this many pairs per record, all rules together
 * @param pairsAlways a number of pairs that is always affordable, however few the records
 * @param largestBlock a block of more records is windowed
 * @param window how many neighbours a record meets in a windowed block
 * @param rules at most this many rules, 1 to 31
 */
public record BlockingSettings(
    int pairsPerRecord, long pairsAlways, int largestBlock, int window, int rules) {
  /** What suits a machine of two cores. */
  public static final BlockingSettings DEFAULT = new BlockingSettings(40, 6_000_000, 1000, 10, 24);

  public BlockingSettings {
    if (pairsPerRecord < 1 || pairsAlways < 1 || largestBlock < 2 || window < 1) {
      throw new IllegalArgumentException("blocking settings must be positive");
    }
    if (rules < 1 || rules > 31) {
      throw new IllegalArgumentException("rules must lie in 1 to 31, but is " + rules);
    }
  }

  double budget(int records) {
    return Math.max((double) pairsPerRecord * records, (double) pairsAlways);
  }
}
