package io.limpide.engine.standardize.phone;

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
import io.limpide.engine.table.Table;
import io.limpide.engine.table.TableBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PhonesTest extends FamilyContract {
  @Override
  protected Family family() {
    return new Phones();
  }

  @Override
  protected List<String> typicalValues() {
    List<String> values = new ArrayList<>();
    Spec.cases("phone/numbers.csv", 6).forEach(test -> values.add((String) test.get()[0]));
    Spec.cases("phone/reasons.csv", 4).forEach(test -> values.add((String) test.get()[0]));
    return values;
  }

  static Stream<Arguments> numbers() {
    return Spec.cases("phone/numbers.csv", 6);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("numbers")
  void writes_numbers_in_standard_form(
      String raw, String form, String e164, String region, String type, String source) {
    Standardized outcome = standardize(FieldType.PHONE, raw);
    assertThat(outcome.value()).isEqualTo(form);
    assertThat(outcome.parts())
        .containsEntry("e164", e164)
        .containsEntry("region", region)
        .containsEntry("type", type);
  }

  static Stream<Arguments> rules() {
    return Spec.cases("phone/rules.csv", 3);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("rules")
  void names_each_correction(String raw, String rules, String source) {
    String codes =
        standardize(FieldType.PHONE, raw).changes().stream()
            .map(change -> change.rule().substring("phone.".length()))
            .reduce((a, b) -> a + " " + b)
            .orElse("");
    assertThat(codes).isEqualTo(rules);
  }

  static Stream<Arguments> reasons() {
    return Spec.cases("phone/reasons.csv", 4);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("reasons")
  void says_what_is_wrong(String raw, String reasons, String suggested, String source) {
    Standardized outcome = standardize(FieldType.PHONE, raw);
    assertThat(
            outcome.remarks().stream()
                .map(remark -> remark.reason().code())
                .reduce((a, b) -> a + " " + b)
                .orElse(""))
        .isEqualTo(reasons);
    List<String> proposals =
        outcome.changes().stream()
            .filter(change -> change.level() == Level.SUGGESTED)
            .map(Change::after)
            .toList();
    assertThat(proposals)
        .isEqualTo(
            suggested.isEmpty() ? List.of() : List.of(suggested.equals("empty") ? "" : suggested));
  }

  static Stream<Arguments> homes() {
    return Spec.cases("phone/other-home.csv", 6);
  }

  @ParameterizedTest(name = "{0} in {1} {2}")
  @MethodSource("homes")
  void reads_by_the_habits_of_the_country(
      String raw, String country, String postcode, String form, String e164, String source) {
    PhoneNumber number = PhoneNumber.parse(raw, country, postcode);
    assertThat(number.display()).isEqualTo(form);
    assertThat(number.e164()).isEqualTo(e164);
  }

  @Test
  void notes_the_further_numbers_and_the_extension_as_parts() {
    assertThat(standardize(FieldType.PHONE, "0142685300 / 0632165478").parts())
        .containsEntry("others", "+33632165478");
    assertThat(standardize(FieldType.PHONE, "0142685300 poste 12").parts())
        .containsEntry("ext", "12");
  }

  @Test
  void expects_faxes_in_a_fax_column() {
    assertThat(standardize(FieldType.FAX, "Fax : 0142685300"))
        .isEqualTo(
            new Standardized(
                "01 42 68 53 00",
                List.of(
                    new Change(
                        "phone.label",
                        "Fax : 0142685300",
                        "0142685300",
                        Level.SAFE,
                        0.98,
                        List.of()),
                    new Change(
                        "phone.format",
                        "0142685300",
                        "01 42 68 53 00",
                        Level.SAFE,
                        0.98,
                        List.of())),
                List.of(),
                Map.of("e164", "+33142685300", "type", "landline", "region", "FR")));
  }

  @Test
  void gives_the_same_answer_in_every_locale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-u-nu-arab"));
      assertThat(standardize(FieldType.PHONE, "0142685300").value()).isEqualTo("01 42 68 53 00");
    } finally {
      Locale.setDefault(before);
    }
  }

  private static Standardized standardize(FieldType type, String raw) {
    TableBuilder builder = new TableBuilder("test", List.of("phone"));
    builder.cell(0, raw);
    builder.endRow(2);
    Table table = builder.build();
    Standardizer standardizer =
        new Phones().standardizer(type, table.columns().get(0), Settings.DEFAULT).orElseThrow();
    return standardizer.standardize(raw);
  }
}
