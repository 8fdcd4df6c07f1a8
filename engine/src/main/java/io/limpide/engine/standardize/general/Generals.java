package io.limpide.engine.standardize.general;

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

/**
 * Countries, numbers, flags, tags and texts.
 *
 * <p>Parts: {@code iso} (alpha-2) of a country; {@code number} (a plain decimal such as {@code
 * -1234.5}) and {@code currency} (ISO 4217) of an amount or number; {@code flag} ({@code true} or
 * {@code false}) of an opt-out, opt-in or bounce mark. A date in such a column means that it
 * happened then: true. A soft bounce is no bounce. An empty flag says nothing and has no part.
 */
public final class Generals implements Family {
  @Override
  public List<Rule> rules() {
    return GeneralRules.ALL;
  }

  @Override
  public List<Reason> reasons() {
    return GeneralRules.REASONS;
  }

  @Override
  public Optional<Standardizer> standardizer(FieldType type, Column column, Settings settings) {
    return switch (type) {
      case COUNTRY -> Optional.of(new CountryStandardizer(column, settings.policy()));
      case AMOUNT, NUMBER -> Optional.of(new NumberStandardizer(column, settings.policy()));
      case OPT_OUT, OPT_IN, BOUNCED -> Optional.of(new FlagStandardizer(type, settings.policy()));
      case TAGS, SOURCE, OWNER, CATEGORY, STATUS, FREE_TEXT ->
          Optional.of(new TextStandardizer(type, settings.policy()));
      default -> Optional.empty();
    };
  }

  @Override
  public List<RecordRule> recordRules(Settings settings) {
    return List.of();
  }
}
