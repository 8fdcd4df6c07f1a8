package io.limpide.engine.standardize.person;

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
 * Names, civilities, genders and job titles of persons, by French rules.
 *
 * <p>Parts that the standardizers name:
 *
 * <ul>
 *   <li>{@code CIVILITY}: {@code civility} (M., Mme, M. et Mme), {@code title} (Dr, Pr, Me...),
 *       {@code sex} (m, f), {@code household} ("true" for several people)
 *   <li>{@code GENDER}: {@code sex}
 *   <li>{@code GIVEN_NAME}, {@code FAMILY_NAME}, {@code BIRTH_NAME}: {@code civility}, {@code
 *       title}, {@code name} (what is left when the cell held more than a name), {@code birthName},
 *       {@code alias}, {@code household}, {@code caps} ("true" if the source wrote capitals only)
 *   <li>{@code FULL_NAME}: the same, and {@code given}, {@code family} where they are clear
 *   <li>{@code JOB_TITLE}: {@code function}, see {@link io.limpide.engine.reference.JobFunctions}
 * </ul>
 */
public final class Persons implements Family {
  @Override
  public List<Rule> rules() {
    return List.copyOf(PersonRules.RULES);
  }

  @Override
  public List<Reason> reasons() {
    return List.copyOf(PersonRules.REASONS);
  }

  @Override
  public Optional<Standardizer> standardizer(FieldType type, Column column, Settings settings) {
    return switch (type) {
      case CIVILITY -> Optional.of(new CivilityStandardizer(column, settings));
      case GENDER -> Optional.of(new GenderStandardizer(column, settings));
      case GIVEN_NAME -> Optional.of(new NameStandardizer(NameStandardizer.Holds.GIVEN, settings));
      case FAMILY_NAME, BIRTH_NAME ->
          Optional.of(new NameStandardizer(NameStandardizer.Holds.FAMILY, settings));
      case FULL_NAME -> Optional.of(new NameStandardizer(NameStandardizer.Holds.FULL, settings));
      case JOB_TITLE -> Optional.of(new JobTitleStandardizer(settings));
      default -> Optional.empty();
    };
  }

  @Override
  public List<RecordRule> recordRules(Settings settings) {
    return PersonRecords.rules(settings);
  }
}
