package io.limpide.server.recipe;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import java.util.ArrayList;
import java.util.List;

/** Two texts line by line: what went, what came, and a few lines around. */
final class TextDifference {
  private static final int AROUND = 2;

  private TextDifference() {}

  /**
   * A line.
   *
   * @param sign {@code -}, {@code +}, a space for one that is the same, or dots for those left out
   */
  record Line(String sign, String text) {}

  static List<Line> of(String before, String after) {
    List<DiffRow> rows =
        DiffRowGenerator.create()
            .lineNormalizer(line -> line) // escaped where it is shown
            .build()
            .generateDiffRows(before.lines().toList(), after.lines().toList());
    List<Line> lines = new ArrayList<>();
    int skipped = 0;
    for (int at = 0; at < rows.size(); at++) {
      DiffRow row = rows.get(at);
      if (row.getTag() == DiffRow.Tag.EQUAL) {
        if (near(rows, at)) {
          lines.add(new Line(" ", row.getOldLine()));
          skipped = 0;
        } else if (skipped++ == 0) {
          lines.add(new Line("…", ""));
        }
        continue;
      }
      if (row.getTag() != DiffRow.Tag.INSERT) {
        lines.add(new Line("-", row.getOldLine()));
      }
      if (row.getTag() != DiffRow.Tag.DELETE) {
        lines.add(new Line("+", row.getNewLine()));
      }
    }
    return lines;
  }

  private static boolean near(List<DiffRow> rows, int at) {
    int from = Math.max(0, at - AROUND);
    int to = Math.min(rows.size() - 1, at + AROUND);
    for (int other = from; other <= to; other++) {
      if (rows.get(other).getTag() != DiffRow.Tag.EQUAL) {
        return true;
      }
    }
    return false;
  }
}
