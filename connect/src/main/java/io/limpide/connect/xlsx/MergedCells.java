package io.limpide.connect.xlsx;

import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import io.limpide.engine.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives the value of cells merged over several rows to each of these rows, as a person reads it: a
 * company beside its three contacts. Merged columns get nothing: their value stands in the first.
 */
final class MergedCells {
  // A sheet that says more is made to harm: areas do not overlap.
  private static final long MOST_ROWS = 1L << 24;

  private MergedCells() {}

  /**
   * @param inSheet where each column of the table stands in the sheet
   * @param areas such as {@code A2:A4}
   */
  static Table fill(Table table, int[] inSheet, List<String> areas) {
    Map<Integer, int[]> changed = new HashMap<>();
    long filled = 0;
    for (String area : areas) {
      int colon = area.indexOf(':');
      int top = rowOf(area.substring(0, Math.max(colon, 0)));
      int bottom = rowOf(area.substring(colon + 1));
      int column = indexOf(inSheet, SheetReader.columnOf(area));
      int row = find(table, top);
      if (colon < 0 || column < 0 || top >= bottom || row < 0) {
        continue;
      }
      int[] codes = changed.computeIfAbsent(column, c -> codes(table.columns().get(c)));
      int value = codes[row];
      for (int at = row + 1; at < table.rows() && table.rowNumber(at) <= bottom; at++) {
        if (codes[at] == Dictionary.EMPTY) {
          codes[at] = value;
        }
        if (++filled > MOST_ROWS) {
          return table;
        }
      }
    }
    return changed.isEmpty() ? table : with(table, changed);
  }

  private static Table with(Table table, Map<Integer, int[]> changed) {
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      int[] codes = changed.get(columns.size());
      columns.add(
          codes == null
              ? column
              : new Column(column.name(), column.header(), column.dictionary(), codes));
    }
    int[] rowNumbers = new int[table.rows()];
    for (int row = 0; row < rowNumbers.length; row++) {
      rowNumbers[row] = table.rowNumber(row);
    }
    return new Table(table.source(), columns, rowNumbers);
  }

  private static int[] codes(Column column) {
    int[] codes = new int[column.rows()];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = column.code(row);
    }
    return codes;
  }

  /** Returns the row of an address such as BC12; 0 when it has none. */
  private static int rowOf(String address) {
    int digits = 0;
    while (digits < address.length() && !Character.isDigit(address.charAt(digits))) {
      digits++;
    }
    return Xml.number(address.substring(digits), 0);
  }

  private static int indexOf(int[] values, int wanted) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the row of the table with that number, or -1; numbers go up in every sane sheet. */
  private static int find(Table table, int number) {
    int low = 0;
    int high = table.rows() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (table.rowNumber(middle) == number) {
        return middle;
      }
      if (table.rowNumber(middle) < number) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}
