package io.limpide.engine.profile;

import io.limpide.engine.recognize.FoldedText;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import io.limpide.engine.table.Table;
import java.util.Arrays;

/**
 * Some rows of a table with a fingerprint of each value: those whose place in the source has the
 * smallest hashes. Which rows these are does not depend on how the rows were split, so samples
 * merge (bottom-k sampling, Cohen and Kaplan 2007).
 */
final class RowSample {
  static final int SIZE = 4_096;

  private final long[] keys; // ascending, unsigned
  private final long[][] prints; // by row of the sample, then by column; 0 for empty

  private RowSample(long[] keys, long[][] prints) {
    this.keys = keys;
    this.prints = prints;
  }

  static RowSample of(Table table, int from, int to) {
    int source = table.source().hashCode();
    long[] all = new long[to - from];
    for (int row = from; row < to; row++) {
      all[row - from] = key(source, table.rowNumber(row));
    }
    long limit = limit(all);
    int size = 0;
    for (long key : all) {
      size += Long.compareUnsigned(key, limit) <= 0 ? 1 : 0;
    }
    int columns = table.columns().size();
    long[] keys = new long[size];
    int[] rows = new int[size];
    int at = 0;
    for (int i = 0; i < all.length; i++) {
      if (Long.compareUnsigned(all[i], limit) <= 0) {
        keys[at] = all[i];
        rows[at++] = from + i;
      }
    }
    long[][] prints = new long[size][columns];
    for (int c = 0; c < columns; c++) {
      Column column = table.columns().get(c);
      for (int i = 0; i < size; i++) {
        prints[i][c] = print(column, column.code(rows[i]));
      }
    }
    return smallest(keys, prints);
  }

  RowSample plus(RowSample other) {
    long[] both = Arrays.copyOf(keys, keys.length + other.keys.length);
    System.arraycopy(other.keys, 0, both, keys.length, other.keys.length);
    long[][] bothPrints = Arrays.copyOf(prints, both.length);
    System.arraycopy(other.prints, 0, bothPrints, keys.length, other.prints.length);
    return smallest(both, bothPrints);
  }

  int rows() {
    return keys.length;
  }

  long print(int row, int column) {
    return prints[row][column];
  }

  /** Returns a key that about as many rows as wanted do not pass, never fewer. */
  private static long limit(long[] keys) {
    if (keys.length <= 2 * SIZE) {
      return -1L; // the greatest, unsigned
    }
    long step = Long.divideUnsigned(-1L, keys.length) * SIZE;
    long limit = step + step / 4;
    while (true) {
      int size = 0;
      for (long key : keys) {
        size += Long.compareUnsigned(key, limit) <= 0 ? 1 : 0;
      }
      if (size >= SIZE || Long.compareUnsigned(limit, Long.MIN_VALUE) >= 0) {
        return size >= SIZE ? limit : -1L;
      }
      limit *= 2;
    }
  }

  private static RowSample smallest(long[] keys, long[][] prints) {
    Integer[] order = new Integer[keys.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> compare(keys, prints, a, b));
    int size = Math.min(SIZE, order.length);
    long[] kept = new long[size];
    long[][] keptPrints = new long[size][];
    for (int i = 0; i < size; i++) {
      kept[i] = keys[order[i]];
      keptPrints[i] = prints[order[i]];
    }
    return new RowSample(kept, keptPrints);
  }

  private static int compare(long[] keys, long[][] prints, int a, int b) {
    int byKey = Long.compareUnsigned(keys[a], keys[b]);
    return byKey != 0 ? byKey : Arrays.compare(prints[a], prints[b]);
  }

  private static long key(int source, int rowNumber) {
    return mix((long) source << 32 ^ rowNumber);
  }

  private static long print(Column column, int code) {
    if (code == Dictionary.EMPTY) {
      return 0;
    }
    String key = FoldedText.key(FoldedText.fold(column.dictionary().value(code)));
    long hash = key.length();
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    return mix(hash) | 1; // never 0
  }

  private static long mix(long word) {
    long mixed = (word ^ (word >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
