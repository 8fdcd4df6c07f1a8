package io.limpide.engine.standardize;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Change;
import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.finding.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A record in memory, every rule at its own level. Parts are given under {@code "TYPE.part"}. */
public final class FakeRecord implements RecordEdit {
  private final Map<FieldType, List<String>> fields;
  private final Map<String, String> parts;
  private final List<Change> changes = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();

  /** Makes a record whose values have no parts. */
  public FakeRecord(Map<FieldType, List<String>> fields) {
    this(fields, Map.of());
  }

  /**
   * Makes a record.
   *
   * @param parts parts of the first value of a type, keyed like {@code "ADDRESS.postcode"}
   */
  public FakeRecord(Map<FieldType, List<String>> fields, Map<String, String> parts) {
    this.fields = new EnumMap<>(FieldType.class);
    fields.forEach((type, values) -> this.fields.put(type, new ArrayList<>(values)));
    this.parts = parts;
  }

  /** Returns the changes so far, applied and proposed. */
  public List<Change> changes() {
    return changes;
  }

  /** Returns the remarks so far. */
  public List<Remark> remarks() {
    return remarks;
  }

  /** Returns the values as they stand now. */
  public Map<FieldType, List<String>> copy() {
    Map<FieldType, List<String>> copy = new EnumMap<>(FieldType.class);
    fields.forEach((type, values) -> copy.put(type, List.copyOf(values)));
    return copy;
  }

  @Override
  public int count(FieldType type) {
    return fields.getOrDefault(type, List.of()).size();
  }

  @Override
  public String get(FieldType type, int index) {
    return index < count(type) ? fields.getOrDefault(type, List.of()).get(index) : "";
  }

  @Override
  public String part(FieldType type, int index, String name) {
    return index == 0 ? parts.getOrDefault(type + "." + name, "") : "";
  }

  @Override
  public boolean change(
      FieldType type, int index, Rule rule, String after, double confidence, String... evidence) {
    List<String> values = fields.get(type);
    if (values == null || index >= values.size()) {
      return false;
    }
    if (values.get(index).equals(after)) {
      return true;
    }
    changes.add(
        new Change(
            rule.code(), values.get(index), after, rule.level(), confidence, List.of(evidence)));
    if (rule.level() != Level.SAFE) {
      return false;
    }
    values.set(index, after);
    return true;
  }

  @Override
  public void remark(FieldType type, int index, Reason reason, String... arguments) {
    remarks.add(Remark.of(reason, arguments));
  }
}
