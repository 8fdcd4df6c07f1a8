package io.limpide.engine.standardize.company;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Rule;
import io.limpide.engine.standardize.Cleaning;
import io.limpide.engine.standardize.Family;
import io.limpide.engine.standardize.RecordRule;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.table.Column;
import java.util.List;
import java.util.Optional;

/**
 * Identifiers and names of companies.
 *
 * <p>Parts it names: {@code siren} (SIRET, VAT), {@code country} (VAT, LEGAL_FORM), {@code exempt}
 * (VAT), {@code code}, {@code nomenclature}, {@code label} (NAF), {@code form}, {@code category}
 * (LEGAL_FORM), {@code state} (STATUS), {@code opposition} (a masked value), and for names what
 * {@link CompanyName} tells beside the name itself, under its own names.
 */
public final class Companies implements Family {
  @Override
  public List<Rule> rules() {
    return CompanyRules.all();
  }

  @Override
  public List<Reason> reasons() {
    return CompanyReasons.all();
  }

  @Override
  public Optional<Standardizer> standardizer(FieldType type, Column column, Settings settings) {
    return Optional.ofNullable(
        switch (type) {
          case SIREN -> new IdentifierStandardizer(false, settings);
          case SIRET -> new IdentifierStandardizer(true, settings);
          case VAT -> new VatStandardizer(settings);
          case NAF -> new NafStandardizer(column, settings);
          case RNA -> new RnaStandardizer(settings);
          case LEGAL_FORM -> new FormStandardizer(settings);
          case COMPANY_NAME, TRADE_NAME -> new NameStandardizer(settings);
          case STATUS -> new StatusStandardizer(column, settings);
          case NATIONAL_ID -> raw -> trimmed(raw, settings);
          default -> null;
        });
  }

  @Override
  public List<RecordRule> recordRules(Settings settings) {
    return List.of(new IdentifierAgreement(), new NameAgreement());
  }

  private static Standardized trimmed(String raw, Settings settings) {
    if (raw.isEmpty()) {
      return Standardized.unchanged("");
    }
    Cleaning cleaning = new Cleaning(raw, settings.policy());
    cleaning.change(CompanyRules.TEXT_SPACES, NameText.tidy(raw), 1);
    return cleaning.done();
  }
}
