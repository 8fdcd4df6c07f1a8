package io.limpide.engine.standardize.company;

import io.limpide.engine.reference.CompanyStates;
import io.limpide.engine.reference.LegalForm;
import io.limpide.engine.reference.LegalForms;
import io.limpide.engine.standardize.Cleaning;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import java.util.List;
import java.util.Set;

/** COMPANY_NAME and TRADE_NAME columns. */
final class NameStandardizer implements Standardizer {
  private static final Set<String> NO_NAME =
      Set.of(
          "particulier",
          "particuliers",
          "particulier sans societe",
          "personnel",
          "perso",
          "prive",
          "client divers",
          "clients divers",
          "divers",
          "prospect divers",
          "essai",
          "test test",
          "societe test",
          "test societe",
          "entreprise test",
          "test entreprise",
          "demo",
          "exemple",
          "aucune societe",
          "sans societe",
          "pas de societe",
          "societe inconnue",
          "societe",
          "entreprise",
          "raison sociale",
          "nom de la societe",
          "company",
          "my company",
          "ma societe",
          "mon entreprise",
          "a supprimer",
          "ne pas utiliser",
          "ne pas contacter",
          "doublon",
          "asdf",
          "azerty",
          "qwerty",
          "toto",
          "blabla",
          "sans emploi",
          "etudiant",
          "retraite",
          "chomage",
          "individual",
          "private",
          "self",
          "no company",
          "test company",
          "acme test");

  private final Settings settings;

