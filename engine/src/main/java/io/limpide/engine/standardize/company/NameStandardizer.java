package io.limpide.engine.standardize.company;

import io.limpide.engine.reference.CompanyStates;
import io.limpide.engine.reference.LegalForm;
import io.limpide.engine.reference.LegalForms;
import io.limpide.engine.standardize.Cleaning;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.text.WordFilter;
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

  private static final WordFilter NO_NAMES =
      new WordFilter(new WordFilter(NO_NAME), new WordFilter(IdentifierText.NOTHING));

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
    List<NameToken> tokens = NameToken.of(cleaning.value());
    String plain = withPlainForm(cleaning.value(), tokens);
    if (!plain.equals(cleaning.value())
        && cleaning.change(CompanyRules.NAME_FORM_DOTS, plain, 0.99)) {
      tokens = NameToken.of(plain);
    }
    String value = cleaning.value();
    if (isPlaceholder(value)) {
      cleaning.remark(CompanyReasons.NAME_PLACEHOLDER, value);
      cleaning.change(CompanyRules.NAME_PLACEHOLDER, "", 0.85, value);
      return cleaning.done();
    }
    NameSplit split = NameSplit.of(NameText.tidy(value)); // its rule may be off
    NameWords words =
        split.main().equals(value) ? NameWords.of(value, tokens) : NameWords.of(split.main());
    boolean onlyForm = isOnlyForm(tokens);
    remark(cleaning, value, split, words, onlyForm);
    if (NameCase.isUniform(value) && !onlyForm) {
      String proper = NameCase.proper(value, NameWords.of(value, tokens));
      cleaning.change(CompanyRules.NAME_CASE, proper, 0.75, value);
    }
    suggest(cleaning, split);
    parts(cleaning, split, words);
    return cleaning.done();
  }

  private static boolean isPlaceholder(String value) {
    if (value.length() > 30 || !(NameText.mayBe(value, NO_NAMES) || mayBeRepeated(value))) {
      return false;
    }
    String phrase = NameText.phrase(value);
    String letters = phrase.replace(" ", "");
    boolean repeated = letters.length() >= 3 && Digits.constant(letters);
    return NO_NAME.contains(phrase)
        || repeated
        || (IdentifierText.saysNothing(value) && value.chars().allMatch(c -> c < 0x250));
  }

  /** Returns false if the letters and digits are surely not all the same. */
  private static boolean mayBeRepeated(String value) {
    return value.length() < 2
        || !Character.isLetterOrDigit(value.charAt(0))
        || !Character.isLetterOrDigit(value.charAt(1))
        || NameText.phrase(value.substring(0, 1)).equals(NameText.phrase(value.substring(1, 2)));
  }

  private static void remark(
      Cleaning cleaning, String value, NameSplit split, NameWords words, boolean onlyForm) {
    if (!split.identifier().isEmpty() || Siren.isValid(value) || Siret.isValid(value)) {
      cleaning.remark(
          CompanyReasons.NAME_IDENTIFIER,
          split.identifier().isEmpty() ? value : split.identifier());
    } else if (hasNoLetters(words)) {
      cleaning.remark(CompanyReasons.NAME_NO_LETTERS, CellText.shown(value));
    } else if (value.length() <= 100 && onlyForm) {
      cleaning.remark(CompanyReasons.NAME_ONLY_FORM, value);
    }
    if (CompanyStates.isEnded(split.state())) {
      cleaning.remark(CompanyReasons.NAME_STATE, CellText.shown(value));
    }
  }

  private static boolean hasNoLetters(NameWords words) {
    for (NameToken token : words.all()) {
      if (!Digits.none(token.word())) {
        NameKeys keys = NameKeys.of(words);
        return keys.core().isEmpty() || Digits.only(keys.compact());
      }
    }
    return words.from() == words.to();
  }

  private static boolean isOnlyForm(List<NameToken> tokens) {
    LegalForm form = FormStandardizer.written(tokens);
    return form != null && !form.kept();
  }

  private static void suggest(Cleaning cleaning, NameSplit split) {
    String display = split.main();
    if (display.isEmpty()) {
      return;
    }
    if (!split.former().isEmpty()) {
      cleaning.change(CompanyRules.NAME_FORMER, display, 0.8, split.former());
    } else if (!split.state().isEmpty()) {
      cleaning.change(CompanyRules.NAME_STATE, display, 0.85, split.state());
    } else if (!split.site().isEmpty()) {
      cleaning.change(CompanyRules.NAME_SITE, display, 0.8, split.site());
    } else if (!split.careOf().isEmpty()) {
      cleaning.change(CompanyRules.NAME_CARE_OF, display, 0.8, split.careOf());
    }
  }

  private static void parts(Cleaning cleaning, NameSplit split, NameWords words) {
    cleaning.part("legalForm", words.legalForm());
    cleaning.part("siteLabel", split.site());
    cleaning.part("formerName", split.former());
    cleaning.part("alias", split.alias());
    cleaning.part("statusHint", split.state());
    cleaning.part("careOf", split.careOf());
    cleaning.part("identifier", split.identifier());
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
  private static String withPlainForm(String name, List<NameToken> tokens) {
    if (name.length() > 400 || tokens.isEmpty()) {
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
