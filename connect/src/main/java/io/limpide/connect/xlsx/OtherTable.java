package io.limpide.connect.xlsx;

import io.limpide.connect.gather.ColumnNames;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** A further table on a sheet: an empty row, then one that names other columns. */
final class OtherTable {
  private OtherTable() {}

  /** Returns whether a row that stands apart reads like names of columns, and like no data. */
  static boolean begins(Row row, SharedStrings strings) {
    Set<String> distinct = new HashSet<>();
    int names = 0;
    for (int cell = 0; cell < row.size(); cell++) {
      String text = row.text(cell, strings).strip();
      if (row.isTyped(cell) || HeaderFinder.isValue(text)) {
        return false;
      }
      names += ColumnNames.isName(text) ? 1 : 0;
      distinct.add(text.toLowerCase(Locale.ROOT));
    }
    return row.size() >= 2 && names * 2 >= row.size() && distinct.size() == row.size();
  }
}
