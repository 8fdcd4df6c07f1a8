package io.limpide.engine.block;

import java.util.Arrays;
import java.util.List;

/**
 * Counts the pairs a rule would make, before any is made, on a part of the records: of the pairs
 * among all records, the square of that part are among them.
 */
final class PairCounts {
  private static final int RECORDS_COUNTED = 1 << 16;

  private final List<Atom> atoms;
  private final BlockingSettings settings;
  private final int part; // one record of so many is looked at
  private final int[] sample;
  private int[] keys = new int[1024]; // a table with open addressing
  private int[] counts = new int[1024]; // 0: the place is free

  PairCounts(List<Atom> atoms, PairScope scope, BlockingSettings settings) {
    this.atoms = atoms;
    this.settings = settings;
    int bits = 0;
    while (scope.records() >> bits > RECORDS_COUNTED) {
      bits++;
    }
    this.part = 1 << bits;
    this.sample = sample(scope.records(), part);
  }

  /** Drawn by number, and not every n-th: like stands beside like, and would never be met. */
  private static int[] sample(int records, int part) {
    int[] sample = new int[records];
    int size = 0;
    for (int record = 0; record < records; record++) {
      if ((BlockIndex.mix(record) & (part - 1)) == 0) {
        sample[size++] = record;
      }
    }
    return Arrays.copyOf(sample, size);
  }

  /**
   * About how many pairs a rule makes.
   *
   * @param made pairs, large blocks windowed
   * @param agreeing pairs that agree on what the rule asks, made or not
   */
  record Counted(double made, double agreeing) {
    /** Returns the share of the pairs it finds that it makes; 0 to 1. */
    double share() {
      return agreeing <= made ? 1 : made / agreeing;
    }
  }

  /** Counts. */
  Counted of(BlockingRule rule) {
    int columns = BlockIndex.columns(rule, atoms);
    double made = 0;
    double agreeing = 0;
    for (int column = 0; column < columns; column++) {
      count(BlockIndex.codes(rule, atoms, column));
      for (int count : counts) {
        double block = (double) count * part;
        double pairs = count * (count - 1.0) / 2 * part * part;
        agreeing += pairs;
        made += block > settings.largestBlock() ? block * settings.window() : pairs;
      }
    }
    return new Counted(made * columns, agreeing * columns);
  }

  /** Counts in a table of keys, for sorting them would cost ten times as much. */
  private void count(int[][] codes) {
    Arrays.fill(counts, 0);
    int distinct = 0;
    for (int record : sample) {
      int key = BlockIndex.key(codes, record);
      if (key != 0) {
        int slot = slot(key);
        distinct += counts[slot] == 0 ? 1 : 0;
        keys[slot] = key;
        counts[slot]++;
        if (distinct > keys.length / 2) {
          grow();
        }
      }
    }
  }

  private int slot(int key) {
    int mask = keys.length - 1;
    int slot = ((key * 0x9E3779B1) >>> 8) & mask;
    while (counts[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = new int[2 * oldKeys.length];
    counts = new int[2 * oldCounts.length];
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldCounts[old] != 0) {
        int slot = slot(oldKeys[old]);
        keys[slot] = oldKeys[old];
        counts[slot] = oldCounts[old];
      }
    }
  }
}
