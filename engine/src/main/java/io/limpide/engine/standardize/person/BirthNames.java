package io.limpide.engine.standardize.person;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.standardize.RecordEdit;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.text.Fold;

/** "Dupont née Martin": each name in the field made for it. */
final class BirthNames {
  private BirthNames() {}

  static void apply(RecordEdit record, Settings settings) {
    String cell = record.get(FieldType.FAMILY_NAME);
    if (NameGlance.isOnlyName(cell)) {
      return;
    }
    NameCell parts = NameCell.parse(cell);
    if (parts.birthName().isEmpty() || record.count(FieldType.BIRTH_NAME) == 0) {
      return;
    }
    String birthName = PersonRecords.family(parts.birthName(), settings);
    String there = record.get(FieldType.BIRTH_NAME);
    boolean stands =
        there.isEmpty()
            ? record.change(
                FieldType.BIRTH_NAME, 0, PersonRules.BIRTH_NAME_MOVED, birthName, 0.98, cell)
            : Fold.key(there).equals(Fold.key(birthName));
    if (!stands || parts.name().isEmpty() || !parts.alias().isEmpty()) {
      return;
    }
    String usual = PersonRecords.family(parts.name(), settings);
    if (parts.remarried()) { // which of the two she goes by, she knows
      record.change(FieldType.FAMILY_NAME, 0, PersonRules.USUAL_NAME, usual, 0.8, cell);
    } else {
      record.change(FieldType.FAMILY_NAME, 0, PersonRules.BIRTH_NAME_MOVED, usual, 0.98, cell);
    }
  }
}
