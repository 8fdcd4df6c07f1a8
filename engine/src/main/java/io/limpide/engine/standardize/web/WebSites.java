package io.limpide.engine.standardize.web;

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

/** Web sites of companies and persons. */
public final class WebSites implements Family {
  @Override
  public List<Rule> rules() {
    return WebRules.RULES;
  }

  @Override
  public List<Reason> reasons() {
    return WebRules.REASONS;
  }

  @Override
  public Optional<Standardizer> standardizer(FieldType type, Column column, Settings settings) {
    return type == FieldType.WEB_SITE
        ? Optional.of(new WebStandardizer(settings.policy()))
        : Optional.empty();
  }

  @Override
  public List<RecordRule> recordRules(Settings settings) {
    return List.of(new EmailAmongSites());
  }
}
