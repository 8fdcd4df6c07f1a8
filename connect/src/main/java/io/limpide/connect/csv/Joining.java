package io.limpide.connect.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells whether two short records that together have the right number of cells are one that a line
 * break in a cell without quotes cut in two.
 *
 * <p>Where programs leave out empty cells at the end of a record, short records are usual and say
 * nothing. So the cells with which whole records begin must be alike, as ids are, and that of the
 * second part must be different: nothing else would be safe from making two customers one.
 *
 * @param start the shape of the cells with which whole records begin
 */
record Joining(String start) {
  private static final int FEWEST_COLUMNS = 4;
  private static final int FEWEST_RECORDS = 2;

  /** Returns how to tell, or nothing when the text gives no hold. */
  static Optional<Joining> of(List<Sample.Line> lines, Layout layout) {
    if (layout.columns() < FEWEST_COLUMNS || !layout.header()) {
      return Optional.empty();
    }
    Map<String, Integer> starts = new HashMap<>();
    int whole = 0;
    for (Sample.Line line : lines.subList(layout.first() + 1, lines.size())) {
      String first = line.cells().get(0);
      if (line.cells().size() == layout.columns() && !first.isBlank()) {
        whole++;
        starts.merge(Layout.shape(first), 1, Integer::sum);
      }
    }
    int records = whole;
    return starts.entrySet().stream()
        .filter(entry -> records >= FEWEST_RECORDS && entry.getValue() * 10 >= records * 9)
        .map(entry -> new Joining(entry.getKey()))
        .findFirst();
  }

  /** Returns whether a record that begins with this cell is one of its own. */
  boolean isStart(String first) {
    return first.isBlank() || Layout.shape(first).equals(start);
  }
}
