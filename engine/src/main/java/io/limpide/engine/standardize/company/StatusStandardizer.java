package io.limpide.engine.standardize.company;

import io.limpide.engine.reference.CompanyStates;
import io.limpide.engine.standardize.Cleaning;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import java.util.Locale;
import java.util.Set;

/**
 * STATUS columns: names the state as the part {@code state}; the value itself is the company's own
 * word and stays. Single letters and yes or no mean something only where the whole column says so:
 * INSEE writes A for active, C for ceased, F for a closed establishment.
 */
final class StatusStandardizer implements Standardizer {
  private static final Set<String> YES = Set.of("oui", "o", "yes", "y", "true", "vrai", "1", "x");
  private static final Set<String> NO = Set.of("non", "n", "no", "false", "faux", "0");
  private static final int FEW = 12;

  private final Settings settings;
  private final boolean inseeLetters;
  private final String yes;
  private final String no;

  StatusStandardizer(Column column, Settings settings) {
    this.settings = settings;
    inseeLetters = isOfLetters(column.dictionary());
    String header = NameText.phrase(column.header().isEmpty() ? column.name() : column.header());
    boolean closed = header.matches(".*(ferme|cess|radi|closed|liquid|disso).*");
    boolean inactive = header.matches(".*(inacti|archiv|desacti|disabled|obsol).*");
    boolean active = !inactive && header.matches(".*(actif|active|actv|enabled|ouvert).*");
    yes = closed ? "closed" : inactive ? "inactive" : active ? "active" : "";
    no = closed || inactive ? "active" : active ? "inactive" : "";
  }

  @Override
  public Standardized standardize(String raw) {
    if (raw.isEmpty()) {
      return Standardized.unchanged("");
    }
    Cleaning cleaning = new Cleaning(raw, settings.policy());
    String text = NameText.tidy(raw);
    cleaning.change(CompanyRules.TEXT_SPACES, text, 1);
    String state = text.length() > 120 ? "" : state(NameText.phrase(text));
    cleaning.part("state", state);
    if (CompanyStates.isEnded(state)) {
      cleaning.remark(CompanyReasons.STATUS_ENDED, text);
    }
    return cleaning.done();
  }

  private String state(String phrase) {
    if (inseeLetters) {
      return phrase.equals("a") ? "active" : "closed";
    }
    if (YES.contains(phrase)) {
      return yes;
    }
    if (NO.contains(phrase)) {
      return no;
    }
    String state = CompanyStates.of(phrase);
    if (!state.isEmpty()) {
      return state;
    }
    // "2 - Client", "A : Actif", "Client (VIP)": the first part that says something.
    for (String word : phrase.split(" ", 4)) {
      if (word.length() > 2) {
        return CompanyStates.of(word);
      }
    }
    return "";
  }

  private static boolean isOfLetters(Dictionary values) {
    if (values.size() > FEW || values.size() < 2) {
      return false;
    }
    boolean active = false;
    boolean ceased = false;
    for (int code = 1; code < values.size(); code++) {
      String value = values.value(code).strip().toUpperCase(Locale.ROOT);
      if (!value.equals("A") && !value.equals("C") && !value.equals("F")) {
        return false;
      }
      active |= value.equals("A");
      ceased |= !value.equals("A");
    }
    return active && ceased;
  }
}
