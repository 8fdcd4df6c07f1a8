package io.limpide.engine.standardize.person;

import io.limpide.engine.reference.FirstNames;
import io.limpide.engine.standardize.Cleaning;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.text.Fold;

/**
 * Given, family and full names.
 *
 * <p>Parts: {@code civility}, {@code title}, {@code name} (what is left), {@code birthName}, {@code
 * alias}, {@code household}, {@code caps} (the source wrote capitals only), and for full names
 * {@code given} and {@code family} where they can be told apart for sure.
 */
final class NameStandardizer implements Standardizer {
  /** What a cell holds. */
  enum Holds {
    GIVEN,
    FAMILY,
    FULL
  }

  private static final int LONGEST = 1000; // what is longer is a text: only its blanks are tidied

  private final Holds holds;
  private final Settings settings;

  NameStandardizer(Holds holds, Settings settings) {
    this.holds = holds;
    this.settings = settings;
  }

  @Override
  public Standardized standardize(String raw) {
    if (raw.isEmpty()) {
      return Standardized.unchanged(raw);
    }
    if (isInOrder(raw)) {
      return Standardized.unchanged(raw);
    }
    Cleaning name = new Cleaning(raw, settings.policy());
    NameText.tidy(name, holds != Holds.FULL);
    if (isPlaceholder(name) || name.value().length() > LONGEST) {
      return name.done();
    }
    if (NameCase.isUpper(name.value())) {
      name.part("caps", "true");
    }
    recase(name);
    propose(name);
    parts(name);
    NameRemarks.on(name, raw);
    return name.done();
  }

  /** As nearly all are once they are clean: no rule has anything to do, nothing is doubtful. */
  private boolean isInOrder(String raw) {
    return switch (holds) {
      case GIVEN -> NameGlance.isInOrder(raw) && isSpelt(raw);
      case FAMILY ->
          settings.surnames() == Settings.SurnameStyle.CAPITALISED && NameGlance.isInOrder(raw);
      case FULL -> false; // whether it can be split is always said
    };
  }

  /** Whether there is surely no other spelling to propose of a given name. */
  private static boolean isSpelt(String value) {
    String spelling = FirstNames.spelling(Fold.key(value)).orElse("");
    return spelling.isEmpty() ? value.indexOf(' ') < 0 : spelling.equals(value);
  }

  private boolean isPlaceholder(Cleaning name) {
    String value = name.value();
    if (value.isEmpty()) {
      return true;
    }
    if (value.length() > 40) {
      return false;
    }
    String folded = Fold.words(value);
    boolean oneLetter = folded.equals("x") && holds != Holds.GIVEN; // X. may be Xavier
    if (oneLetter || NamePlaceholders.isCertain(value, folded)) {
      return name.change(PersonRules.PLACEHOLDER, "", 0.99, value);
    }
    if (NamePlaceholders.isGeneric(folded)) {
      name.remark(PersonRules.GENERIC, value);
      name.change(PersonRules.PERHAPS_PLACEHOLDER, "", 0.9, value);
    } else if (NamePlaceholders.isProbable(folded)) {
      name.change(PersonRules.PERHAPS_PLACEHOLDER, "", 0.8, value);
    }
    return name.value().isEmpty();
  }

  private void recase(Cleaning name) {
    String cased = cased(name.value());
    if (!cased.equals(name.value())
        && cased.equals(cased(cased))) { // or twice would not be as once
      name.change(PersonRules.CASE, cased, 0.98);
    }
    String value = name.value();
    boolean capsLock =
        value.length() > 2
            && Character.isLowerCase(value.charAt(0))
            && NameCase.isUpper(value.substring(1));
    if (capsLock) {
      name.change(PersonRules.CAPS_LOCK, cased(NameCase.lower(value)), 0.9);
    }
  }

