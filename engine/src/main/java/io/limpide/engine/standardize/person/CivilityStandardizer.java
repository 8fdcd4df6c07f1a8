package io.limpide.engine.standardize.person;

import io.limpide.engine.finding.Rule;
import io.limpide.engine.reference.Civilities;
import io.limpide.engine.reference.Civilities.Civility;
import io.limpide.engine.reference.Sex;
import io.limpide.engine.standardize.Cleaning;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.table.Column;
import io.limpide.engine.text.Fold;
import java.util.Optional;
import java.util.Set;

/**
 * Civilities: {@code M.}, {@code Mme} or nothing; titles stay beside them.
 *
 * <p>Parts: {@code civility}, {@code title}, {@code sex} (m or f), {@code household}.
 */
final class CivilityStandardizer implements Standardizer {
  private static final Set<String> MADEMOISELLE =
      Set.of("mlle", "melle", "mle", "mademoiselle", "miss");
  private static final Set<String> ENGLISH = Set.of("mrs", "miss");
  private static final int LOOKED_AT = 500; // a column of civilities has few different values

  private final Settings settings;
  private final boolean english;

  CivilityStandardizer(Column column, Settings settings) {
    this.settings = settings;
    this.english = isEnglish(column);
  }

  /** Where Mrs or Miss stand, Ms is the third of them; elsewhere it is a slip for Mr or Mme. */
  private static boolean isEnglish(Column column) {
    int size = Math.min(LOOKED_AT, column.dictionary().size());
    for (int code = 1; code < size; code++) {
      if (column.dictionary().length(code) < 10
          && ENGLISH.contains(Fold.key(column.dictionary().value(code)))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Standardized standardize(String raw) {
    if (raw.isEmpty()) {
      return Standardized.unchanged(raw);
    }
    Cleaning cell = new Cleaning(raw, settings.policy());
    cell.change(PersonRules.SPACES, NameText.spaced(raw), 1);
    String value = cell.value();
    if (value.isEmpty()) {
      return cell.done();
    }
    Optional<Civility> found = Civilities.find(value);
    if (found.isPresent()) {
      known(cell, found.get());
    } else if (value.length() <= 40 && NamePlaceholders.isCertain(value, Fold.words(value))) {
      cell.change(PersonRules.CIVILITY_PLACEHOLDER, "", 0.99);
    } else {
      cell.remark(PersonRules.CIVILITY_UNKNOWN, value);
    }
    return cell.done();
  }

  private void known(Cleaning cell, Civility civility) {
    switch (civility.kind()) {
      case PERSON -> person(cell, civility);
      case PAIR -> {
        cell.change(PersonRules.CIVILITY_FORM, civility.civility(), 0.95);
        cell.part("civility", civility.civility());
        cell.part("household", "true");
        cell.remark(PersonRules.HOUSEHOLD, cell.value());
      }
      case COMPANY -> cell.remark(PersonRules.CIVILITY_OF_COMPANY, cell.value());
      case NONE -> cell.change(PersonRules.CIVILITY_PLACEHOLDER, "", 0.99);
      case AMBIGUOUS -> ms(cell);
    }
  }

  private static void person(Cleaning cell, Civility civility) {
    String form =
        civility.title().isEmpty()
            ? civility.civility()
            : civility.civility().isEmpty()
                ? civility.title()
                : civility.civility() + " " + civility.title();
    boolean miss = MADEMOISELLE.contains(Fold.key(cell.value()));
    Rule rule = miss ? PersonRules.MADEMOISELLE : PersonRules.CIVILITY_FORM;
    cell.change(rule, form, 0.99);
    cell.part("civility", civility.civility());
    cell.part("title", civility.title());
    cell.part("sex", sex(civility.sex()));
  }

  private void ms(Cleaning cell) {
    if (english) {
      cell.change(PersonRules.CIVILITY_FORM, "Mme", 0.98);
      cell.part("civility", "Mme");
      cell.part("sex", "f");
    } else {
      cell.change(PersonRules.CIVILITY_MS, "M.", 0.5);
      cell.remark(PersonRules.CIVILITY_UNKNOWN, cell.value());
    }
  }

  static String sex(Sex sex) {
    return sex == Sex.MALE ? "m" : sex == Sex.FEMALE ? "f" : "";
  }
}
