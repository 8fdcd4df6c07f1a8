package io.limpide.engine.block;

import java.util.Arrays;
import java.util.List;

/** Counts the pairs a rule would make, before any is made, from whole blocks of a part of them. */
final class PairCounts {
  private static final int RECORDS_COUNTED = 1 << 17;

  private final List<Atom> atoms;
  private final PairScope scope;
  private final BlockingSettings settings;

  PairCounts(List<Atom> atoms, PairScope scope, BlockingSettings settings) {
    this.atoms = atoms;
    this.scope = scope;
    this.settings = settings;
  }

  /** Returns about how many pairs the rule makes, large blocks windowed. */
  double of(BlockingRule rule) {
    int records = scope.records();
    int shift = 0;
    while (records >> shift > RECORDS_COUNTED) {
      shift++;
    }
    int[][] keys = BlockIndex.keys(rule, atoms, records);
    double pairs = 0;
    for (int[] column : keys) {
      pairs += count(column, shift) * (1 << shift);
    }
    return pairs * (keys.length > 1 ? keys.length : 1);
  }

  private double count(int[] column, int shift) {
    int mask = (1 << shift) - 1;
    int[] kept = new int[column.length];
    int size = 0;
    for (int key : column) {
      if (key != 0 && (key & mask) == 0) {
        kept[size++] = key;
      }
    }
    Arrays.sort(kept, 0, size);
    double pairs = 0;
    for (int from = 0; from < size; ) {
      int to = from + 1;
      while (to < size && kept[to] == kept[from]) {
        to++;
      }
      double block = to - from;
      pairs +=
          block > settings.largestBlock() ? block * settings.window() : block * (block - 1) / 2;
      from = to;
    }
    return pairs;
  }
}
