package io.limpide.connect.csv;

import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Remark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records that were read with some forgiveness: how many, and where the first ones are. */
final class Counts {
  private static final int NAMED = 10;

  private static final class Count {
    private long records;
    private final StringBuilder rows = new StringBuilder();
  }

  private final Map<Reason, Count> counts = new LinkedHashMap<>();

  void add(Reason reason, int row) {
    Count count = counts.computeIfAbsent(reason, r -> new Count());
    count.records++;
    if (count.records <= NAMED) {
      count.rows.append(count.rows.isEmpty() ? "" : ", ").append(row);
    } else if (count.records == NAMED + 1) {
      count.rows.append(" ...");
    }
  }

  /** Returns a remark for each reason: the number of records, then the rows of the first ones. */
  List<Remark> remarks() {
    List<Remark> remarks = new ArrayList<>();
    counts.forEach(
        (reason, count) ->
            remarks.add(Remark.of(reason, String.valueOf(count.records), count.rows.toString())));
    return remarks;
  }
}
