package io.limpide.engine.standardize.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.Spec;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Change;
import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.standardize.FakeRecord;
import io.limpide.engine.standardize.RecordRule;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.TableBuilder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rule files under {@code spec/company}. */
class CompanySpecsTest {
  private static final Companies COMPANIES = new Companies();

  static Stream<Arguments> identifiers() {
    return Spec.cases("company/identifiers.csv", 6);
  }

  static Stream<Arguments> vat() {
    return Spec.cases("company/vat.csv", 5);
  }

  static Stream<Arguments> naf() {
    return Spec.cases("company/naf.csv", 6);
  }

  static Stream<Arguments> legalForms() {
    return Spec.cases("company/legal-forms.csv", 6);
  }

  static Stream<Arguments> nameCorrections() {
    return Spec.cases("company/name-corrections.csv", 5);
  }

  static Stream<Arguments> states() {
    return Spec.cases("company/states.csv", 3);
  }

  static Stream<Arguments> records() {
    return Spec.cases("company/records.csv", 5);
  }

  static Stream<Arguments> names() {
    return Spec.cases("company/names.csv", 6);
  }

  static Stream<Arguments> nameParts() {
    return Spec.cases("company/name-parts.csv", 9);
  }

  @ParameterizedTest(name = "{0} {1}: {5}")
  @MethodSource("identifiers")
  void corrects_identifiers(
      String type, String raw, String value, String changes, String remarks, String source) {
    check(FieldType.valueOf(type), raw, value, changes, remarks);
  }

  @ParameterizedTest(name = "{0}: {4}")
  @MethodSource("vat")
  void corrects_vat_numbers(
      String raw, String value, String changes, String remarks, String source) {
    check(FieldType.VAT, raw, value, changes, remarks);
  }

  @ParameterizedTest(name = "{0}: {5}")
  @MethodSource("naf")
  void corrects_activity_codes(
      String raw,
      String value,
      String changes,
      String remarks,
      String nomenclature,
      String source) {
    Standardized outcome = check(FieldType.NAF, raw, value, changes, remarks);
    assertThat(outcome.parts().getOrDefault("nomenclature", "")).isEqualTo(nomenclature);
  }

  @ParameterizedTest(name = "{0}: {5}")
  @MethodSource("legalForms")
  void corrects_legal_forms(
      String raw, String value, String changes, String remarks, String category, String source) {
    Standardized outcome = check(FieldType.LEGAL_FORM, raw, value, changes, remarks);
    assertThat(outcome.parts().getOrDefault("category", "")).isEqualTo(category);
  }

  @ParameterizedTest(name = "{0}: {4}")
  @MethodSource("nameCorrections")
  void corrects_names(String raw, String value, String changes, String remarks, String source) {
    check(FieldType.COMPANY_NAME, raw, value, changes, remarks);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("states")
  void names_the_state(String raw, String state, String source) {
    Standardized outcome = standardize(FieldType.STATUS, raw);
    assertThat(outcome.value()).isEqualTo(raw);
    assertThat(outcome.parts().getOrDefault("state", "")).isEqualTo(state);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void makes_keys_of_names(
      String name, String form, String core, String other, String compact, String source) {
    CompanyName parsed = CompanyName.parse(name);
    assertThat(
            List.of(parsed.legalForm(), parsed.coreKey(), parsed.otherKey(), parsed.compactKey()))
        .containsExactly(form, core, other, compact);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nameParts")
  void takes_off_what_is_not_the_name(
      String name,
      String display,
      String site,
      String former,
      String alias,
      String state,
      String careOf,
      String identifier,
      String source) {
    CompanyName parsed = CompanyName.parse(name);
    assertThat(
            List.of(
                parsed.display(),
                parsed.siteLabel(),
                parsed.formerName(),
                parsed.alias(),
                parsed.statusHint(),
                parsed.careOf(),
                parsed.identifier()))
        .containsExactly(display, site, former, alias, state, careOf, identifier);
  }

  @ParameterizedTest(name = "{0}: {4}")
  @MethodSource("records")
  void holds_fields_against_each_other(
      String before, String after, String changes, String remarks, String source) {
    Map<FieldType, List<String>> fields = fields(before);
    Map<String, String> parts = new HashMap<>();
    fields.forEach(
        (type, values) ->
            standardize(type, values.get(0))
                .parts()
                .forEach((part, value) -> parts.put(type + "." + part, value)));
    FakeRecord record = new FakeRecord(fields, parts);
    for (RecordRule rule : COMPANIES.recordRules(Settings.DEFAULT)) {
      rule.apply(record);
    }
    assertThat(record.copy()).isEqualTo(fields(after));
    assertThat(changes(record.changes())).isEqualTo(changes);
    assertThat(remarks(record.remarks())).isEqualTo(remarks);
  }

  private static Standardized check(
      FieldType type, String raw, String value, String changes, String remarks) {
    Standardized outcome = standardize(type, raw);
    assertThat(outcome.value()).isEqualTo(value);
    assertThat(changes(outcome.changes())).isEqualTo(changes);
    assertThat(remarks(outcome.remarks())).isEqualTo(remarks);
    return outcome;
  }

  private static Standardized standardize(FieldType type, String raw) {
    return COMPANIES
        .standardizer(type, column(List.of(raw)), Settings.DEFAULT)
        .orElseThrow()
        .standardize(raw);
  }

  static Column column(List<String> values) {
    TableBuilder builder = new TableBuilder("spec", List.of("value"));
    int row = 2;
    for (String value : values) {
      builder.cell(0, value);
      builder.endRow(row++);
    }
    return builder.build().columns().get(0);
  }

  private static Map<FieldType, List<String>> fields(String text) {
    Map<FieldType, List<String>> fields = new EnumMap<>(FieldType.class);
    for (String field : text.split("\\|", -1)) {
      int equals = field.indexOf('=');
      fields
          .computeIfAbsent(FieldType.valueOf(field.substring(0, equals)), type -> new ArrayList<>())
          .add(field.substring(equals + 1));
    }
    return fields;
  }

  private static String changes(List<Change> changes) {
    return changes.stream()
        .map(
            change ->
                change.level() == Level.SAFE
                    ? change.rule()
                    : change.rule()
                        + " -> "
                        + (change.after().isEmpty() ? "nothing" : change.after()))
        .collect(Collectors.joining(" + "));
  }

  private static String remarks(List<Remark> remarks) {
    return remarks.stream()
        .map(remark -> remark.reason().code())
        .collect(Collectors.joining(" + "));
  }
}
