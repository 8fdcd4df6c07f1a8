package io.limpide.cli.result;

import io.limpide.engine.finding.Change;
import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.standardize.Note;
import io.limpide.engine.standardize.StandardizedTable;
import io.limpide.engine.table.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Corrections by rule and findings by reason, each with its count and a few examples. */
public final class Digest implements StandardizedTable.Tally {
  private static final int EXAMPLES = 4;

  private final Map<String, RuleDigest> rules = new TreeMap<>();
  private final Map<String, ReasonDigest> reasons = new TreeMap<>();

  /** What one rule did, or proposed. */
  public static final class RuleDigest {
    public final String rule;
    public final List<Change> examples = new ArrayList<>();
    public final Map<String, Long> columns = new LinkedHashMap<>();
    public long applied;
    public long suggested;

    RuleDigest(String rule) {
      this.rule = rule;
    }
  }

  /** What was found for one reason. */
  public static final class ReasonDigest {
    public final Remark example;
    public final Map<String, Long> columns = new LinkedHashMap<>();
    public long rows;

    ReasonDigest(Remark example) {
      this.example = example;
    }
  }

  @Override
  public void note(Column column, Note note, int rows) {
    if (note.isChange()) {
      change(column, note, rows);
    } else {
      ReasonDigest digest = reasons.get(note.reason().code());
      if (digest == null) {
        digest = new ReasonDigest(note.remark());
        reasons.put(note.reason().code(), digest);
      }
      digest.rows += rows;
      digest.columns.merge(column.name(), (long) rows, Long::sum);
    }
  }

  private void change(Column column, Note note, int rows) {
    RuleDigest digest = rules.computeIfAbsent(note.rule(), RuleDigest::new);
    if (note.level() == Level.SAFE) {
      digest.applied += rows;
    } else {
      digest.suggested += rows;
    }
    digest.columns.merge(column.name(), (long) rows, Long::sum);
    if (digest.examples.size() < EXAMPLES) {
      digest.examples.add(note.change());
    }
  }

  /** Returns applied and proposed corrections, by the rule's code. */
  public Map<String, long[]> ruleCounts() {
    Map<String, long[]> counts = new TreeMap<>();
    rules.forEach((rule, of) -> counts.put(rule, new long[] {of.applied, of.suggested}));
    return counts;
  }

  /** Returns what each rule did, the busiest first. */
  public List<RuleDigest> rules() {
    List<RuleDigest> sorted = new ArrayList<>(rules.values());
    sorted.sort(
        java.util.Comparator.comparingLong((RuleDigest of) -> -(of.applied + of.suggested))
            .thenComparing(of -> of.rule));
    return sorted;
  }

  /** Returns what was found, by reason. */
  public Map<String, ReasonDigest> reasons() {
    return reasons;
  }
}
