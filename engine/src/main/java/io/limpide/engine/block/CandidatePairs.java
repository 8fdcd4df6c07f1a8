package io.limpide.engine.block;

import java.util.ArrayList;
import java.util.List;

/**
 * The candidate pairs of a plan, each once, made on demand and never stored.
 *
 * <p>A rule passes over the pairs that an earlier rule makes: a few comparisons of integers instead
 * of a set of pairs. The work is cut into chunks that depend on the data alone, so any number of
 * threads gives the same chunks.
 */
public final class CandidatePairs {
  private static final long PAIRS_PER_CHUNK = 1 << 17;
  private static final long WHOLE = 1000; // a block of so many records is made in one piece
  private static final long MOST_PARTS = 256; // of a block

  private final PairScope scope;
  private final BlockIndex[] rules;
  private int[] rowKeys; // row-major: all single keys of a record side by side
  private final int stride;
  private final List<Chunk> chunks = new ArrayList<>();

  private record Chunk(int rule, int from, int to) {}

  CandidatePairs(PairScope scope, List<BlockIndex> rules) {
    this.scope = scope;
    this.rules = rules.toArray(new BlockIndex[0]);
    this.stride = rules.size();
    this.rowKeys = new int[Math.multiplyExact(stride, scope.records())];
    for (int rule = 0; rule < stride; rule++) {
      int[] keys = rules.get(rule).keys[0];
      for (int record = 0; record < keys.length; record++) {
        rowKeys[record * stride + rule] = keys[record];
      }
      cut(rule, rules.get(rule));
    }
  }

  private void cut(int rule, BlockIndex index) {
    int start = 0;
    long pairs = 0;
    for (int from = 0; from < index.ids.length; ) {
      int to = index.end(from);
      long size = (long) to - from;
      if (size > Math.min(index.limit, WHOLE)) { // cut within: neighbours are met over the cut
        if (start < from) {
          chunks.add(new Chunk(rule, start, from));
        }
        int step = step(size, size > index.limit ? index.window : size);
        for (int at = from; at < to; at += step) {
          chunks.add(new Chunk(rule, at, (int) Math.min(to, (long) at + step)));
        }
        start = to;
        pairs = 0;
      } else {
        pairs += size * (size - 1) / 2;
        if (pairs >= PAIRS_PER_CHUNK) {
          chunks.add(new Chunk(rule, start, to));
          start = to;
          pairs = 0;
        }
      }
      from = to;
    }
    if (start < index.ids.length) {
      chunks.add(new Chunk(rule, start, index.ids.length));
    }
  }

  private static int step(long size, long neighbours) {
    return (int) Math.max(Math.max(1, PAIRS_PER_CHUNK / neighbours), size / MOST_PARTS);
  }

  /** Returns the number of chunks. */
  public int chunks() {
    return chunks.size();
  }

  /** Makes the pairs of a chunk; every pair of the plan belongs to exactly one chunk. */
  public void visit(int chunk, PairVisitor visitor) {
    visit(chunk, 1, visitor);
  }

  /**
   * Returns which share of the pairs of a chunk to draw so that its rule gives about {@code most}:
   * one of how many. Rules that make few pairs, and good ones, are seen whole.
   */
  public int oneOf(int chunk, long most) {
    long pairs = rules[chunks.get(chunk).rule].pairs;
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, (pairs + most - 1) / most));
  }

  /** Makes about one of so many pairs of a chunk, drawn by their records. */
  public void visit(int chunk, int oneOf, PairVisitor visitor) {
    Chunk work = chunks.get(chunk);
    BlockIndex index = rules[work.rule];
    int[] ids = index.ids;
    int[] entryKeys = index.entryKeys;
    int blockEnd = work.from;
    boolean windowed = false;
    for (int i = work.from; i < work.to; i++) {
      if (i >= blockEnd) {
        blockEnd = index.end(i);
        windowed =
            blockEnd - i > index.limit
                || (index.positions != null && isWindowed(index, ids[i], entryKeys[i]));
      }
      int last = windowed ? Math.min(blockEnd, i + 1 + index.window) : blockEnd;
      for (int j = i + 1; j < last; j++) {
        int a = ids[i];
        int b = ids[j];
        if ((oneOf == 1 || drawn(a, b, oneOf))
            && scope.allows(a, b)
            && !madeBefore(work.rule, a, b)
            && (index.columns == 1 || index.firstShared(a, b) == entryKeys[i])) {
          visitor.pair(Math.min(a, b), Math.max(a, b));
        }
      }
    }
  }

  private static boolean drawn(int a, int b, int oneOf) {
    long hash = ((long) Math.min(a, b) << 32 | Math.max(a, b)) * 0x9E3779B97F4A7C15L;
    hash = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
    return Long.remainderUnsigned(hash >>> 20, oneOf) == 0;
  }

  private static boolean isWindowed(BlockIndex index, int id, int key) {
    int[][] positions = index.positions;
    for (int column = 0; positions != null && column < index.columns; column++) {
      if (index.keys[column][id] == key) {
        return positions[column][id] >= 0;
      }
    }
    return false;
  }

  private boolean madeBefore(int rule, int a, int b) {
    int rowA = a * stride;
    int rowB = b * stride;
    for (int before = 0; before < rule; before++) {
      if (makes(before, a, b, rowA, rowB)) {
        return true;
      }
    }
    return false;
  }

  private boolean makes(int rule, int a, int b, int rowA, int rowB) {
    BlockIndex index = rules[rule];
    if (index.columns > 1 || rowKeys.length == 0) {
      return index.makes(a, b);
    }
    int key = rowKeys[rowA + rule];
    return key != 0
        && key == rowKeys[rowB + rule]
        && (index.positions == null || index.makes(a, b));
  }

  /** Gives back what making pairs takes; {@link #rulesOf} can still be asked. */
  public void finish() {
    chunks.clear();
    rowKeys = new int[0];
    for (BlockIndex rule : rules) {
      rule.finish();
    }
  }

  /** Returns the rules that make a pair: bit r is set for rule r. */
  public int rulesOf(int a, int b) {
    int made = 0;
    for (int rule = 0; rule < stride; rule++) {
      if (makes(rule, a, b, a * stride, b * stride)) {
        made |= 1 << rule;
      }
    }
    return made;
  }

  /**
   * Returns the blocks as they are, ready for records that come and go.
   *
   * @param order where each record stands in the order of content, never descending
   */
  public LiveBlocks live(long[] order) {
    return new LiveBlocks(rules, order);
  }
}
