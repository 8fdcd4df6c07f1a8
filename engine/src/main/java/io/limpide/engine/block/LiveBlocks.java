package io.limpide.engine.block;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The blocks of a plan while records come and go: the same pairs as {@link CandidatePairs} would
 * make of the records at hand. Every block is kept in the order of content, so that in one that is
 * windowed a record that comes or goes concerns its neighbours only.
 *
 * <p>A rule whose blocks are not limited, because everything could be compared with everything, is
 * limited here at {@value #WHOLE} records or what the largest block has, whichever is more.
 *
 * <p>For one thread.
 */
public final class LiveBlocks {
  private static final int WHOLE = 2450; // 3 million pairs

  private final int rules;
  private final BlockingRule[] blockingRules;
  private final int[] limits;
  private final int[] windows;
  private final int[][][] keys; // [rule][column][record]; 0: none
  private final Postings[] postings;
  private final ContentPlaces places;
  private int[] met = new int[1024]; // by record: the last look-up that came upon it
  private int lookUp;

  LiveBlocks(BlockIndex[] indexes, long[] order) {
    rules = indexes.length;
    blockingRules = new BlockingRule[rules];
    limits = new int[rules];
    windows = new int[rules];
    keys = new int[rules][][];
    postings = new Postings[rules];
    places = new ContentPlaces(order);
    for (int rule = 0; rule < rules; rule++) {
      BlockIndex index = indexes[rule];
      blockingRules[rule] = index.rule;
      windows[rule] = index.window;
      keys[rule] = index.keys.clone();
      postings[rule] = new Postings(places);
      int largest = 0;
      for (int record = 0; record < order.length; record++) {
        for (int column = 0; column < keys[rule].length; column++) {
          int key = distinct(rule, column, record);
          if (key != 0) {
            postings[rule].add(key, record);
            largest = Math.max(largest, postings[rule].size(key));
          }
        }
      }
      limits[rule] = index.limit == Integer.MAX_VALUE ? Math.max(WHOLE, largest) : index.limit;
    }
  }

  /** Returns where a record stands in the order of content. */
  public boolean before(int a, int b) {
    return places.before(a, b);
  }

  /** The key of a record in a column; 0 where it has none, or has the same in a column before. */
  private int distinct(int rule, int column, int record) {
    int key = keys[rule][column][record];
    for (int before = 0; before < column; before++) {
      if (keys[rule][before][record] == key) {
        return 0;
      }
    }
    return key;
  }

  private boolean has(int rule, int record, int key) {
    for (int[] column : keys[rule]) {
      if (column[record] == key) {
        return true;
      }
    }
    return false;
  }

  /** Adds a record that is in no block. */
  public void add(int record, long order, List<Atom> atoms, BlockChanges changes) {
    look(record, order, atoms);
    for (int rule = 0; rule < rules; rule++) {
      for (int column = 0; column < keys[rule].length; column++) {
        int key = distinct(rule, column, record);
        if (key != 0) {
          enter(rule, key, record, false, changes);
        }
      }
    }
  }

  /** Takes a record out of all its blocks. */
  public void remove(int record, BlockChanges changes) {
    for (int rule = 0; rule < rules; rule++) {
      for (int column = 0; column < keys[rule].length; column++) {
        int key = distinct(rule, column, record);
        if (key != 0) {
          leave(rule, key, record, false, changes);
        }
      }
    }
    for (int[][] ofRule : keys) {
      for (int[] column : ofRule) {
        column[record] = 0;
      }
    }
  }

  /** Changes a record that is in blocks; of those that it stays in, the size does not change. */
  public void change(int record, long order, List<Atom> atoms, BlockChanges changes) {
    int[][] now = new int[rules][];
    for (int rule = 0; rule < rules; rule++) {
      now[rule] = keys(rule, atoms);
      for (int column = 0; column < keys[rule].length; column++) {
        int key = distinct(rule, column, record);
        if (key != 0) {
          leave(rule, key, record, contains(now[rule], key), changes);
        }
      }
    }
    int[][] before = new int[rules][];
    for (int rule = 0; rule < rules; rule++) {
      before[rule] = new int[keys[rule].length];
      for (int column = 0; column < keys[rule].length; column++) {
        before[rule][column] = keys[rule][column][record];
      }
    }
    look(record, order, now);
    for (int rule = 0; rule < rules; rule++) {
      for (int column = 0; column < keys[rule].length; column++) {
        int key = distinct(rule, column, record);
        if (key != 0) {
          enter(rule, key, record, contains(before[rule], key), changes);
        }
      }
    }
  }

  private static boolean contains(int[] keys, int key) {
    for (int each : keys) {
      if (each == key) {
        return true;
      }
    }
    return false;
  }

  /** Sets the keys of a record without putting it into blocks: it can meet, and is not met. */
  public void look(int record, long order, List<Atom> atoms) {
    int[][] now = new int[rules][];
    for (int rule = 0; rule < rules; rule++) {
      now[rule] = keys(rule, atoms);
    }
    look(record, order, now);
  }

  private void look(int record, long order, int[][] now) {
    for (int rule = 0; rule < rules; rule++) {
      for (int column = 0; column < keys[rule].length; column++) {
        if (record >= keys[rule][column].length) {
          keys[rule][column] = Arrays.copyOf(keys[rule][column], record + (record >> 2) + 16);
        }
        keys[rule][column][record] = now[rule][column];
      }
    }
    places.put(record, order);
  }

  private int[] keys(int rule, List<Atom> atoms) {
    int[][] ofOne = BlockIndex.keys(blockingRules[rule], atoms, 1);
    int[] made = new int[ofOne.length];
    for (int column = 0; column < made.length; column++) {
      made[column] = ofOne[column][0];
    }
    return made;
  }

  private void enter(int rule, int key, int record, boolean back, BlockChanges changes) {
    Postings blocks = postings[rule];
    blocks.add(key, record);
    int size = blocks.size(key);
    if (size == limits[rule] + 1 && !back) {
      changes.close(blocks.records(key), size);
    } else if (size > limits[rule]) {
      about(blocks, key, record, windows[rule], changes);
    }
  }

  private void leave(int rule, int key, int record, boolean comesBack, BlockChanges changes) {
    Postings blocks = postings[rule];
    int size = blocks.size(key);
    if (size > limits[rule] && (size > limits[rule] + 1 || comesBack)) {
      about(blocks, key, record, windows[rule], changes);
    }
    blocks.remove(key, record);
    if (size == limits[rule] + 1 && !comesBack) {
      changes.open(blocks.records(key), size - 1);
    }
  }

  /** Those left and right of a record that are neighbours without it, and not with it. */
  private static void about(
      Postings blocks, int key, int record, int window, BlockChanges changes) {
    int[] records = blocks.records(key);
    int size = blocks.size(key);
    int at = blocks.rank(key, record);
    for (int left = Math.max(0, at - window); left < at && left + window + 1 < size; left++) {
      changes.pair(records[left], records[left + window + 1]);
    }
  }

  /**
   * Passes on the records that a record meets, each once, from its smallest blocks up.
   *
   * @param inside whether the record is in its blocks; else those are passed on that it would meet
   * @param most blocks are passed over once so many records were met
   */
  public void meet(int record, boolean inside, int most, IntConsumer visitor) {
    int[] chosen = new int[64];
    long[] order = new long[64];
    int blocks = 0;
    for (int rule = 0; rule < rules; rule++) {
      for (int column = 0; column < keys[rule].length; column++) {
        int key = distinct(rule, column, record);
        if (key != 0) {
          int size = postings[rule].size(key) + (inside ? 0 : 1);
          int meets = size > limits[rule] ? 2 * windows[rule] : size;
          chosen[blocks] = key;
          order[blocks] = (long) meets << 32 | (long) rule << 16 | blocks;
          blocks++;
        }
      }
    }
    Arrays.sort(order, 0, blocks);
    startLookUp(record);
    int count = 0;
    for (int i = 0; i < blocks && count < most; i++) {
      int rule = (int) (order[i] >>> 16) & 0xffff;
      count += meet(rule, chosen[(int) order[i] & 0xffff], record, inside, visitor);
    }
  }

  private void startLookUp(int record) {
    if (++lookUp == 0) {
      Arrays.fill(met, 0);
      lookUp = 1;
    }
    seen(record);
  }

  private boolean seen(int record) {
    if (record >= met.length) {
      met = Arrays.copyOf(met, Math.max(2 * met.length, record + 1));
    }
    boolean before = met[record] == lookUp;
    met[record] = lookUp;
    return before;
  }

  private int meet(int rule, int key, int record, boolean inside, IntConsumer visitor) {
    Postings blocks = postings[rule];
    int[] records = blocks.records(key);
    int size = blocks.size(key);
    int from = 0;
    int to = size;
    if (size + (inside ? 0 : 1) > limits[rule]) {
      int at = blocks.rank(key, record);
      from = Math.max(0, at - windows[rule]);
      to = Math.min(size, at + windows[rule] + (inside ? 1 : 0));
    }
    int count = 0;
    for (int i = from; i < to; i++) {
      if (!seen(records[i])) {
        count++;
        visitor.accept(records[i]);
      }
    }
    return count;
  }

  /** Returns whether any rule makes the pair of the records at hand. */
  public boolean makes(int a, int b) {
    for (int rule = 0; rule < rules; rule++) {
      if (makes(rule, a, b)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the rules that make a pair: bit r is set for rule r. */
  public int rulesOf(int a, int b) {
    int made = 0;
    for (int rule = 0; rule < rules; rule++) {
      made |= makes(rule, a, b) ? 1 << rule : 0;
    }
    return made;
  }

  private boolean makes(int rule, int a, int b) {
    for (int column = 0; column < keys[rule].length; column++) {
      int key = distinct(rule, column, a);
      if (key != 0 && has(rule, b, key) && near(rule, key, a, b)) {
        return true;
      }
    }
    return false;
  }

  private boolean near(int rule, int key, int a, int b) {
    Postings blocks = postings[rule];
    return blocks.size(key) <= limits[rule]
        || Math.abs(blocks.rank(key, a) - blocks.rank(key, b)) <= windows[rule];
  }
}
