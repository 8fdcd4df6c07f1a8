package io.limpide.engine.block;

import java.util.List;

/**
 * How much work blocking may cause.
 *
 * @param pairsPerRecord at most this many pairs per record, all rules together
 * @param pairsAlways a number of pairs that is always affordable, however few the records
 * @param largestBlock a block of more records is windowed
 * @param window how many neighbours a record meets in a windowed block
 * @param rules at most this many rules, 1 to 31
 * @param asked rules that are used as they stand, whatever they cost, each the names of its atoms
 *     joined by {@code +}; at most 31. None leaves the choice to the planner
 */
public record BlockingSettings(
    int pairsPerRecord,
    long pairsAlways,
    int largestBlock,
    int window,
    int rules,
    List<String> asked) {
  /** The most rules there may be. */
  public static final int MOST_RULES = 31;

  /** What suits a machine of two cores. */
  public static final BlockingSettings DEFAULT =
      new BlockingSettings(40, 6_000_000, 1000, 10, 24, List.of());

  public BlockingSettings {
    if (pairsPerRecord < 1 || pairsAlways < 1 || largestBlock < 2 || window < 1) {
      throw new IllegalArgumentException("blocking settings must be positive");
    }
    if (rules < 1 || rules > MOST_RULES) {
      throw new IllegalArgumentException("rules must lie in 1 to 31, but is " + rules);
    }
    if (asked.size() > MOST_RULES) {
      throw new IllegalArgumentException("at most 31 rules may be asked for: " + asked.size());
    }
    asked = List.copyOf(asked);
  }

  /** Returns settings that ask for rules. */
  public BlockingSettings asking(List<String> newAsked) {
    return new BlockingSettings(pairsPerRecord, pairsAlways, largestBlock, window, rules, newAsked);
  }

  double budget(int records) {
    return Math.max((double) pairsPerRecord * records, (double) pairsAlways);
  }
}
