package io.limpide.engine.standardize.email;

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

/** E-mail addresses: repaired where the repair is sure, doubted where it is not. */
public final class Emails implements Family {
  @Override
  public List<Rule> rules() {
    return EmailRules.ALL;
  }

  @Override
  public List<Reason> reasons() {
    return EmailReasons.all();
  }

  @Override
  public Optional<Standardizer> standardizer(FieldType type, Column column, Settings settings) {
    return type == FieldType.EMAIL
        ? Optional.of(new EmailStandardizer(settings.policy(), new DomainGuess(column)))
        : Optional.empty();
  }

  @Override
  public List<RecordRule> recordRules(Settings settings) {
    return List.of(new EmailPlaces(), new EmailAgainstName(), new EmailAgainstEmployer());
  }
}
