package io.limpide.connect.csv;

import io.limpide.connect.gather.ColumnNames;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A further table below the first: a blank line, then a record that names other columns. */
final class OtherTable {
  private OtherTable() {}

  /** Returns where in some records the names of another table stand, or -1. */
  static int find(List<Sample.Line> lines) {
    boolean apart = false;
    for (int at = 0; at < lines.size(); at++) {
      Sample.Line line = lines.get(at);
      if (line.filled() == 0) {
        apart = at > 0;
      } else if (apart && begins(line.cells())) {
        return at;
      } else {
        apart = false;
      }
    }
    return -1;
  }

  /** Returns whether a record that stands apart reads like names of columns, and like no data. */
  static boolean begins(List<String> cells) {
    Set<String> distinct = new HashSet<>();
    int filled = 0;
    int names = 0;
    for (String cell : cells) {
      if (cell.isBlank()) {
        continue;
      }
      CellKind kind = CellKind.of(cell);
      if (kind.isData() || kind == CellKind.NUMBER) {
        return false;
      }
      filled++;
      names += ColumnNames.isName(cell) ? 1 : 0;
      distinct.add(cell.strip().toLowerCase(Locale.ROOT));
    }
    return filled >= 2 && names * 2 >= filled && distinct.size() == filled;
  }
}
