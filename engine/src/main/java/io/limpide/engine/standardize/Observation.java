package io.limpide.engine.standardize;

import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Severity;
import io.limpide.engine.table.Column;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a table as it stands: counted by column and reason, not kept row by row. */
public final class Observation {
  private final List<Column> columns;
  private final List<BitSet> invalid = new ArrayList<>(); // by column: codes
  private final List<Map<Reason, Integer>> counts = new ArrayList<>(); // by column: rows

  Observation(List<Column> columns) {
    this.columns = columns;
    for (int column = 0; column < columns.size(); column++) {
      invalid.add(new BitSet());
      counts.add(new HashMap<>());
    }
  }

  /** Notes a remark on a distinct value; threads may note different columns at a time. */
  void ofValue(int column, int code, int rows, Reason reason) {
    counts.get(column).merge(reason, rows, Integer::sum);
    if (reason.severity() == Severity.ERROR) {
      invalid.get(column).set(code);
    }
  }

  /** Notes a remark on one row. */
  void ofRow(int column, Reason reason) {
    counts.get(column).merge(reason, 1, Integer::sum);
  }

  /** Returns whether a distinct value is wrong by itself. */
  public boolean invalid(int column, int code) {
    return invalid.get(column).get(code);
  }

  /** Returns the rows of each reason, by column name; columns without a remark are left out. */
  public Map<String, Map<Reason, Integer>> remarkCounts() {
    Map<String, Map<Reason, Integer>> byName = new HashMap<>();
    for (int column = 0; column < counts.size(); column++) {
      if (!counts.get(column).isEmpty()) {
        byName.put(columns.get(column).name(), Map.copyOf(counts.get(column)));
      }
    }
    return byName;
  }
}
