package io.limpide.engine.standardize;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Rule;

/**
 * One record under the hands of a {@link RecordRule}, after its values were standardised one by
 * one. Fields are addressed by type and index: the second phone column is {@code (PHONE, 1)}.
 */
public interface RecordEdit {
  /** Returns how many columns of the type the record has, filled or not. */
  int count(FieldType type);

  /** Returns the value as it stands now; empty when there is none or no such column. */
  String get(FieldType type, int index);

  /**
   * Returns a part that the standardizer named of the value as the source gave it or, once a record
   * rule changed it, of the value as it stands; empty when there is none.
   */
  String part(FieldType type, int index, String name);

  /** As {@link Cleaning#change}, for one field of the record. */
  boolean change(
      FieldType type, int index, Rule rule, String after, double confidence, String... evidence);

  /** Notes what is wrong or doubtful about one field of the record. */
  void remark(FieldType type, int index, Reason reason, String... arguments);

  /** Returns the value of the first column of the type. */
  default String get(FieldType type) {
    return get(type, 0);
  }
}
