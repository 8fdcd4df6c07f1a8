package io.limpide.engine.standardize;

import io.limpide.engine.finding.Change;
import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.finding.Rule;
import io.limpide.engine.finding.RulePolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One value on its way through the rules of its standardizer: applies what is safe, notes what is
 * only probable, and remembers both.
 */
public final class Cleaning {
  private final RulePolicy policy;
  private final List<Change> changes = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();
  private final Map<String, String> parts = new LinkedHashMap<>();
  private String value;

  /** Begins with the raw value. */
  public Cleaning(String raw, RulePolicy policy) {
    this.value = raw;
    this.policy = policy;
  }

  /** Returns the value as it stands now. */
  public String value() {
    return value;
  }

  /**
   * Lets a rule replace the value. Does nothing if the rule changes nothing or is switched off;
   * only notes the change if the rule may only suggest.
   *
   * @param confidence 0 to 1
   * @param evidence data for the wording of the rule
   * @return whether {@link #value} is {@code after} now
   */
  public boolean change(Rule rule, String after, double confidence, String... evidence) {
    Level level = policy.level(rule);
    if (after.equals(value)) {
      return true;
    }
    if (level == Level.OFF) {
      return false;
    }
    changes.add(new Change(rule.code(), value, after, level, confidence, List.of(evidence)));
    if (level != Level.SAFE) {
      return false;
    }
    value = after;
    return true;
  }

  /** Notes what is wrong or doubtful. */
  public void remark(Reason reason, String... arguments) {
    remarks.add(Remark.of(reason, arguments));
  }

  /** Notes what the value consists of; an empty part is not noted. */
  public void part(String name, String part) {
    if (!part.isEmpty()) {
      parts.put(name, part);
    }
  }

  /** Lets a standardizer go on from here and returns what both concluded. */
  Standardized then(Standardizer next) {
    Standardized rest = next.standardize(value);
    if (changes.isEmpty() && remarks.isEmpty() && parts.isEmpty()) {
      return rest;
    }
    changes.addAll(rest.changes());
    remarks.addAll(rest.remarks());
    parts.putAll(rest.parts());
    return new Standardized(rest.value(), changes, remarks, parts);
  }

  /** Returns what was concluded. */
  public Standardized done() {
    return new Standardized(value, changes, remarks, parts);
  }
}