  NameStandardizer(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Standardized standardize(String raw) {
    if (raw.isEmpty()) {
      return Standardized.unchanged("");
    }
    Cleaning cleaning = new Cleaning(raw, settings.policy());
    String tidy = NameText.tidy(raw);
    if (tidy.isEmpty() || IdentifierText.isMasked(tidy)) {
      CellText.emptied(cleaning, tidy);
      return cleaning.done();
    }
    cleaning.change(CompanyRules.NAME_SPACES, tidy, 1);
    cleaning.change(CompanyRules.NAME_EDGES, withoutEdges(cleaning.value()), 0.99);
    cleaning.change(CompanyRules.NAME_FORM_DOTS, withPlainForm(cleaning.value()), 0.99);
    String value = cleaning.value();
    if (isPlaceholder(value)) {
      cleaning.remark(CompanyReasons.NAME_PLACEHOLDER, value);
      cleaning.change(CompanyRules.NAME_PLACEHOLDER, "", 0.85, value);
      return cleaning.done();
    }
    CompanyName name = CompanyName.parse(value);
    remark(cleaning, value, name);
    suggest(cleaning, value, name);
    parts(cleaning, name);
    return cleaning.done();
  }

  private static boolean isPlaceholder(String value) {
    if (value.length() > 30) {
      return false;
    }
    String phrase = NameText.phrase(value);
    String letters = phrase.replace(" ", "");
    boolean repeated = letters.length() >= 3 && Digits.constant(letters);
    return NO_NAME.contains(phrase)
        || repeated
        || (IdentifierText.saysNothing(value) && value.chars().allMatch(c -> c < 0x250));
  }

  private static void remark(Cleaning cleaning, String value, CompanyName name) {
    if (!name.identifier().isEmpty() || Siren.isValid(value) || Siret.isValid(value)) {
      cleaning.remark(
          CompanyReasons.NAME_IDENTIFIER, name.identifier().isEmpty() ? value : name.identifier());
    } else if (name.coreKey().isEmpty() || Digits.only(name.compactKey())) {
      cleaning.remark(CompanyReasons.NAME_NO_LETTERS, CellText.shown(value));
    } else if (value.length() <= 100 && isOnlyForm(value)) {
      cleaning.remark(CompanyReasons.NAME_ONLY_FORM, value);
    }
    if (CompanyStates.isEnded(name.statusHint())) {
      cleaning.remark(CompanyReasons.NAME_STATE, CellText.shown(value));
    }
  }

  private static boolean isOnlyForm(String value) {
    LegalForm form = FormStandardizer.written(value);
    return form != null && !form.kept();
  }

  private static void suggest(Cleaning cleaning, String value, CompanyName name) {
    if (NameCase.isUniform(value) && !isOnlyForm(value)) {
      cleaning.change(CompanyRules.NAME_CASE, NameCase.proper(value), 0.75, value);
    }
    if (name.display().isEmpty()) {
      return;
    }
    if (!name.formerName().isEmpty()) {
      cleaning.change(CompanyRules.NAME_FORMER, name.display(), 0.8, name.formerName());
    } else if (!name.statusHint().isEmpty()) {
      cleaning.change(CompanyRules.NAME_STATE, name.display(), 0.85, name.statusHint());
    } else if (!name.siteLabel().isEmpty()) {
      cleaning.change(CompanyRules.NAME_SITE, name.display(), 0.8, name.siteLabel());
    } else if (!name.careOf().isEmpty()) {
      cleaning.change(CompanyRules.NAME_CARE_OF, name.display(), 0.8, name.careOf());
    }
  }

  private static void parts(Cleaning cleaning, CompanyName name) {
    cleaning.part("display", name.display());
    cleaning.part("legalForm", name.legalForm());
    cleaning.part("coreKey", name.coreKey());
    cleaning.part("otherKey", name.otherKey());
    cleaning.part("compactKey", name.compactKey());
    cleaning.part("tokens", name.tokens());
    cleaning.part("sigle", name.sigle());
    cleaning.part("siteLabel", name.siteLabel());
    cleaning.part("formerName", name.formerName());
    cleaning.part("alias", name.alias());
    cleaning.part("statusHint", name.statusHint());
    cleaning.part("qualifiers", name.qualifiers());
    cleaning.part("careOf", name.careOf());
    cleaning.part("identifier", name.identifier());
  }

  /** Takes off quotes around the whole name, and commas and the like at its ends. */
  private static String withoutEdges(String name) {
    int from = 0;
    int to = name.length();
    boolean again = true;
    while (again && to - from > 1) {
      again = false;
      if (" ,;".indexOf(name.charAt(from)) >= 0) {
        from++;
        again = true;
      } else if (" ,;".indexOf(name.charAt(to - 1)) >= 0) {
        to--;
        again = true;
      } else if (isPair(name.charAt(from), name.charAt(to - 1))
          && to - from > 2
          && !hasQuote(name, from + 1, to - 1)) {
        from++;
        to--;
        again = true;
      }
    }
    return name.substring(from, to);
  }

  private static boolean isPair(char first, char last) {
    return (first == '"' && last == '"')
        || (first == '«' && last == '»')
        || (first == '“' && last == '”');
  }

  private static boolean hasQuote(String name, int from, int to) {
    for (int i = from; i < to; i++) {
      if ("\"«»“”".indexOf(name.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Writes a dotted or spaced French legal form at either end without its dots. */
  private static String withPlainForm(String name) {
    if (name.length() > 400) {
      return name;
    }
    List<NameToken> tokens = NameToken.of(name);
    if (tokens.isEmpty()) {
      return name;
    }
    String changed = name;
    NameToken last = tokens.get(tokens.size() - 1);
    if (isDottedForm(last) && name.substring(last.end()).isBlank()) {
      changed = name.substring(0, last.start()) + last.word();
    }
    NameToken first = tokens.get(0);
    if (tokens.size() > 1 && first.start() == 0 && isDottedForm(first)) {
      String rest = changed.substring(first.end());
      boolean apart = rest.isEmpty() || !Character.isLetterOrDigit(rest.charAt(0));
      changed = first.word() + (apart ? "" : " ") + rest;
    }
    return changed;
  }

  private static boolean isDottedForm(NameToken token) {
    LegalForm form = token.dotted() ? LegalForms.written(token.word()) : null;
    return form != null && form.country().equals("FR") && form.name().equals(token.word());
  }
}
