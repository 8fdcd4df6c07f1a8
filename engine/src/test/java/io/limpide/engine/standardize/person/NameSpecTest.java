package io.limpide.engine.standardize.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.Spec;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Change;
import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.RulePolicy;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.table.Table;
import io.limpide.engine.table.TableBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NameSpecTest {
  private static final Settings UPPER =
      new Settings(RulePolicy.DEFAULT, "FR", Settings.SurnameStyle.UPPER);

  /** Standardizes one value of a column that holds the values given. */
  private static Standardized standardize(
      FieldType type, String value, Settings settings, String... column) {
    TableBuilder builder = new TableBuilder("spec", List.of("value"));
    int row = 2;
    for (String other : column.length == 0 ? new String[] {value} : column) {
      builder.cell(0, other);
      builder.endRow(row++);
    }
    Table table = builder.build();
    return new Persons()
        .standardizer(type, table.columns().get(0), settings)
        .orElseThrow()
        .standardize(value);
  }

  private static Standardized standardize(FieldType type, String value) {
    return standardize(type, value, Settings.DEFAULT);
  }

  private static String proposal(Standardized outcome) {
    return outcome.changes().stream()
        .filter(change -> change.level() == Level.SUGGESTED)
        .map(Change::after)
        .findFirst()
        .orElse("");
  }

  static Stream<Arguments> givenNames() {
    return Spec.cases("person/given-names.csv", 4);
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("givenNames")
  void standardizes_given_names(String raw, String standard, String proposal, String source) {
    Standardized outcome = standardize(FieldType.GIVEN_NAME, raw);
    assertThat(outcome.value()).isEqualTo(standard);
    assertThat(proposal(outcome)).isEqualTo(proposal);
  }

  static Stream<Arguments> familyNames() {
    return Spec.cases("person/family-names.csv", 4);
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("familyNames")
  void standardizes_family_names(String raw, String capitalised, String upper, String source) {
    assertThat(standardize(FieldType.FAMILY_NAME, raw).value()).isEqualTo(capitalised);
    assertThat(standardize(FieldType.FAMILY_NAME, raw, UPPER).value()).isEqualTo(upper);
    assertThat(standardize(FieldType.FAMILY_NAME, upper, UPPER).value()).isEqualTo(upper);
  }

  static Stream<Arguments> civilities() {
    return Spec.cases("person/civilities.csv", 5);
  }

  @ParameterizedTest(name = "{0}: {4}")
  @MethodSource("civilities")
  void standardizes_civilities(
      String raw, String standard, String sex, String title, String source) {
    Standardized outcome = standardize(FieldType.CIVILITY, raw);
    assertThat(outcome.value()).isEqualTo(standard);
    assertThat(outcome.parts().getOrDefault("sex", "")).isEqualTo(sex);
    assertThat(outcome.parts().getOrDefault("title", "")).isEqualTo(title);
  }

  static Stream<Arguments> jobTitles() {
    return Spec.cases("person/job-titles.csv", 5);
  }

  @ParameterizedTest(name = "{0}: {4}")
  @MethodSource("jobTitles")
  void understands_job_titles(
      String raw, String standard, String proposal, String function, String source) {
    Standardized outcome = standardize(FieldType.JOB_TITLE, raw);
    assertThat(outcome.value()).isEqualTo(standard);
    assertThat(proposal(outcome)).isEqualTo(proposal);
    assertThat(outcome.parts().getOrDefault("function", "")).isEqualTo(function);
  }

  static Stream<Arguments> fullNames() {
    return Spec.cases("person/full-names.csv", 5);
  }

  @ParameterizedTest(name = "{0}: {4}")
  @MethodSource("fullNames")
  void tells_given_from_family_name(
      String raw, String given, String family, String sure, String source) {
    FullName name = FullName.parse(raw);
    assertThat(name.given()).isEqualTo(given);
    assertThat(name.family()).isEqualTo(family);
    assertThat(name.isClear() ? "yes" : "no").as("confidence %s", name).isEqualTo(sure);
  }

  static Stream<Arguments> nameCells() {
    return Spec.cases("person/name-cells.csv", 7);
  }

  @ParameterizedTest(name = "{0}: {6}")
  @MethodSource("nameCells")
  void takes_name_cells_apart(
      String raw,
      String civility,
      String title,
      String name,
      String birthName,
      String alias,
      String source) {
    NameCell cell = NameCell.parse(raw);
    assertThat(cell.civility()).isEqualTo(civility);
    assertThat(cell.title()).isEqualTo(title);
    assertThat(cell.name()).isEqualTo(name);
    assertThat(cell.birthName()).isEqualTo(birthName);
    assertThat(cell.alias()).isEqualTo(alias);
  }

  @Test
  void writes_full_names_as_given_and_family_names_are_written() {
    assertThat(standardize(FieldType.FULL_NAME, "JEAN DE LA TOUR").value())
        .isEqualTo("Jean de La Tour");
    assertThat(standardize(FieldType.FULL_NAME, "sophie dupont", UPPER).value())
        .isEqualTo("Sophie DUPONT");
    assertThat(standardize(FieldType.FULL_NAME, "DUPONT Jean").value()).isEqualTo("DUPONT Jean");
    assertThat(standardize(FieldType.FULL_NAME, "Dupont - Acme").value())
        .isEqualTo("Dupont - Acme");
    assertThat(standardize(FieldType.FULL_NAME, "Mme Sophie DUPONT née MARTIN").parts())
        .containsEntry("civility", "Mme")
        .containsEntry("given", "Sophie")
        .containsEntry("family", "DUPONT")
        .containsEntry("birthName", "MARTIN");
  }

  @Test
  void keeps_the_words_that_most_of_a_gender_column_uses() {
    String[] words = {"Homme", "Femme", "Femme", "F"};
    assertThat(standardize(FieldType.GENDER, "F", Settings.DEFAULT, words).value())
        .isEqualTo("Femme");
    assertThat(standardize(FieldType.GENDER, "Femme", Settings.DEFAULT, words).changes()).isEmpty();
    assertThat(standardize(FieldType.GENDER, "homme", Settings.DEFAULT, "H", "F", "H").value())
        .isEqualTo("H");
    assertThat(standardize(FieldType.GENDER, "f", Settings.DEFAULT, "f", "m").value())
        .isEqualTo("F");
    assertThat(standardize(FieldType.GENDER, "2", Settings.DEFAULT, "1", "2").parts())
        .containsEntry("sex", "f");
  }

  @Test
  void takes_ms_for_a_woman_where_mrs_stands_in_the_column() {
    assertThat(standardize(FieldType.CIVILITY, "Ms", Settings.DEFAULT, "Mr", "Mrs", "Ms").value())
        .isEqualTo("Mme");
  }

  static Stream<Arguments> remarks() {
    return Spec.cases("person/remarks.csv", 4);
  }

  @ParameterizedTest(name = "{0} {1}: {3}")
  @MethodSource("remarks")
  void doubts_what_is_doubtful(String type, String raw, String reasons, String source) {
    Standardized outcome = standardize(FieldType.valueOf(type), raw);
    String found =
        String.join(" ", outcome.remarks().stream().map(r -> r.reason().code()).toList());
    assertThat(found).isEqualTo(reasons);
  }
}
