package io.limpide.connect.xlsx;

import io.limpide.connect.gather.ColumnNames;
import java.util.List;

/** A row below the names of columns that still speaks of them: other names, units, formats. */
final class SecondNames {
  private static final int FEWEST_BELOW = 2;
  private static final double MOSTLY = 0.7;

  private SecondNames() {}

  /** Returns whether a row that follows a header is no data, by itself and by the rows below. */
  static boolean is(Row row, int columns, List<Row> below, SharedStrings strings) {
    if (row.size() == 0 || columns < 2 || below.size() < FEWEST_BELOW) {
      return false;
    }
    boolean notes = true;
    boolean names = row.size() >= 2 && row.size() * 3 >= columns * 2;
    boolean unlike = false;
    for (int cell = 0; cell < row.size(); cell++) {
      String text = row.text(cell, strings).strip();
      notes &= ColumnNames.isNote(text);
      names &= !row.isTyped(cell) && !HeaderFinder.isValue(text) && ColumnNames.isName(text);
      unlike |= areValues(row.column(cell), below, strings);
    }
    return notes || (names && unlike);
  }

  /** Whether a column holds what no name is: numbers, days, addresses of mail. */
  private static boolean areValues(int column, List<Row> below, SharedStrings strings) {
    int filled = 0;
    int values = 0;
    for (Row row : below) {
      for (int cell = 0; cell < row.size(); cell++) {
        if (row.column(cell) == column) {
          filled++;
          values +=
              row.isTyped(cell) || HeaderFinder.isValue(row.text(cell, strings).strip()) ? 1 : 0;
        }
      }
    }
    return filled > 1 && values >= MOSTLY * filled;
  }
}
