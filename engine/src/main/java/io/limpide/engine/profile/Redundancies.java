package io.limpide.engine.profile;

import io.limpide.engine.finding.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds columns that repeat each other in a sample of rows. */
final class Redundancies {
  private static final int MIN_ROWS = 20;
  private static final int MOST_COLUMNS = 300;
  private static final double SAME = 0.95;
  private static final double BEYOND_CHANCE = 0.9;
  private static final double CODED = 0.99;
  private static final int QUICK_LOOK = 200;

  private final RowSample sample;
  private final List<String> names;
  private final int[][] values; // by column, then by row of the sample
  private final int[] repeats; // by column: rows whose value stood in one before
  private final int distinct; // values, of all columns together

  Redundancies(RowSample sample, List<String> names) {
    this.sample = sample;
    this.names = names;
    this.values = numbers(sample, Math.min(MOST_COLUMNS, names.size()));
    this.distinct = Arrays.stream(values).flatMapToInt(Arrays::stream).max().orElse(0);
    this.repeats = new int[values.length];
    for (int column = 0; column < repeats.length; column++) {
      int filled = 0;
      BitSet seen = new BitSet();
      for (int value : values[column]) {
        filled += value != 0 ? 1 : 0;
        seen.set(value);
      }
      seen.clear(0);
      repeats[column] = filled - seen.cardinality();
    }
  }

  List<Redundancy> find() {
    List<Redundancy> found = new ArrayList<>();
    int columns = values.length;
    if (sample.rows() < MIN_ROWS) {
      return found;
    }
    for (int left = 0; left < columns; left++) {
      for (int right = left + 1; right < columns; right++) {
        Optional<Redundancy> same = same(left, right);
        (same.isPresent() ? same : coded(left, right)).ifPresent(found::add);
      }
    }
    return found;
  }

  /** The values of each column as small numbers, the same for the same print; 0 for empty. */
  private static int[][] numbers(RowSample sample, int columns) {
    Map<Long, Integer> numbers = new HashMap<>();
    int[][] values = new int[columns][sample.rows()];
    for (int column = 0; column < columns; column++) {
      for (int row = 0; row < sample.rows(); row++) {
        long print = sample.print(row, column);
        if (print != 0) {
          Integer known = numbers.putIfAbsent(print, numbers.size() + 1);
          values[column][row] = known == null ? numbers.size() : known;
        }
      }
    }
    return values;
  }

  private Optional<Redundancy> same(int left, int right) {
    int[] as = values[left];
    int[] bs = values[right];
    long filled = 0;
    long equal = 0;
    for (int row = 0; row < as.length; row++) {
      if (as[row] != 0 || bs[row] != 0) {
        filled++;
        equal += as[row] == bs[row] ? 1 : 0;
      }
      if (filled == QUICK_LOOK && equal < QUICK_LOOK / 2) {
        return Optional.empty();
      }
    }
    if (filled < MIN_ROWS || equal < SAME * filled) {
      return Optional.empty();
    }
    Map<Integer, long[]> counts = new HashMap<>();
    for (int row = 0; row < as.length; row++) {
      if (as[row] != 0 || bs[row] != 0) {
        counts.computeIfAbsent(as[row], value -> new long[2])[0]++;
        counts.computeIfAbsent(bs[row], value -> new long[2])[1]++;
      }
    }
    double chance = 0; // two flags that are nearly always "no" agree without saying the same
    for (long[] count : counts.values()) {
      chance += (double) count[0] * count[1];
    }
    chance /= (double) filled * filled;
    double share = equal / (double) filled;
    boolean beyond = (share - chance) >= BEYOND_CHANCE * (1 - chance) && counts.size() > 1;
    return beyond ? redundancy(Reasons.SAME_COLUMN, left, right, share, filled) : Optional.empty();
  }

  /** A code and its label: each value of one goes with one value of the other, both ways. */
  private Optional<Redundancy> coded(int left, int right) {
    if (repeats[left] < MIN_ROWS) {
      return Optional.empty(); // no code recurs
    }
    int[] there = new int[distinct + 1]; // by value of one, the value of the other it came with
    int[] back = new int[distinct + 1];
    int[] seen = new int[distinct + 1];
    int lefts = 0;
    int rights = 0;
    int most = 0;
    long repeated = 0;
    long fitting = 0;
    long filled = 0;
    long both = 0;
    for (int row = 0; row < sample.rows(); row++) {
      int a = values[left][row];
      int b = values[right][row];
      filled += a != 0 || b != 0 ? 1 : 0;
      if (a == 0 || b == 0) {
        continue;
      }
      both++;
      most = Math.max(most, ++seen[a]);
      if (seen[a] > 1) {
        repeated++;
        fitting += there[a] == b && back[b] == a ? 1 : 0;
      } else {
        lefts++;
        there[a] = b;
      }
      if (back[b] == 0) {
        rights++;
        back[b] = a;
      }
      if (repeated == QUICK_LOOK && fitting < QUICK_LOOK * 0.9) {
        return Optional.empty();
      }
    }
    boolean telling =
        lefts >= 3
            && rights >= 3
            && both >= SAME * filled
            && repeated >= Math.max(MIN_ROWS, filled / 2)
            && most <= 0.9 * filled;
    if (!telling || fitting < CODED * repeated) {
      return Optional.empty();
    }
    double share = fitting / (double) repeated;
    return redundancy(Reasons.CODED_COLUMN, left, right, share, filled);
  }

  private Optional<Redundancy> redundancy(
      Reason reason, int left, int right, double share, long rows) {
    return Optional.of(new Redundancy(reason, names.get(left), names.get(right), share, rows));
  }
}
