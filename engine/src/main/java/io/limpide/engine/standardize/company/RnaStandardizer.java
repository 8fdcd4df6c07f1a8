package io.limpide.engine.standardize.company;

import io.limpide.engine.standardize.Cleaning;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;

/** RNA columns. */
final class RnaStandardizer implements Standardizer {
  private final Settings settings;

  RnaStandardizer(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Standardized standardize(String raw) {
    if (raw.isEmpty()) {
      return Standardized.unchanged("");
    }
    Cleaning cleaning = new Cleaning(raw, settings.policy());
    String text = CellText.bare(raw);
    if (CellText.emptied(cleaning, text)) {
      return cleaning.done();
    }
    String letters = IdentifierText.letters(text);
    for (String label : new String[] {"NRNA", "NO", "RNA", "N"}) {
      if (letters.startsWith(label + "W") || (label.endsWith("RNA") && letters.startsWith(label))) {
        letters = letters.substring(label.length());
        break;
      }
    }
    if (Rna.isValid(letters)) {
      cleaning.change(CompanyRules.RNA_FORMAT, letters, 1);
    } else {
      cleaning.change(CompanyRules.RNA_FORMAT, text, 1);
      if (Rna.isValid("W" + letters) && !Siren.isValid(letters)) {
        cleaning.change(CompanyRules.RNA_PREFIX, "W" + letters, 0.7, letters);
      }
    }
    if (!Rna.isValid(cleaning.value())) {
      cleaning.remark(CompanyReasons.RNA_FORMAT, CellText.shown(cleaning.value()));
    }
    return cleaning.done();
  }
}
