package io.limpide.engine.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the coming or going of one record changes for pairs of others: in a block that is windowed,
 * neighbours are pushed apart or come together, and a block may begin or cease to be windowed.
 *
 * <p>These are suspicions: {@link LiveBlocks#makes} tells what holds in the end.
 */
public final class BlockChanges {
  private int[] pairs = new int[64];
  private int size;
  private final List<int[]> opened = new ArrayList<>();
  private final List<int[]> closed = new ArrayList<>();

  void pair(int a, int b) {
    if (size + 2 > pairs.length) {
      pairs = Arrays.copyOf(pairs, 2 * pairs.length);
    }
    pairs[size++] = a;
    pairs[size++] = b;
  }

  void open(int[] records, int count) {
    opened.add(Arrays.copyOf(records, count));
  }

  void close(int[] records, int count) {
    closed.add(Arrays.copyOf(records, count));
  }

  /** Passes on single pairs that may have begun or ceased to be candidates. */
  public void pairs(PairVisitor visitor) {
    for (int at = 0; at < size; at += 2) {
      visitor.pair(Math.min(pairs[at], pairs[at + 1]), Math.max(pairs[at], pairs[at + 1]));
    }
  }

  /** Returns blocks of which any two records may have begun to be candidates. */
  public List<int[]> opened() {
    return opened;
  }

  /** Returns blocks of which any two records may have ceased to be candidates. */
  public List<int[]> closed() {
    return closed;
  }
}
