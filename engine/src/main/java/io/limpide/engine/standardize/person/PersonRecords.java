package io.limpide.engine.standardize.person;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.standardize.RecordEdit;
import io.limpide.engine.standardize.RecordRule;
import io.limpide.engine.standardize.Settings;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** The rules that hold the name fields of a record against each other, in their order. */
final class PersonRecords {
  private PersonRecords() {}

  static List<RecordRule> rules(Settings settings) {
    return List.of(
        rule(
            settings,
            CivilityInNames::apply,
            FieldType.CIVILITY,
            FieldType.GIVEN_NAME,
            FieldType.FAMILY_NAME,
            FieldType.FULL_NAME),
        rule(settings, BirthNames::apply, FieldType.FAMILY_NAME, FieldType.BIRTH_NAME),
        rule(
            settings,
            NameSplits::apply,
            FieldType.GIVEN_NAME,
            FieldType.FAMILY_NAME,
            FieldType.FULL_NAME),
        rule(
            settings,
            NameOrder::apply,
            FieldType.GIVEN_NAME,
            FieldType.FAMILY_NAME,
            FieldType.EMAIL),
        rule(
            settings,
            (record, all) -> NameDoubles.apply(record),
            FieldType.GIVEN_NAME,
            FieldType.FAMILY_NAME,
            FieldType.COMPANY_NAME),
        rule(
            settings,
            (record, all) -> CivilityChecks.apply(record),
            FieldType.CIVILITY,
            FieldType.GENDER,
            FieldType.GIVEN_NAME));
  }

  private static RecordRule rule(
      Settings settings, BiConsumer<RecordEdit, Settings> body, FieldType... fields) {
    Set<FieldType> types = Set.of(fields);
    return new RecordRule() {
      @Override
      public Set<FieldType> fields() {
        return types;
      }

      @Override
      public void apply(RecordEdit record) {
        body.accept(record, settings);
      }
    };
  }

  /** A family name in the style of the house. */
  static String family(String name, Settings settings) {
    return settings.surnames() == Settings.SurnameStyle.UPPER
        ? NameCase.upper(name)
        : NameCase.family(name);
  }
}
