package io.limpide.engine.table;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Some rows whose cells still have to be encoded. Columns are encoded one after the other, so that
 * one dictionary at a time fills the cache, and by as many threads as take part.
 */
final class RowChunk {
  private static final int CELLS = 1 << 14;
  private static final int BYTES = 1 << 20; // from which a chunk is full, however few its rows

  private final int columns;
  private final int capacity;
  private final long[] cells; // row by row: where the value begins in the bytes, and where it ends
  private final AtomicInteger next = new AtomicInteger();
  private byte[] bytes = new byte[1 << 16];
  private int used;
  private int kept; // bytes of rows that have ended
  private int rows;

  RowChunk(int columns) {
    this.columns = columns;
    this.capacity = Math.max(16, CELLS / Math.max(1, columns));
    this.cells = new long[Math.multiplyExact(capacity, columns)];
  }

  int rows() {
    return rows;
  }

  boolean isFull() {
    return rows == capacity || used >= BYTES;
  }

  /** Sets a cell of the current row. */
  void cell(int column, byte[] utf8, int from, int to) {
    int length = to - from;
    if (length > bytes.length - used) {
      long wanted = Math.max(2L * bytes.length, (long) used + length);
      bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 16, wanted));
    }
    System.arraycopy(utf8, from, bytes, used, length);
    cells[rows * columns + column] = (long) used << 32 | (used + length);
    used += length;
  }

  void endRow() {
    rows++;
    kept = used;
  }

  /** Forgets the cells of the current row. */
  void dropRow() {
    Arrays.fill(cells, rows * columns, (rows + 1) * columns, 0);
    used = kept;
  }

  /** Makes it ready for other rows. */
  void clear() {
    Arrays.fill(cells, 0, rows * columns, 0);
    rows = 0;
    used = 0;
    kept = 0;
    next.set(0);
  }

  /**
   * Encodes columns that nobody else has begun; returns when there are none left.
   *
   * @param codes of each column, from row {@code first} on those of these rows
   */
  void encode(List<Dictionary> dictionaries, List<int[]> codes, int first) {
    for (int column = next.getAndIncrement(); column < columns; column = next.getAndIncrement()) {
      dictionaries
          .get(column)
          .encode(bytes, cells, column, columns, rows, codes.get(column), first);
    }
  }
}
