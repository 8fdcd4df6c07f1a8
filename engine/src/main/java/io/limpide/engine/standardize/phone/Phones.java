package io.limpide.engine.standardize.phone;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Rule;
import io.limpide.engine.standardize.Family;
import io.limpide.engine.standardize.RecordRule;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.table.Column;
import java.util.List;
import java.util.Optional;

/** Phone, mobile and fax numbers. */
public final class Phones implements Family {
  @Override
  public List<Rule> rules() {
    return PhoneRules.ALL;
  }

  @Override
  public List<Reason> reasons() {
    return PhoneReasons.ALL;
  }

  @Override
  public Optional<Standardizer> standardizer(FieldType type, Column column, Settings settings) {
    return switch (type) {
      case PHONE, MOBILE, FAX ->
          Optional.of(new PhoneStandardizer(type, settings.policy(), settings.country()));
      default -> Optional.empty();
    };
  }

  @Override
  public List<RecordRule> recordRules(Settings settings) {
    return List.of(
        new PhoneAgainstCountry(settings.country()), new PhonePlaces(settings.country()));
  }
}
