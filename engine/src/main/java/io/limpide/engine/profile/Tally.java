package io.limpide.engine.profile;

import io.limpide.engine.table.Dictionary;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the commonest of some values; equals in the order of the values, so that merges agree. */
final class Tally {
  private static final Comparator<ValueCount> COMMONEST_FIRST =
      Comparator.comparingLong(ValueCount::rows).reversed().thenComparing(ValueCount::value);
  private static final int LONGEST_EXAMPLE = 80;

  private final int size;
  private final PriorityQueue<ValueCount> kept;
  private long rows;
  private long values;

  Tally(int size) {
    this.size = size;
    this.kept = new PriorityQueue<>(COMMONEST_FIRST.reversed());
  }

  void add(Dictionary dictionary, int code, long count) {
    rows += count;
    values++;
    ValueCount least = kept.peek();
    if (kept.size() == size && least != null && count < least.rows()) {
      return;
    }
    kept.add(new ValueCount(cut(dictionary, code), count));
    if (kept.size() > size) {
      kept.poll();
    }
  }

  long rows() {
    return rows;
  }

  long values() {
    return values;
  }

  List<ValueCount> commonest() {
    return kept.stream().sorted(COMMONEST_FIRST).toList();
  }

  /** Returns a value, cut to what a report can show. */
  static String cut(Dictionary dictionary, int code) {
    if (dictionary.length(code) <= LONGEST_EXAMPLE) {
      return dictionary.value(code);
    }
    String value = dictionary.value(code);
    int points = value.codePointCount(0, value.length());
    return points <= LONGEST_EXAMPLE
        ? value
        : value.substring(0, value.offsetByCodePoints(0, LONGEST_EXAMPLE)) + "…";
  }

  /**
   * Returns how far each value lies from the middle in units of spread that outliers do not move.
   */
  static double[] robustScores(double[] values, long[] weights) {
    double middle = median(values, weights);
    double[] distances = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      distances[i] = Math.abs(values[i] - middle);
    }
    // 1.4826 makes the median distance the standard deviation of normal values (Hampel 1974).
    double spread = 1.4826 * median(distances, weights);
    double[] scores = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      scores[i] = spread > 0 ? distances[i] / spread : 0;
    }
    return scores;
  }

  /** Returns the weighted median, to the precision of a float. */
  private static double median(double[] values, long[] weights) {
    long[] order = new long[values.length];
    long total = 0;
    for (int i = 0; i < order.length; i++) {
      int bits = Float.floatToIntBits((float) values[i]);
      int sortable = bits < 0 ? ~bits : bits ^ Integer.MIN_VALUE;
      order[i] = ((long) (sortable ^ Integer.MIN_VALUE) << 32) | i; // primitive, so quick to sort
      total += weights[i];
    }
    Arrays.sort(order);
    long passed = 0;
    for (long each : order) {
      int i = (int) each;
      passed += weights[i];
      if (passed * 2 >= total) {
        return (float) values[i];
      }
    }
    return 0;
  }
}
