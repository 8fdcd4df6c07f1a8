package io.limpide.engine.standardize.person;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.reference.Civilities;
import io.limpide.engine.reference.FirstNames;
import io.limpide.engine.reference.Sex;
import io.limpide.engine.standardize.RecordEdit;
import io.limpide.engine.text.Fold;

/**
 * Civility, gender and given name against each other. A given name never decides how somebody is
 * addressed (GDPR, article 5.1.d): it raises doubts, and proposes where nothing is known.
 */
final class CivilityChecks {
  private CivilityChecks() {}

  static void apply(RecordEdit record) {
    String civility = record.get(FieldType.CIVILITY);
    String byCivility =
        Civilities.find(civility).map(found -> CivilityStandardizer.sex(found.sex())).orElse("");
    String byGender = GenderStandardizer.sex(record.get(FieldType.GENDER));
    String given = record.get(FieldType.GIVEN_NAME);
    String byName = sexOf(given);
    if (!byCivility.isEmpty() && !byGender.isEmpty() && !byCivility.equals(byGender)) {
      record.remark(
          FieldType.GENDER, 0, PersonRules.GENDER_CONFLICT, record.get(FieldType.GENDER), civility);
    }
    if (!byName.isEmpty() && !byCivility.isEmpty() && !byName.equals(byCivility)) {
      record.remark(FieldType.CIVILITY, 0, PersonRules.CIVILITY_DOUBT, civility, given);
    }
    if (record.count(FieldType.CIVILITY) > 0 && civility.isEmpty()) {
      String sex = byGender.isEmpty() ? byName : byGender;
      if (!sex.isEmpty()) {
        record.change(
            FieldType.CIVILITY,
            0,
            PersonRules.CIVILITY_FROM_GIVEN,
            sex.equals("m") ? "M." : "Mme",
            0.98,
            byGender.isEmpty() ? given : record.get(FieldType.GENDER));
      }
    }
  }

  /** m or f if 98 in 100 of those who bear the name are; nothing otherwise. */
  private static String sexOf(String given) {
    if (given.isEmpty() || given.length() > 60) {
      return "";
    }
    Sex sex = FirstNames.sex(Fold.key(given));
    if (sex == Sex.UNKNOWN) {
      int end = given.indexOf(' ');
      sex = end < 0 ? sex : FirstNames.sex(Fold.key(given.substring(0, end)));
    }
    return CivilityStandardizer.sex(sex);
  }
}
