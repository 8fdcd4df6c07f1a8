package io.limpide.engine.standardize.company;

import io.limpide.engine.standardize.Cleaning;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.text.WordFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** VAT columns. */
final class VatStandardizer implements Standardizer {
  private static final int LONGEST = 16;
  private static final Set<String> EXEMPT =
      Set.of(
          "non assujetti",
          "non assujettie",
          "non assujetti a la tva",
          "non assujettie a la tva",
          "exonere",
          "exoneree",
          "exonere de tva",
          "exoneration",
          "franchise en base",
          "franchise en base de tva",
          "franchise de tva",
          "tva non applicable",
          "non soumis",
          "non soumise",
          "non soumis a tva",
          "non soumis a la tva",
          "pas de tva",
          "sans tva",
          "exempt",
          "vat exempt",
          "not registered",
          "auto entrepreneur",
          "micro entrepreneur");

  private static final WordFilter EXEMPTIONS = new WordFilter(EXEMPT);

  private final Settings settings;

  VatStandardizer(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Standardized standardize(String raw) {
    if (raw.isEmpty()) {
      return Standardized.unchanged("");
    }
    if (Vat.isFrench(raw)) {
      String siren = Vat.siren(raw);
      if (!siren.isEmpty()) { // in order
        Map<String, String> parts = Map.of("siren", siren, "country", "FR");
        return new Standardized(raw, List.of(), List.of(), parts);
      }
    }
    Cleaning cleaning = new Cleaning(raw, settings.policy());
    String text = CellText.bare(raw);
    if (CellText.emptied(cleaning, text)) {
      return cleaning.done();
    }
    if (text.length() <= 40
        && NameText.mayBe(text, EXEMPTIONS)
        && EXEMPT.contains(NameText.phrase(text))) {
      cleaning.change(CompanyRules.TEXT_SPACES, text, 1);
      cleaning.remark(CompanyReasons.VAT_EXEMPT, text);
      cleaning.part("exempt", "true");
      return cleaning.done();
    }
    if (!clean(cleaning, text)) {
      cleaning.change(CompanyRules.VAT_FORMAT, text, 1);
    }
    remark(cleaning);
    return cleaning.done();
  }

  private boolean clean(Cleaning cleaning, String text) {
    String letters = IdentifierText.letters(text);
    if (letters.length() > 80) {
      return false;
    }
    if (isKnown(letters)) {
      return cleaning.change(CompanyRules.VAT_FORMAT, letters, 1);
    }
    String bare = IdentifierText.withoutVatLabel(letters);
    if (bare.length() > LONGEST || bare.length() < 8) {
      return false;
    }
    if (isKnown(bare)) {
      return cleaning.change(CompanyRules.VAT_FORMAT, bare, 1);
    }
    String prefixed = prefixed(bare);
    if (!prefixed.isEmpty()) {
      return cleaning.change(CompanyRules.VAT_PREFIX, prefixed, 0.95, text);
    }
    String padded =
        bare.startsWith("FR")
            ? "FR0" + bare.substring(2)
            : bare.startsWith("BE") ? "BE0" + bare.substring(2) : "";
    if (Vat.syntax(padded) == Syntax.SYNTAX_OK) {
      return cleaning.change(CompanyRules.ID_LEADING_ZERO, padded, 0.98, bare);
    }
    return lookAlike(cleaning, bare);
  }

  private static boolean lookAlike(Cleaning cleaning, String bare) {
    if (!bare.startsWith("FR")) {
      return false;
    }
    String sure = "FR" + IdentifierText.digitsForLetters(bare.substring(2), false);
    if (Vat.syntax(sure) == Syntax.SYNTAX_OK) {
      return cleaning.change(CompanyRules.ID_LOOK_ALIKE, sure, 0.97, bare);
    }
    String likely = "FR" + IdentifierText.digitsForLetters(bare.substring(2), true);
    return Vat.syntax(likely) == Syntax.SYNTAX_OK
        && cleaning.change(CompanyRules.ID_LOOK_ALIKE_DOUBTFUL, likely, 0.85, bare);
  }

  /** A number of a known country, or a SIREN or SIRET in the wrong column. */
  private static boolean isKnown(String letters) {
    if (Digits.only(letters)) {
      return Siren.isValid(letters) || Siret.isValid(letters);
    }
    return Vat.syntax(letters) != Syntax.FORMAT_KO;
  }

  private String prefixed(String bare) {
    if (bare.startsWith("GR") && Vat.syntax("EL" + bare.substring(2)) == Syntax.SYNTAX_OK) {
      return "EL" + bare.substring(2);
    }
    if (bare.startsWith("FRFR") && Vat.isFrench(bare.substring(2))) {
      return bare.substring(2);
    }
    String own = (settings.country().equals("GR") ? "EL" : settings.country()) + bare;
    if (Vat.syntax(own) == Syntax.SYNTAX_OK) {
      return own;
    }
    String french = "FR" + bare;
    return Vat.syntax(french) == Syntax.SYNTAX_OK && Vat.hasNumericKey(french) ? french : "";
  }

  private static void remark(Cleaning cleaning) {
    String value = cleaning.value();
    String shown = CellText.shown(value);
    if (Digits.only(value) && Digits.constant(value)) {
      cleaning.remark(CompanyReasons.ID_PLACEHOLDER, shown);
      cleaning.change(CompanyRules.ID_PLACEHOLDER, "", 0.99, shown);
      return;
    }
    if (Siren.isValid(value)) {
      cleaning.remark(CompanyReasons.VAT_IS_SIREN, value);
    } else if (Siret.isValid(value)) {
      cleaning.remark(CompanyReasons.VAT_IS_SIRET, value);
    } else if (IdentifierText.isScientific(value)) {
      cleaning.remark(CompanyReasons.ID_SCIENTIFIC, value);
    } else {
      judge(cleaning, value, shown);
    }
    cleaning.part("siren", Siren.in(value));
    cleaning.part("country", Vat.country(value));
  }

  private static void judge(Cleaning cleaning, String value, String shown) {
    switch (Vat.syntax(value)) {
      case FORMAT_KO -> cleaning.remark(CompanyReasons.VAT_FORMAT, shown);
      case UNVERIFIABLE -> {
        if (Vat.isFrench(value)) {
          cleaning.remark(CompanyReasons.VAT_KEY_UNSURE, value);
        }
      }
      case CHECKSUM_KO -> {
        cleaning.remark(CompanyReasons.VAT_CHECKSUM, value);
        if (Vat.isFrench(value) && Siren.isValid(value.substring(4))) {
          cleaning.change(
              CompanyRules.VAT_KEY, Vat.ofSiren(value.substring(4)), 0.8, value.substring(2, 4));
        }
      }
      default -> {}
    }
  }
}
