package io.limpide.engine.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects records into a {@link Table}: cells of a row from left to right, then its end. */
public final class TableBuilder {
  private final String source;
  private final List<String> headers;
  private final List<String> names;
  private final List<Dictionary> dictionaries = new ArrayList<>();
  private final List<int[]> codes = new ArrayList<>();
  private final int[] current;
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
    this.current = new int[headers.size()];
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
    current[column] = dictionaries.get(column).encode(value);
  }

  /** Sets a cell of the current row from bytes of UTF-8. */
  public void cell(int column, byte[] utf8, int from, int to) {
    current[column] = dictionaries.get(column).encode(utf8, from, to);
  }

  /**
   * Ends the current row; cells not set are empty.
   *
   * @param rowNumber where the row stands in the source, as a spreadsheet would number it
   */
  public void endRow(int rowNumber) {
    if (rows == rowNumbers.length) {
      int capacity = rows + (rows >> 1);
      rowNumbers = Arrays.copyOf(rowNumbers, capacity);
      codes.replaceAll(column -> Arrays.copyOf(column, capacity));
    }
    rowNumbers[rows] = rowNumber;
    for (int column = 0; column < current.length; column++) {
      codes.get(column)[rows] = current[column];
      current[column] = Dictionary.EMPTY;
    }
    rows++;
  }

  /** Forgets the cells set since the last row ended. */
  public void dropRow() {
    Arrays.fill(current, Dictionary.EMPTY);
  }

  /** Returns the table; the builder must not be used again. */
  public Table build() {
    List<Column> columns = new ArrayList<>();
    for (int column = 0; column < current.length; column++) {
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
