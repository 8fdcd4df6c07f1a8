package io.limpide.connect.gather;

import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import io.limpide.engine.table.Table;
import io.limpide.engine.table.TableTooLargeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects records into a table whose columns show up as the records come. */
public final class GrowingTable {
  private final String source;
  private final long mostBytes;
  private final List<String> headers = new ArrayList<>();
  private final List<Dictionary> dictionaries = new ArrayList<>();
  private final List<int[]> codes = new ArrayList<>();
  private int[] current = new int[16];
  private int[] rowNumbers = new int[256];
  private int rows;

  /**
   * @param source the name by which people know the source
   */
  public GrowingTable(String source) {
    this(source, Runtime.getRuntime().maxMemory() / 3 * 2);
  }

  GrowingTable(String source, long mostBytes) {
    this.source = source;
    this.mostBytes = mostBytes;
  }

  /**
   * Adds a column, empty in the rows before.
   *
   * @param header what the source calls it; may be empty or occur twice
   * @return its number, counted up from 0
   */
  public int add(String header) {
    int column = headers.size();
    checkMemory(column + 1, rowNumbers.length);
    headers.add(header);
    dictionaries.add(new Dictionary());
    codes.add(new int[rowNumbers.length]);
    if (column == current.length) {
      current = Arrays.copyOf(current, column * 2);
    }
    return column;
  }

  /** Returns the number of columns. */
  public int columns() {
    return headers.size();
  }

  /** Returns the number of rows ended. */
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

  /** Returns what a cell of the current row holds so far. */
  public String cell(int column) {
    return dictionaries.get(column).value(current[column]);
  }

  /**
   * Ends the current row; cells not set are empty.
   *
   * @param rowNumber where the row stands in the source
   * @throws TableTooLargeException when the table would fill the memory
   */
  public void endRow(int rowNumber) {
    if (rows == rowNumbers.length) {
      int capacity = rows + (rows >> 1);
      checkMemory(headers.size(), capacity);
      rowNumbers = Arrays.copyOf(rowNumbers, capacity);
      codes.replaceAll(column -> Arrays.copyOf(column, capacity));
    }
    rowNumbers[rows] = rowNumber;
    for (int column = 0; column < headers.size(); column++) {
      codes.get(column)[rows] = current[column];
      current[column] = Dictionary.EMPTY;
    }
    rows++;
  }

  /** A table of many columns, each filled in few rows, takes far more room than its source did. */
  private void checkMemory(int columns, int capacity) {
    if ((long) columns * capacity * Integer.BYTES > mostBytes) {
      throw new TableTooLargeException();
    }
  }

  /**
   * Returns the table; this must not be used again.
   *
   * @param order the numbers of the columns as they shall stand in the table
   */
  public Table build(int[] order) {
    List<Column> columns = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int column : order) {
      String name = unique(headers.get(column).strip(), columns.size() + 1, taken);
      int[] trimmed = Arrays.copyOf(codes.get(column), rows);
      codes.set(column, new int[0]); // so that the two copies of a large table never meet
      columns.add(new Column(name, headers.get(column), dictionaries.get(column), trimmed));
    }
    return new Table(source, columns, Arrays.copyOf(rowNumbers, rows));
  }

  private static String unique(String header, int position, Set<String> taken) {
    String base = header.isEmpty() ? "column " + position : header;
    String name = base;
    for (int copy = 2; !taken.add(name); copy++) {
      name = base + " (" + copy + ")";
    }
    return name;
  }
}