  private String cased(String value) {
    NameCell cell = NameCell.parse(value);
    if (cell.isPlain()) {
      return casedName(value);
    }
    boolean upper = settings.surnames() == Settings.SurnameStyle.UPPER;
    if (holds == Holds.FULL && !upper && !NameCase.isUniform(value)) {
      return value; // capitals in it say which is the family name
    }
    String out = NameCase.isUniform(value) ? NameCase.words(value, holds == Holds.GIVEN) : value;
    NameCell parts = NameCell.parse(out);
    for (String part : new String[] {parts.name(), parts.birthName(), parts.alias()}) {
      if (part.length() > 1) {
        int at = out.lastIndexOf(part);
        String cased = at < 0 ? part : casedName(part);
        out = at < 0 ? out : out.substring(0, at) + cased + out.substring(at + part.length());
      }
    }
    return out;
  }

  private String casedName(String value) {
    boolean upper = settings.surnames() == Settings.SurnameStyle.UPPER;
    if (holds == Holds.GIVEN) {
      return NameCase.given(value);
    }
    if (holds == Holds.FAMILY) {
      return upper ? NameCase.upper(value) : NameCase.family(value);
    }
    FullName full = FullName.parse(value);
    if (!full.isSplit() || value.indexOf(',') >= 0) {
      return NameCase.isUniform(value) ? NameCase.words(value, false) : value;
    }
    if (!NameCase.isUniform(value) && !(upper && full.isClear())) {
      return value;
    }
    String given = NameCase.given(full.given());
    String family =
        upper && full.isClear() ? NameCase.upper(full.family()) : NameCase.family(full.family());
    return full.givenFirst() ? given + " " + family : family + " " + given;
  }

  private void propose(Cleaning name) {
    String value = name.value();
    if (value.contains("--")) {
      name.change(PersonRules.DOUBLE_HYPHEN, value.replaceAll("-{2,}", " ").strip(), 0.9);
    }
    if (holds == Holds.GIVEN && value.length() <= 60) {
      proposeSpelling(name);
    }
  }

  private static void proposeSpelling(Cleaning name) {
    String value = name.value();
    String spelling = FirstNames.spelling(Fold.key(value)).orElse("");
    if (spelling.isEmpty()) {
      accents(name, value);
    } else if (spelling.indexOf('-') > 0 && value.indexOf('-') < 0) {
      name.change(PersonRules.COMPOUND, spelling, 0.8);
    } else if (sameButAccents(value, spelling)) {
      name.change(PersonRules.ACCENT, spelling, 0.8);
    }
  }

  /** Several given names: each as it is spelt alone. */
  private static void accents(Cleaning name, String value) {
    if (value.indexOf(' ') < 0) {
      return; // looked up already
    }
    StringBuilder out = new StringBuilder();
    for (String word : value.split(" ", -1)) {
      String spelling = FirstNames.spelling(Fold.key(word)).orElse(word);
      out.append(out.length() == 0 ? "" : " ");
      out.append(sameButAccents(word, spelling) ? spelling : word);
    }
    name.change(PersonRules.ACCENT, out.toString(), 0.7);
  }

  private static boolean sameButAccents(String value, String spelling) {
    String plain = Fold.accents(spelling);
    return !value.equals(spelling)
        && !plain.equals(spelling) // accents are proposed, not taken away
        && Fold.accents(value).equals(plain);
  }

  private void parts(Cleaning name) {
    NameCell cell = NameCell.parse(name.value());
    name.part("civility", cell.civility());
    name.part("title", cell.title());
    name.part("name", cell.isPlain() ? "" : cell.name());
    name.part("birthName", cell.birthName());
    name.part("alias", cell.alias());
    if (cell.pair()) {
      name.part("household", "true");
      name.remark(PersonRules.HOUSEHOLD, name.value());
    }
    if (holds == Holds.GIVEN && isInitial(cell.name())) {
      name.remark(PersonRules.INITIAL, name.value());
    }
    if (holds == Holds.FULL) {
      FullName full = FullName.parse(cell.name());
      if (full.isClear()) {
        name.part("given", full.given());
        name.part("family", full.family());
      } else {
        name.remark(PersonRules.UNSPLIT, name.value());
      }
    }
  }

  private static boolean isInitial(String value) {
    return Fold.key(value).length() == 1 || NameCase.isInitials(value, NameCase.lower(value));
  }
}
