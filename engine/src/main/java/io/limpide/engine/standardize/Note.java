package io.limpide.engine.standardize;

import io.limpide.engine.finding.Change;
import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.table.Dictionary;
import java.util.List;

/** A change or a remark as it is kept: its values are codes, its evidence is unpacked on demand. */
public final class Note {
  private final Outcomes outcomes;
  private final int entry;

  Note(Outcomes outcomes, int entry) {
    this.outcomes = outcomes;
    this.entry = entry;
  }

  /** Returns whether this is a change; else it is a remark. */
  public boolean isChange() {
    return outcomes.isChange(entry);
  }

  /** Returns the number of the column. */
  public int column() {
    return outcomes.column(entry);
  }

  /** Returns the rule of a change. */
  public String rule() {
    return outcomes.rule(entry);
  }

  /** Returns what the rule of a change was allowed to do. */
  public Level level() {
    return outcomes.level(entry);
  }

  /** Returns how sure the rule of a change is, 0 to 1. */
  public double confidence() {
    return outcomes.confidence(entry);
  }

  /** Returns what {@link #before} and {@link #after} are codes of. */
  public Dictionary texts() {
    return outcomes.texts();
  }

  /** Returns the value that the rule of a change saw. */
  public int before() {
    return outcomes.before(entry);
  }

  /** Returns the value that the rule of a change makes of it. */
  public int after() {
    return outcomes.after(entry);
  }

  /** Returns what speaks for a change. */
  public List<String> evidence() {
    return outcomes.evidence(entry);
  }

  /** Returns the reason of a remark. */
  public Reason reason() {
    return outcomes.reason(entry);
  }

  /** Returns the change. */
  public Change change() {
    return outcomes.change(entry);
  }

  /** Returns the remark. */
  public Remark remark() {
    return outcomes.remark(entry);
  }
}
