package io.limpide.engine.table;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The accepted records of one source, column by column.
 *
 * <p>Rows are numbered from 0 here. {@link #rowNumber} tells where a row stood in the source, as a
 * spreadsheet would number it (the header is row 1 where there is one), for people to find it.
 */
public final class Table {
  private final String source;
  private final List<Column> columns;
  private final int[] rowNumbers;

  /**
   * @param source the name by which people know the source, such as a file's name
   * @param columns of equal length and with different names
   * @param rowNumbers the number of each row in the source; kept, not copied
   */
  public Table(String source, List<Column> columns, int[] rowNumbers) {
    this.source = source;
    this.columns = List.copyOf(columns);
    this.rowNumbers = rowNumbers;
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (column.rows() != rowNumbers.length) {
        throw new IllegalArgumentException(
            "column %s has %d rows, the table %d"
                .formatted(column.name(), column.rows(), rowNumbers.length));
      }
      if (!names.add(column.name())) {
        throw new IllegalArgumentException("two columns are called " + column.name());
      }
    }
  }

  /** Returns the name by which people know the source. */
  public String source() {
    return source;
  }

  /** Returns the columns in the order of the source. */
  public List<Column> columns() {
    return columns;
  }

  /** Returns the number of rows. */
  public int rows() {
    return rowNumbers.length;
  }

  /** Returns the number of a row in the source, as a spreadsheet would number it. */
  public int rowNumber(int row) {
    return rowNumbers[row];
  }

  /** Returns the column of that name. */
  public Optional<Column> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }
}
