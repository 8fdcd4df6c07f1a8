package io.limpide.engine.block;

import java.util.Arrays;

/**
 * The blocks of one rule while records come and go: for each key its records in the order of
 * content. Most blocks hold a single record, which then stands in the table itself.
 *
 * <p>A table with open addressing. A block that lost its last record keeps its place until the
 * table is made anew.
 */
final class Postings {
  private static final int NOBODY = Integer.MIN_VALUE;
  private static final int[] NONE = {};

  private final ContentPlaces places;
  private int[] keys = new int[1024]; // 0: free
  private int[] heads = new int[1024]; // ~record where it is alone, else the number of the block
  private int used; // places in the table
  private int[][] blocks = new int[64][];
  private int[] sizes = new int[64];
  private int[] spare = new int[16]; // numbers of blocks to be used again
  private int spares;
  private int made; // numbers of blocks given so far

  Postings(ContentPlaces places) {
    this.places = places;
  }

  /** Returns how many records have a key. */
  int size(int key) {
    int slot = slot(key);
    if (keys[slot] == 0 || heads[slot] == NOBODY) {
      return 0;
    }
    return heads[slot] < 0 ? 1 : sizes[heads[slot]];
  }

  /** Returns the records of a key in the order of content; maybe more room behind the last. */
  int[] records(int key) {
    int slot = slot(key);
    if (keys[slot] == 0 || heads[slot] == NOBODY) {
      return NONE;
    }
    return heads[slot] < 0 ? new int[] {~heads[slot]} : blocks[heads[slot]];
  }

  /** Returns where a record stands among those of a key, or would stand. */
  int rank(int key, int record) {
    return rank(records(key), size(key), record);
  }

  private int rank(int[] records, int size, int record) {
    int from = 0;
    int to = size;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (places.before(records[middle], record)) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  void add(int key, int record) {
    int slot = slot(key);
    if (keys[slot] == 0) {
      keys[slot] = key;
      heads[slot] = ~record;
      if (++used > keys.length / 2) {
        grow();
      }
      return;
    }
    if (heads[slot] == NOBODY) {
      heads[slot] = ~record;
      return;
    }
    if (heads[slot] < 0) {
      int block = newBlock();
      blocks[block] = new int[] {~heads[slot], 0};
      sizes[block] = 1;
      heads[slot] = block;
    }
    int block = heads[slot];
    int size = sizes[block];
    boolean last = places.before(blocks[block][size - 1], record); // as at the beginning
    int at = last ? size : rank(blocks[block], size, record);
    if (size == blocks[block].length) {
      blocks[block] = Arrays.copyOf(blocks[block], size + (size >> 1) + 1);
    }
    System.arraycopy(blocks[block], at, blocks[block], at + 1, size - at);
    blocks[block][at] = record;
    sizes[block]++;
  }

  void remove(int key, int record) {
    int slot = slot(key);
    if (heads[slot] < 0) {
      heads[slot] = NOBODY;
      return;
    }
    int block = heads[slot];
    int[] records = blocks[block];
    int at = rank(records, sizes[block], record);
    int size = --sizes[block];
    System.arraycopy(records, at + 1, records, at, size - at);
    if (size == 1) {
      heads[slot] = ~records[0];
      blocks[block] = NONE;
      spare = spares == spare.length ? Arrays.copyOf(spare, 2 * spares) : spare;
      spare[spares++] = block;
    }
  }

  private int newBlock() {
    if (spares > 0) {
      return spare[--spares];
    }
    if (made == blocks.length) {
      blocks = Arrays.copyOf(blocks, 2 * made);
      sizes = Arrays.copyOf(sizes, 2 * made);
    }
    return made++;
  }

  private int slot(int key) {
    int mask = keys.length - 1;
    int slot = ((key * 0x9E3779B1) >>> 7) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldHeads = heads;
    int living = 0;
    for (int old = 0; old < oldKeys.length; old++) {
      living += oldKeys[old] != 0 && oldHeads[old] != NOBODY ? 1 : 0;
    }
    int room = living > oldKeys.length / 4 ? 2 * oldKeys.length : oldKeys.length;
    keys = new int[room];
    heads = new int[room];
    used = 0;
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldKeys[old] != 0 && oldHeads[old] != NOBODY) {
        int slot = slot(oldKeys[old]);
        keys[slot] = oldKeys[old];
        heads[slot] = oldHeads[old];
        used++;
      }
    }
  }
}
