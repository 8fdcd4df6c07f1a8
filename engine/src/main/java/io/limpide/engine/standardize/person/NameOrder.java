package io.limpide.engine.standardize.person;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Rule;
import io.limpide.engine.reference.Commonness;
import io.limpide.engine.reference.FirstNames;
import io.limpide.engine.reference.Surnames;
import io.limpide.engine.standardize.RecordEdit;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.text.Fold;

/**
 * Given and family name in each other's cell. Half of the common given names are family names too,
 * so both cells must speak for it; and a correction needs a witness more, the e-mail address.
 */
final class NameOrder {
  private NameOrder() {}

  static void apply(RecordEdit record, Settings settings) {
    String given = record.get(FieldType.GIVEN_NAME);
    String family = record.get(FieldType.FAMILY_NAME);
    if (given.isEmpty() || family.isEmpty() || given.length() > 80 || family.length() > 80) {
      return;
    }
    String email = record.get(FieldType.EMAIL);
    boolean confirmed =
        MailOrder.confirms(family, given, email) && !MailOrder.confirms(given, family, email);
    double doubt = evidence(record, given, family);
    if (doubt > 0.7 && confirmed) {
      swap(record, given, family, PersonRules.SWAPPED, 0.98, settings);
    } else if (doubt > 0.7) {
      swap(record, given, family, PersonRules.PERHAPS_SWAPPED, doubt, settings);
    } else if (confirmed && mayBeSwapped(given, family)) {
      swap(record, given, family, PersonRules.PERHAPS_SWAPPED, 0.6, settings);
    }
  }

  /** How much the two cells by themselves speak for it, 0 to 1. */
  private static double evidence(RecordEdit record, String given, String family) {
    String givenKey = Fold.key(given);
    if (FirstNames.isKnown(givenKey) || isKnownInParts(given)) {
      return 0; // nearly always
    }
    String familyKey = Fold.key(family);
    Commonness familyAsGiven = FirstNames.commonness(familyKey);
    if (!familyAsGiven.atLeast(Commonness.USUAL)) {
      return 0;
    }
    boolean shouted =
        isShouted(record, FieldType.GIVEN_NAME) && !isShouted(record, FieldType.FAMILY_NAME);
    if (Surnames.isKnown(givenKey)) {
      return Surnames.isKnown(familyKey) ? 0.85 : 0.95;
    }
    return shouted
        ? 0.9
        : familyAsGiven == Commonness.COMMON && !Surnames.isKnown(familyKey) ? 0.6 : 0;
  }

  private static boolean isShouted(RecordEdit record, FieldType type) {
    return record.part(type, 0, "caps").equals("true");
  }

  private static boolean isKnownInParts(String given) {
    for (String part : Fold.tokens(given)) {
      if (FirstNames.isKnown(part)) {
        return true;
      }
    }
    return false;
  }

  /** Each cell may hold what the other should. */
  private static boolean mayBeSwapped(String given, String family) {
    return FirstNames.isKnown(Fold.key(family))
        && (Surnames.isKnown(Fold.key(given)) || !FirstNames.isKnown(Fold.key(given)));
  }

  private static void swap(
      RecordEdit record,
      String given,
      String family,
      Rule rule,
      double confidence,
      Settings settings) {
    String newGiven = NameCase.isUpper(family) ? NameCase.given(family) : family;
    String newFamily = PersonRecords.family(given, settings);
    record.change(FieldType.GIVEN_NAME, 0, rule, newGiven, confidence, given, family);
    record.change(FieldType.FAMILY_NAME, 0, rule, newFamily, confidence, given, family);
  }
}
