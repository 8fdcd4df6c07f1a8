package io.limpide.engine.block;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records sorted into the blocks of one rule.
 *
 * <p>A block larger than the limit is not made into all its pairs: each of its records meets only
 * its next few neighbours in the order of the records, which puts like beside like.
 */
final class BlockIndex {
  final BlockingRule rule;
  final int columns; // keys per record
  final int[][] keys; // [column][record]; 0: in no block
  int[] ids; // entries, block by block
  int[] entryKeys;
  final int limit;
  final int window;
  int @Nullable [][] positions; // [column][record]; -1: its block is not windowed
  long pairs;
  int windowedBlocks;
  long windowedEntries;
  double pairsGivenUp;
  int blocks; // of two and more records
  int largestBlock;

  BlockIndex(BlockingRule rule, List<Atom> atoms, PairScope scope, int limit, int window) {
    this.rule = rule;
    this.limit = limit;
    this.window = window;
    this.keys = keys(rule, atoms, scope.records());
    this.columns = keys.length;
    long[] entries = entries(keys, scope.records());
    entries = Radix.sorted(entries, 32);
    ids = new int[entries.length];
    entryKeys = new int[entries.length];
    for (int i = 0; i < entries.length; i++) {
      ids[i] = (int) entries[i];
      entryKeys[i] = (int) (entries[i] >>> 32);
    }
    measure(scope);
  }

  /** Returns the keys of every record: one array per value of the rule's many-valued atom. */
  static int[][] keys(BlockingRule rule, List<Atom> atoms, int records) {
    int[][] keys = new int[columns(rule, atoms)][records];
    for (int column = 0; column < keys.length; column++) {
      int[][] codes = codes(rule, atoms, column);
      for (int record = 0; record < records; record++) {
        keys[column][record] = key(codes, record);
      }
    }
    return keys;
  }

  /** Returns how many keys a record may have. */
  static int columns(BlockingRule rule, List<Atom> atoms) {
    int columns = 1;
    for (int atom : rule.atoms()) {
      columns = Math.max(columns, atoms.get(atom).codes().size());
    }
    return columns;
  }

  /** Returns what one of the keys is made of: {@code [atom][record]}. */
  static int[][] codes(BlockingRule rule, List<Atom> atoms, int column) {
    int[][] codes = new int[rule.atoms().size()][];
    for (int i = 0; i < codes.length; i++) {
      List<int[]> values = atoms.get(rule.atoms().get(i)).codes();
      codes[i] = values.get(Math.min(column, values.size() - 1));
    }
    return codes;
  }

  /** Returns the key of a record; 0 where it lacks something. */
  static int key(int[][] codes, int record) {
    long hash = 0;
    for (int[] column : codes) {
      int code = column[record];
      if (code == 0) {
        return 0;
      }
      hash = (hash + code) * 0x9e3779b97f4a7c15L;
    }
    int key = (int) (mix(hash) >>> 32);
    return key == 0 ? 1 : key;
  }

  static long mix(long word) {
    long product = (word + 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
    product = (product ^ (product >>> 27)) * 0x94d049bb133111ebL;
    return product ^ (product >>> 31);
  }

  private static long[] entries(int[][] keys, int records) {
    long[] entries = new long[keys.length * records];
    int size = 0;
    for (int record = 0; record < records; record++) {
      for (int column = 0; column < keys.length; column++) {
        int key = keys[column][record];
        if (key != 0 && !earlier(keys, column, record)) {
          entries[size++] = (long) key << 32 | record;
        }
      }
    }
    return Arrays.copyOf(entries, size);
  }

  private static boolean earlier(int[][] keys, int column, int record) {
    for (int before = 0; before < column; before++) {
      if (keys[before][record] == keys[column][record]) {
        return true;
      }
    }
    return false;
  }

  private void measure(PairScope scope) {
    int[] counts = new int[256];
    for (int from = 0; from < ids.length; ) {
      int to = end(from);
      if (to - from > 1) {
        blocks++;
        largestBlock = Math.max(largestBlock, to - from);
        Arrays.fill(counts, 0);
        for (int i = from; i < to; i++) {
          counts[scope.side(ids[i])]++;
        }
        double all = scope.pairs(to - from, counts);
        if (to - from > limit) {
          long made = (long) (to - from) * window;
          pairs += made;
          pairsGivenUp += Math.max(0, all - made);
          windowedBlocks++;
          windowedEntries += to - from;
          place(from, to);
        } else {
          pairs += (long) all;
        }
      }
      from = to;
    }
  }

  private void place(int from, int to) {
    if (positions == null) {
      positions = new int[columns][keys[0].length];
      for (int[] column : positions) {
        Arrays.fill(column, -1);
      }
    }
    for (int i = from; i < to; i++) {
      for (int column = 0; column < columns; column++) {
        if (keys[column][ids[i]] == entryKeys[i]) {
          positions[column][ids[i]] = i;
        }
      }
    }
  }

  /** Forgets the blocks; which pairs the rule makes can still be asked. */
  void finish() {
    ids = new int[0];
    entryKeys = new int[0];
  }

  /** Returns where the block that begins at an entry ends. */
  int end(int from) {
    int to = from + 1;
    while (to < ids.length && entryKeys[to] == entryKeys[from]) {
      to++;
    }
    return to;
  }

  /** Returns whether the rule makes this pair, through whichever key. */
  boolean makes(int a, int b) {
    return firstShared(a, b) != 0;
  }

  /** Returns the first key through which the rule makes the pair; 0 if it does not. */
  int firstShared(int a, int b) {
    for (int i = 0; i < columns; i++) {
      int key = keys[i][a];
      if (key == 0) {
        continue;
      }
      for (int j = 0; j < columns; j++) {
        if (keys[j][b] == key && near(i, a, j, b)) {
          return key;
        }
      }
    }
    return 0;
  }

  private boolean near(int i, int a, int j, int b) {
    if (positions == null) {
      return true;
    }
    int position = positions[i][a];
    return position < 0 || Math.abs(position - positions[j][b]) <= window;
  }
}
