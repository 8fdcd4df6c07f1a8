package io.limpide.connect.csv;

import io.limpide.connect.gather.ColumnNames;
import java.util.List;

/**
 * Records below a header that still speak of the columns: their names in another language or as a
 * program calls them, units, formats.
 */
final class SecondNames {
  private static final int MOST = 2;
  private static final int FEWEST_BELOW = 2;
  private static final double TELLING = 1.5; // evidence for each cell, as Layout weighs it

  private SecondNames() {}

  /** Returns how many of the records below a header are no data. */
  static int count(List<Sample.Line> data, int columns) {
    int count = 0;
    while (columns > 1 && count < MOST && data.size() - count > FEWEST_BELOW) {
      List<String> cells = data.get(count).cells();
      List<Sample.Line> below = data.subList(count + 1, data.size());
      if (!areNotes(cells) && !areNames(cells, columns, below)) {
        break;
      }
      count++;
    }
    return count;
  }

  private static boolean areNotes(List<String> cells) {
    int notes = 0;
    for (String cell : cells) {
      String text = cell.strip();
      if (!text.isEmpty() && !ColumnNames.isNote(text)) {
        return false;
      }
      notes += text.isEmpty() ? 0 : 1;
    }
    return notes > 0;
  }

  /** Names of nearly all columns, each a name, and plainly of another kind than what follows. */
  static boolean areNames(List<String> cells, int columns, List<Sample.Line> below) {
    int filled = 0;
    for (String cell : cells) {
      if (!cell.isBlank()) {
        filled++;
        if (!ColumnNames.isName(cell)) {
          return false;
        }
      }
    }
    return filled >= 2
        && filled * 3 >= columns * 2
        && Layout.evidence(cells, below) > TELLING * filled + 1;
  }
}
