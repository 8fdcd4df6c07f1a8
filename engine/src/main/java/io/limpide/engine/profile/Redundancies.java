package io.limpide.engine.profile;

import io.limpide.engine.finding.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  Redundancies(RowSample sample, List<String> names) {
    this.sample = sample;
    this.names = names;
  }

  List<Redundancy> find() {
    List<Redundancy> found = new ArrayList<>();
    int columns = Math.min(MOST_COLUMNS, names.size());
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

  private Optional<Redundancy> same(int left, int right) {
    long filled = 0;
    long equal = 0;
    Map<Long, long[]> counts = new HashMap<>();
    for (int row = 0; row < sample.rows(); row++) {
      long a = sample.print(row, left);
      long b = sample.print(row, right);
      if (a != 0 || b != 0) {
        filled++;
        equal += a == b ? 1 : 0;
        counts.computeIfAbsent(a, print -> new long[2])[0]++;
        counts.computeIfAbsent(b, print -> new long[2])[1]++;
      }
      if (filled == QUICK_LOOK && equal < QUICK_LOOK / 2) {
        return Optional.empty();
      }
    }
    if (filled < MIN_ROWS || equal < SAME * filled) {
      return Optional.empty();
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
    Map<Long, Long> there = new HashMap<>();
    Map<Long, Long> back = new HashMap<>();
    Map<Long, Integer> seen = new HashMap<>();
    long repeated = 0;
    long fitting = 0;
    long filled = 0;
    long both = 0;
    for (int row = 0; row < sample.rows(); row++) {
      long a = sample.print(row, left);
      long b = sample.print(row, right);
      filled += a != 0 || b != 0 ? 1 : 0;
      if (a == 0 || b == 0) {
        continue;
      }
      both++;
      if (seen.merge(a, 1, Integer::sum) > 1) {
        repeated++;
        fitting += equal(there.get(a), b) && equal(back.get(b), a) ? 1 : 0;
      }
      there.putIfAbsent(a, b);
      back.putIfAbsent(b, a);
      if (repeated == QUICK_LOOK && fitting < QUICK_LOOK * 0.9) {
        return Optional.empty();
      }
    }
    int most = seen.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    boolean telling =
        seen.size() >= 3
            && back.size() >= 3
            && both >= SAME * filled
            && repeated >= Math.max(MIN_ROWS, filled / 2)
            && most <= 0.9 * filled;
    if (!telling || fitting < CODED * repeated) {
      return Optional.empty();
    }
    double share = fitting / (double) repeated;
    return redundancy(Reasons.CODED_COLUMN, left, right, share, filled);
  }

  private static boolean equal(@Nullable Long a, long b) {
    return a != null && a == b;
  }

  private Optional<Redundancy> redundancy(
      Reason reason, int left, int right, double share, long rows) {
    return Optional.of(new Redundancy(reason, names.get(left), names.get(right), share, rows));
  }
}
