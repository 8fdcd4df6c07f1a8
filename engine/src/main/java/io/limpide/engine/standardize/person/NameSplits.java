package io.limpide.engine.standardize.person;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Rule;
import io.limpide.engine.reference.FirstNames;
import io.limpide.engine.reference.Surnames;
import io.limpide.engine.standardize.RecordEdit;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.text.Fold;

/** Two names in one cell, none in the cell beside it. */
final class NameSplits {
  private NameSplits() {}

  static void apply(RecordEdit record, Settings settings) {
    if (record.count(FieldType.GIVEN_NAME) == 0 || record.count(FieldType.FAMILY_NAME) == 0) {
      return;
    }
    String given = record.get(FieldType.GIVEN_NAME);
    String family = record.get(FieldType.FAMILY_NAME);
    if (given.isEmpty() && family.isEmpty()) {
      fill(record, settings);
    } else if (given.isEmpty() || family.isEmpty()) {
      String cell = given.isEmpty() ? family : given;
      split(record, cell, isUnambiguous(cell, given.isEmpty()), settings);
    } else if (NameText.mayBeginAlike(given, family)
        && Fold.words(given).equals(Fold.words(family))) {
      split(record, family, false, settings); // the whole name twice
    }
  }

  private static void split(RecordEdit record, String cell, boolean sure, Settings settings) {
    FullName name = whole(cell);
    if (!name.isSplit() || name.confidence() < 0.75 || isKnownGiven(name.family())) {
      return;
    }
    Rule rule = sure && name.isClear() ? PersonRules.SPLIT : PersonRules.PERHAPS_SPLIT;
    write(record, name, rule, cell, settings);
  }

  /**
   * Two words in the family's cell may be a double name, two in the given one's two given names:
   * unless capitals tell, no word may serve as either.
   */
  private static boolean isUnambiguous(String cell, boolean familyCell) {
    FullName name = FullName.parse(cell);
    boolean told = !NameCase.isUniform(cell) && NameCase.isUpper(name.family());
    return told
        || (familyCell
            ? !Surnames.isKnown(Fold.key(name.given()))
            : !FirstNames.isKnown(Fold.key(name.family())));
  }

  private static boolean isKnownGiven(String family) {
    return !NameCase.isUpper(family)
        && FirstNames.isKnown(Fold.key(family))
        && !Surnames.isKnown(Fold.key(family));
  }

  private static void fill(RecordEdit record, Settings settings) {
    String cell = record.get(FieldType.FULL_NAME);
    FullName name = whole(cell);
    if (name.isClear()) {
      write(record, name, PersonRules.FROM_FULL_NAME, cell, settings);
    }
  }

  /** Nothing that could be more or other than one name. */
  private static FullName whole(String cell) {
    NameCell parts = NameCell.parse(cell);
    boolean odd = !NameRemarks.oddCharacters(cell).isEmpty() || cell.indexOf('&') >= 0;
    boolean plain = parts.birthName().isEmpty() && parts.alias().isEmpty() && !parts.pair();
    return odd || !plain || NameRemarks.isCompany(cell)
        ? FullName.parse("")
        : FullName.parse(parts.name());
  }

  private static void write(
      RecordEdit record, FullName name, Rule rule, String cell, Settings settings) {
    String given = NameCase.given(name.given());
    String family = PersonRecords.family(name.family(), settings);
    record.change(FieldType.GIVEN_NAME, 0, rule, given, name.confidence(), cell);
    record.change(FieldType.FAMILY_NAME, 0, rule, family, name.confidence(), cell);
  }
}
