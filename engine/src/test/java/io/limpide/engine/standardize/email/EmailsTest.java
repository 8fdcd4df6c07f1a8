package io.limpide.engine.standardize.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.Spec;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Change;
import io.limpide.engine.finding.Level;
import io.limpide.engine.standardize.Family;
import io.limpide.engine.standardize.FamilyContract;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.table.TableBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EmailsTest extends FamilyContract {
  @Override
  protected Family family() {
    return new Emails();
  }

  @Override
  protected List<String> typicalValues() {
    List<String> values = new ArrayList<>();
    Stream.of("email/repairs.csv", "email/typos.csv", "email/untouched.csv")
        .flatMap(name -> Spec.cases(name, name.contains("untouched") ? 2 : 4))
        .forEach(test -> values.add((String) test.get()[0]));
    return values;
  }

  static Stream<Arguments> repairs() {
    return Stream.concat(Spec.cases("email/repairs.csv", 4), Spec.cases("email/typos.csv", 4));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("repairs")
  void repairs_what_is_beyond_doubt(String raw, String repaired, String rules, String source) {
    Standardized outcome = standardize(raw);
    assertThat(outcome.value()).isEqualTo(repaired);
    assertThat(codes(outcome, Level.SAFE)).isEqualTo(rules);
  }

  static Stream<Arguments> suggestions() {
    return Spec.cases("email/suggestions.csv", 4);
  }

  @ParameterizedTest(name = "{0} -> {1}?")
  @MethodSource("suggestions")
  void only_proposes_what_is_probable(String raw, String proposed, String rule, String source) {
    Standardized outcome = standardize(raw);
    List<Change> changes =
        outcome.changes().stream().filter(c -> c.level() == Level.SUGGESTED).toList();
    assertThat(outcome.value()).isNotEqualTo(proposed);
    assertThat(changes).extracting(Change::after).containsExactly(proposed);
    assertThat(changes).extracting(Change::rule).containsExactly(rule);
    assertThat(changes.get(0).confidence()).isBetween(0.5, 0.98);
  }

  static Stream<Arguments> untouched() {
    return Spec.cases("email/untouched.csv", 2);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("untouched")
  void leaves_alone_what_is_right_or_beyond_repair(String raw, String source) {
    Standardized outcome = standardize(raw);
    assertThat(outcome.value()).isEqualTo(raw);
    assertThat(outcome.changes()).isEmpty();
  }

  static Stream<Arguments> reasons() {
    return Spec.cases("email/reasons.csv", 3);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("reasons")
  void says_what_is_wrong(String raw, String expected, String source) {
    assertThat(
            standardize(raw).remarks().stream()
                .map(remark -> remark.reason().code())
                .reduce((a, b) -> a + " " + b)
                .orElse(""))
        .isEqualTo(expected);
  }

  @Test
  void does_not_doubt_a_domain_that_the_column_holds_often() {
    Standardizer often = standardizer("a@gmaix.com", "b@gmaix.com", "c@gmaix.com");
    Standardizer once = standardizer("a@gmaix.com");
    assertThat(often.standardize("a@gmaix.com").changes()).isEmpty();
    assertThat(once.standardize("a@gmaix.com").changes())
        .extracting(Change::after)
        .containsExactly("a@gmail.com");
  }

  @Test
  void doubts_a_rare_domain_beside_a_frequent_one_of_the_same_column() {
    String[] values = new String[21];
    for (int i = 0; i < 20; i++) {
      values[i] = "client" + i + "x@menuiserie-martin.fr";
    }
    values[20] = "lea.petit@menuiserie-matrin.fr";
    Standardized outcome = standardizer(values).standardize(values[20]);
    assertThat(outcome.value()).isEqualTo(values[20]);
    assertThat(outcome.changes())
        .containsExactly(
            new Change(
                "email.domain.guess",
                "lea.petit@menuiserie-matrin.fr",
                "lea.petit@menuiserie-martin.fr",
                Level.SUGGESTED,
                0.95,
                List.of("menuiserie-matrin.fr", "menuiserie-martin.fr")));
  }

  @Test
  void keeps_the_display_name_and_the_canonical_form_as_parts() {
    Standardized outcome = standardize("\"Jean Dupont\" <Jean.Dupont+news@GMAIL.com>");
    assertThat(outcome.value()).isEqualTo("jean.dupont+news@gmail.com");
    assertThat(outcome.parts())
        .containsOnly(
            java.util.Map.entry("name", "Jean Dupont"),
            java.util.Map.entry("domain", "gmail.com"),
            java.util.Map.entry("canonical", "jeandupont@gmail.com"));
  }

  @Test
  void changes_nothing_but_proposes_when_the_recipe_says_so() {
    Settings careful =
        new Settings(rule -> Level.SUGGESTED, "FR", Settings.SurnameStyle.CAPITALISED);
    Standardizer standardizer =
        new Emails().standardizer(FieldType.EMAIL, column(), careful).orElseThrow();
    Standardized outcome = standardizer.standardize("jean(at)free.fr");
    assertThat(outcome.value()).isEqualTo("jean(at)free.fr");
    assertThat(outcome.changes()).extracting(Change::after).containsExactly("jean@free.fr");
  }

  private static Standardized standardize(String raw) {
    return standardizer(raw).standardize(raw);
  }

  private static Standardizer standardizer(String... values) {
    return new Emails()
        .standardizer(FieldType.EMAIL, column(values), Settings.DEFAULT)
        .orElseThrow();
  }

  private static io.limpide.engine.table.Column column(String... values) {
    TableBuilder builder = new TableBuilder("test", List.of("email"));
    for (int i = 0; i < values.length; i++) {
      builder.cell(0, values[i]);
      builder.endRow(i + 2);
    }
    return builder.build().columns().get(0);
  }

  private static String codes(Standardized outcome, Level level) {
    return outcome.changes().stream()
        .filter(change -> change.level() == level)
        .map(change -> change.rule().substring("email.".length()))
        .distinct()
        .reduce((a, b) -> a + " " + b)
        .orElse("");
  }
}
