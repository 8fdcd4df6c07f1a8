package io.limpide.engine.compare;

import java.util.Arrays;

/** Whether a field follows from another, as the line of business follows from the company. */
final class Dependence {
  private static final double OFTEN = 0.7;
  private static final double TIMES_CHANCE = 2.5;
  private static final int LEAST_PAIRS = 20;

  private Dependence() {}

  /**
   * Returns whether records that agree on {@code key} nearly always agree on {@code field}, and far
   * more often than any two records do.
   */
  static boolean follows(FieldValues field, FieldValues key) {
    int[] values = field.slots().get(0);
    int[] keys = key.slots().get(0);
    int[] last = new int[key.size() + 1];
    Arrays.fill(last, -1);
    long pairs = 0;
    long agreeing = 0;
    for (int record = 0; record < values.length; record++) {
      if (keys[record] == 0 || values[record] == 0) {
        continue;
      }
      int before = last[keys[record]];
      if (before >= 0) {
        pairs++;
        agreeing += values[before] == values[record] ? 1 : 0;
      }
      last[keys[record]] = record;
    }
    if (pairs < LEAST_PAIRS || agreeing < OFTEN * pairs) {
      return false;
    }
    int[] counts = field.counts();
    double filled = 0;
    double squares = 0;
    for (int code = 1; code < counts.length; code++) {
      filled += counts[code];
      squares += (double) counts[code] * counts[code];
    }
    double chance = squares / (filled * filled);
    return agreeing >= TIMES_CHANCE * chance * pairs;
  }
}
