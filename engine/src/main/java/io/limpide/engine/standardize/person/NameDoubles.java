package io.limpide.engine.standardize.person;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.reference.FirstNames;
import io.limpide.engine.standardize.RecordEdit;
import io.limpide.engine.text.Fold;

/** The same words in two cells that should differ. */
final class NameDoubles {
  private NameDoubles() {}

  static void apply(RecordEdit record) {
    String given = record.get(FieldType.GIVEN_NAME);
    String family = record.get(FieldType.FAMILY_NAME);
    if (family.isEmpty() || family.length() > 200) {
      return;
    }
    String company = record.get(FieldType.COMPANY_NAME);
    boolean likeCompany = !company.isEmpty() && NameText.mayBeginAlike(company, family);
    boolean likeGiven = !given.isEmpty() && NameText.mayBeginAlike(given, family);
    if (!likeCompany && !likeGiven && family.indexOf(' ') < 0) {
      return; // nearly always
    }
    String familyWords = Fold.words(family);
    if (familyWords.isEmpty()) {
      return;
    }
    if (likeCompany && Fold.words(company).equals(familyWords)) {
      record.remark(FieldType.FAMILY_NAME, 0, PersonRules.SAME_AS_COMPANY, family);
    }
    String givenWords = Fold.words(given);
    if (givenWords.equals(familyWords)) {
      record.remark(FieldType.FAMILY_NAME, 0, PersonRules.SAME_TWICE, family);
    } else if (!givenWords.isEmpty() && FirstNames.isKnown(Fold.key(given))) {
      withoutGiven(record, given, family, givenWords, familyWords);
    }
  }

  /** Jean | Dupont Jean. */
  private static void withoutGiven(
      RecordEdit record, String given, String family, String givenWords, String familyWords) {
    String rest = "";
    if (familyWords.startsWith(givenWords + " ") && startsWord(family, given)) {
      rest = family.substring(given.length()).strip();
    } else if (familyWords.endsWith(" " + givenWords) && endsWord(family, given)) {
      rest = family.substring(0, family.length() - given.length()).strip();
    }
    if (!rest.isEmpty()) {
      record.change(
          FieldType.FAMILY_NAME, 0, PersonRules.REPEATED_IN_FAMILY, rest, 0.85, given, family);
    }
  }

  private static boolean startsWord(String family, String given) {
    return family.length() > given.length()
        && family.charAt(given.length()) == ' '
        && Fold.key(family.substring(0, given.length())).equals(Fold.key(given));
  }

  private static boolean endsWord(String family, String given) {
    int at = family.length() - given.length();
    return at > 1
        && family.charAt(at - 1) == ' '
        && Fold.key(family.substring(at)).equals(Fold.key(given));
  }
}
