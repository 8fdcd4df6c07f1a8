package io.limpide.engine.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.jspecify.annotations.Nullable;

/**
 * Collects records into a {@link Table}: cells of a row from left to right, then its end. For one
 * thread; of large tables another encodes the rows before while it goes on.
 */
public final class TableBuilder {
  private final String source;
  private final List<String> headers;
  private final List<String> names;
  private final List<Dictionary> dictionaries = new ArrayList<>();
  private final List<int[]> codes = new ArrayList<>();
  private RowChunk chunk; // the rows that are not encoded, and room for the current one
  private RowChunk encoding; // the rows before them
  private @Nullable ForkJoinTask<?> encoder;
  private int encoded; // rows before those
  private int[] rowNumbers = new int[256];
  private int rows;

  /**
   * @param source the name by which people know the source
   * @param headers what the source calls its columns; may be empty or occur twice, and then get a
   *     name of their own
   */
  public TableBuilder(String source, List<String> headers) {
    this.source = source;
    this.headers = List.copyOf(headers);
    this.names = unique(headers);
    this.chunk = new RowChunk(headers.size());
    this.encoding = new RowChunk(headers.size());
    for (int column = 0; column < headers.size(); column++) {
      dictionaries.add(new Dictionary());
      codes.add(new int[256]);
    }
  }

  /** Returns the names the columns will have: the headers, trimmed, made unique and not empty. */
  public List<String> names() {
    return names;
  }

  /** Returns the number of rows ended so far. */
  public int rows() {
    return rows;
  }

  /** Sets a cell of the current row. */
  public void cell(int column, String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    cell(column, utf8, 0, utf8.length);
  }

  /** Sets a cell of the current row from bytes of UTF-8. */
  public void cell(int column, byte[] utf8, int from, int to) {
    chunk.cell(column, utf8, from, to);
  }

  /**
   * Ends the current row; cells not set are empty.
   *
   * @param rowNumber where the row stands in the source, as a spreadsheet would number it
   * @throws TableTooLargeException when the distinct values of a column together pass 2 GiB
   */
  public void endRow(int rowNumber) {
    if (rows == rowNumbers.length) {
      rowNumbers = Arrays.copyOf(rowNumbers, rows + (rows >> 1));
    }
    rowNumbers[rows] = rowNumber;
    rows++;
    chunk.endRow();
    if (chunk.isFull()) {
      encodeBeside();
    }
  }

  /** Forgets the cells set since the last row ended. */
  public void dropRow() {
    chunk.dropRow();
  }

  /** Lets the rows be encoded while others are collected, at most as many. */
  private void encodeBeside() {
    finishEncoding();
    RowChunk full = chunk;
    chunk = encoding;
    encoding = full;
    reserve();
    int first = encoded;
    encoder = ForkJoinPool.commonPool().submit(() -> full.encode(dictionaries, codes, first));
  }

  /** Encodes what nobody has begun of the rows handed over, and waits for the rest. */
  private void finishEncoding() {
    if (encoder != null) {
      encoding.encode(dictionaries, codes, encoded);
      encoder.join();
      encoder = null;
    }
    encoded += encoding.rows();
    encoding.clear();
  }

  /** Makes room for the codes of the rows that are about to be encoded. */
  private void reserve() {
    int needed = encoded + encoding.rows();
    codes.replaceAll(
        column ->
            needed <= column.length
                ? column
                : Arrays.copyOf(column, Math.max(needed, column.length + (column.length >> 1))));
  }

  /** Returns the table; the builder must not be used again. */
  public Table build() {
    finishEncoding();
    encoding = chunk;
    reserve();
    encoding.encode(dictionaries, codes, encoded);
    List<Column> columns = new ArrayList<>();
    for (int column = 0; column < dictionaries.size(); column++) {
      dictionaries.get(column).trim();
      columns.add(
          new Column(
              names.get(column),
              headers.get(column),
              dictionaries.get(column),
              Arrays.copyOf(codes.get(column), rows)));
      codes.set(column, new int[0]); // so that the two copies of a large table never meet
    }
    return new Table(source, columns, Arrays.copyOf(rowNumbers, rows));
  }

  private static List<String> unique(List<String> headers) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (int column = 0; column < headers.size(); column++) {
      String base = headers.get(column).strip();
      if (base.isEmpty()) {
        base = "column " + (column + 1);
      }
      String name = base;
      for (int copy = 2; !taken.add(name); copy++) {
        name = base + " (" + copy + ")";
      }
      names.add(name);
    }
    return List.copyOf(names);
  }
}
