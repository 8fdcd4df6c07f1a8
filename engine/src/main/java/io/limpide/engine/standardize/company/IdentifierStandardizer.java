package io.limpide.engine.standardize.company;

import io.limpide.engine.standardize.Cleaning;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import java.util.List;
import java.util.Map;

/**
 * SIREN and SIRET columns. A value of the other kind, or a VAT number, is tidied and remarked here;
 * {@link IdentifierAgreement} then moves it to where it belongs.
 */
final class IdentifierStandardizer implements Standardizer {
  private final boolean siret;
  private final Settings settings;

  IdentifierStandardizer(boolean siret, Settings settings) {
    this.siret = siret;
    this.settings = settings;
  }

  @Override
  public Standardized standardize(String raw) {
    if (siret && Siret.isValid(raw)) {
      return new Standardized(raw, List.of(), List.of(), Map.of("siren", Siret.siren(raw)));
    }
    if (raw.isEmpty() || (!siret && Siren.isValid(raw))) {
      return Standardized.unchanged(raw);
    }
    Cleaning cleaning = new Cleaning(raw, settings.policy());
    String text = CellText.bare(raw);
    if (!CellText.emptied(cleaning, text)) {
      clean(cleaning, text);
      remark(cleaning);
    }
    return cleaning.done();
  }

  private void clean(Cleaning cleaning, String text) {
    if (IdentifierText.isScientific(text)) {
      String digits = IdentifierText.unscientific(text);
      if (Siren.isValid(digits) || Siret.isValid(digits)) {
        cleaning.change(CompanyRules.ID_SCIENTIFIC, digits, 0.98, text);
      } else {
        cleaning.change(CompanyRules.ID_FORMAT, text, 1);
      }
      return;
    }
    String letters = IdentifierText.letters(IdentifierText.withoutDecimals(text));
    String bare = IdentifierText.withoutLabel(letters);
    if (bare.startsWith("FR") && !Vat.isFrench(bare)) {
      String rest = bare.substring(2);
      bare = Siren.isValid(rest) || Siret.isValid(rest) ? rest : bare;
    }
    if (isKnownForm(bare)) {
      cleaning.change(CompanyRules.ID_FORMAT, bare, 1);
    } else if (!repaired(cleaning, bare)) {
      cleaning.change(CompanyRules.ID_FORMAT, text, 1);
    }
  }

  private static boolean isKnownForm(String bare) {
    if (Digits.only(bare)) {
      return bare.length() == 9 || bare.length() == 14;
    }
    return Siret.syntax(bare) == Syntax.UNVERIFIABLE
        || Vat.isFrench(bare)
        || Vat.syntax(bare) == Syntax.SYNTAX_OK;
  }

  private static boolean repaired(Cleaning cleaning, String bare) {
    if (bare.length() > 14) {
      return false;
    }
    String sure = IdentifierText.digitsForLetters(bare, false);
    if (isValid(sure)) {
      return cleaning.change(CompanyRules.ID_LOOK_ALIKE, sure, 0.95, bare);
    }
    String likely = IdentifierText.digitsForLetters(bare, true);
    if (isValid(likely)) {
      return cleaning.change(CompanyRules.ID_LOOK_ALIKE_DOUBTFUL, likely, 0.7, bare);
    }
    if (!Digits.only(bare)) {
      return false;
    }
    // One digit in ten passes the check of a SIREN by chance, one in a hundred both of a SIRET.
    return switch (bare.length()) {
      case 7 -> padded(cleaning, bare, 9, false);
      case 8 -> padded(cleaning, bare, 9, true);
      case 12, 13 -> padded(cleaning, bare, 14, true);
      default -> false;
    };
  }

  private static boolean padded(Cleaning cleaning, String digits, int length, boolean sure) {
    String padded = "0".repeat(length - digits.length()) + digits;
    if (!isValid(padded)) {
      return false;
    }
    return sure
        ? cleaning.change(CompanyRules.ID_LEADING_ZERO, padded, length == 14 ? 0.98 : 0.9, digits)
        : cleaning.change(CompanyRules.ID_LEADING_ZERO_DOUBTFUL, padded, 0.6, digits);
  }

  private static boolean isValid(String digits) {
    return Siren.isValid(digits) || Siret.isValid(digits);
  }

  private void remark(Cleaning cleaning) {
    String value = cleaning.value();
    if (value.isEmpty()) {
      return;
    }
    boolean zeros = Digits.only(value) && value.charAt(0) == '0' && Digits.constant(value);
    if (zeros || Siren.isPlaceholder(value) || Siret.isPlaceholder(value)) {
      cleaning.remark(CompanyReasons.ID_PLACEHOLDER, value);
      cleaning.change(CompanyRules.ID_PLACEHOLDER, "", 0.99, value);
      return;
    }
    if (IdentifierText.isScientific(value)) {
      cleaning.remark(CompanyReasons.ID_SCIENTIFIC, value);
      return;
    }
    Syntax asSiren = Siren.syntax(value);
    Syntax asSiret = Siret.syntax(value);
    boolean vat = asSiren == Syntax.FORMAT_KO && asSiret == Syntax.FORMAT_KO && Vat.isValid(value);
    if (vat) {
      cleaning.remark(siret ? CompanyReasons.SIRET_IS_VAT : CompanyReasons.SIREN_IS_VAT, value);
    } else if (siret) {
      remarkSiret(cleaning, value, asSiret, asSiren);
    } else {
      remarkSiren(cleaning, value, asSiren, asSiret);
    }
    cleaning.part("siren", Siren.in(value));
  }

  private static void remarkSiren(Cleaning cleaning, String value, Syntax siren, Syntax siret) {
    if (siren == Syntax.CHECKSUM_KO) {
      cleaning.remark(CompanyReasons.SIREN_CHECKSUM, value);
    } else if (siren == Syntax.FORMAT_KO) {
      boolean other = siret == Syntax.SYNTAX_OK;
      cleaning.remark(
          other ? CompanyReasons.SIREN_IS_SIRET : CompanyReasons.SIREN_FORMAT,
          CellText.shown(value));
    }
  }

  private static void remarkSiret(Cleaning cleaning, String value, Syntax siret, Syntax siren) {
    switch (siret) {
      case UNVERIFIABLE -> cleaning.remark(CompanyReasons.SIRET_MONACO, value);
      case CHECKSUM_KO -> cleaning.remark(CompanyReasons.SIRET_CHECKSUM, value);
      case FORMAT_KO ->
          cleaning.remark(
              siren == Syntax.SYNTAX_OK
                  ? CompanyReasons.SIRET_IS_SIREN
                  : CompanyReasons.SIRET_FORMAT,
              CellText.shown(value));
      default -> {}
    }
  }
}
