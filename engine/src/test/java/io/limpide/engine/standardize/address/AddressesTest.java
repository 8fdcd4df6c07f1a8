package io.limpide.engine.standardize.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.Spec;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Change;
import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.reference.Commune;
import io.limpide.engine.reference.Communes;
import io.limpide.engine.reference.PlaceNames;
import io.limpide.engine.standardize.FakeRecord;
import io.limpide.engine.standardize.Family;
import io.limpide.engine.standardize.FamilyContract;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.table.TableBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AddressesTest extends FamilyContract {
  @Override
  protected Family family() {
    return new Addresses();
  }

  @Override
  protected List<String> typicalValues() {
    List<String> values = new ArrayList<>();
    Stream.of(lines(), cities(), postcodes(), numbers())
        .forEach(cases -> cases.forEach(line -> values.add((String) line.get()[0])));
    places()
        .forEach(
            line -> {
              values.add((String) line.get()[0]);
              values.add((String) line.get()[1]);
            });
    return values;
  }

  static Stream<Arguments> lines() {
    return Spec.cases("address/lines.csv", 3);
  }

  static Stream<Arguments> cities() {
    return Spec.cases("address/cities.csv", 3);
  }

  static Stream<Arguments> postcodes() {
    return Spec.cases("address/postcodes.csv", 3);
  }

  static Stream<Arguments> numbers() {
    return Spec.cases("address/numbers.csv", 3);
  }

  static Stream<Arguments> places() {
    return Spec.cases("address/places.csv", 6);
  }

  @ParameterizedTest(name = "{0} -> {1} ({2})")
  @MethodSource("lines")
  void brings_lines_into_form(String text, String expected, String source) {
    assertThat(of(FieldType.ADDRESS_LINE).standardize(text).value()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} -> {1} ({2})")
  @MethodSource("cities")
  void brings_cities_into_form(String text, String expected, String source) {
    assertThat(of(FieldType.CITY).standardize(text).value()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} -> {1} ({2})")
  @MethodSource("postcodes")
  void brings_postcodes_into_form(String text, String expected, String source) {
    assertThat(of(FieldType.POSTCODE, "75001", "69003", "13001", text).standardize(text).value())
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} -> {1} ({2})")
  @MethodSource("numbers")
  void brings_house_numbers_into_form(String text, String expected, String source) {
    assertThat(of(FieldType.HOUSE_NUMBER).standardize(text).value()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} {1} {2} -> {3} ({5})")
  @MethodSource("places")
  void holds_postcode_and_city_against_each_other(
      String postcode, String city, String country, String expected, String notes, String source) {
    FakeRecord record = place(postcode, city, country);
    apply(record);
    String held = record.get(FieldType.POSTCODE) + " | " + record.get(FieldType.CITY);
    assertThat(held.strip()).isEqualTo(expected);
    assertThat(notes(record)).isEqualTo(notes);
  }

  @Test
  void leaves_every_official_name_with_its_postcodes_alone() {
    Standardizer city = of(FieldType.CITY);
    for (Commune commune : Communes.table().all()) {
      if (commune.kind() == Commune.Kind.COMMUNE) {
        assertThat(city.standardize(commune.name()).value()).isEqualTo(commune.name());
        for (String postcode : commune.postcodes()) {
          FakeRecord record = place(postcode, commune.name(), "");
          apply(record);
          assertThat(record.changes()).isEmpty();
          assertThat(record.remarks()).as(commune.name() + " " + postcode).isEmpty();
        }
      }
    }
  }

  @Test
  void gives_every_commune_its_hyphens_and_accents_back() {
    Standardizer city = of(FieldType.CITY);
    for (Commune commune : Communes.table().all()) {
      if (commune.kind() == Commune.Kind.COMMUNE && !commune.postcodes().isEmpty()) {
        String folded = PlaceNames.fold(commune.name());
        FakeRecord record = place(commune.postcodes().get(0), city.standardize(folded).value(), "");
        apply(record);
        assertThat(record.get(FieldType.CITY)).isEqualTo(commune.name());
      }
    }
  }

  @Test
  void moves_postcode_and_city_out_of_a_line() {
    FakeRecord record =
        new FakeRecord(
            Map.of(
                FieldType.ADDRESS_LINE, List.of("12 rue des Lilas, 75015 PARIS", ""),
                FieldType.POSTCODE, List.of(""),
                FieldType.CITY, List.of("")));
    apply(record);
    assertThat(record.copy())
        .isEqualTo(
            Map.of(
                FieldType.ADDRESS_LINE, List.of("12 rue des Lilas", ""),
                FieldType.POSTCODE, List.of("75015"),
                FieldType.CITY, List.of("Paris")));
  }

  @Test
  void leaves_a_line_alone_when_the_place_has_been_said() {
    FakeRecord record =
        new FakeRecord(
            Map.of(
                FieldType.ADDRESS_LINE, List.of("12 rue des Lilas, 75015 PARIS"),
                FieldType.POSTCODE, List.of("69003"),
                FieldType.CITY, List.of("Lyon")));
    apply(record);
    assertThat(record.changes()).isEmpty();
  }

  @Test
  void misses_the_house_number_only_where_there_is_none() {
    assertThat(line("rue des Lilas", "")).isEqualTo("address.number.missing []");
    assertThat(line("rue des Lilas", "12")).isEmpty();
    assertThat(line("12 rue des Lilas", "")).isEmpty();
    assertThat(line("BP 12 rue des Lilas", "")).isEmpty();
    assertThat(line("Le Bourg", "")).isEmpty();
  }

  private static String line(String line, String number) {
    FakeRecord record =
        new FakeRecord(
            Map.of(FieldType.ADDRESS_LINE, List.of(line), FieldType.HOUSE_NUMBER, List.of(number)));
    apply(record);
    return remarks(record.remarks());
  }

  @Test
  void remarks_on_boxes_and_on_lines_too_long_for_an_envelope() {
    assertThat(remarks(of(FieldType.ADDRESS_LINE).standardize("BP 12").remarks()))
        .isEqualTo("address.box [BP 12]");
    String line = "12 avenue du Général de Gaulle prolongée sud";
    assertThat(remarks(of(FieldType.ADDRESS_LINE).standardize(line).remarks()))
        .isEqualTo("address.long [" + line.length() + "]");
  }

  @Test
  void names_regions_officially() {
    Standardizer region = of(FieldType.REGION);
    assertThat(
            Stream.of("IDF", "ILE DE FRANCE", "paca", "AIN", "nsw", "Bavaria")
                .map(text -> region.standardize(text).value()))
        .containsExactly(
            "Île-de-France",
            "Île-de-France",
            "Provence-Alpes-Côte d'Azur",
            "Ain",
            "NSW",
            "Bavaria");
  }

  private static FakeRecord place(String postcode, String city, String country) {
    return new FakeRecord(
        Map.of(
            FieldType.POSTCODE, List.of(postcode),
            FieldType.CITY, List.of(city),
            FieldType.COUNTRY, List.of(country)));
  }

  private static void apply(FakeRecord record) {
    new Addresses().recordRules(Settings.DEFAULT).forEach(rule -> rule.apply(record));
  }

  /** The rules applied, the values proposed, the remarks. */
  private static String notes(FakeRecord record) {
    String changes =
        record.changes().stream().map(AddressesTest::note).collect(Collectors.joining(", "));
    String remarks = remarks(record.remarks());
    return changes + (changes.isEmpty() || remarks.isEmpty() ? "" : ", ") + remarks;
  }

  private static String note(Change change) {
    return change.level() == Level.SAFE ? change.rule() : change.rule() + "? " + change.after();
  }

  private static String remarks(List<Remark> remarks) {
    return remarks.stream()
        .map(remark -> remark.reason().code() + " " + remark.arguments())
        .collect(Collectors.joining(", "));
  }

  private static Standardizer of(FieldType type, String... values) {
    TableBuilder builder = new TableBuilder("addresses", List.of("value"));
    for (int row = 0; row < values.length; row++) {
      builder.cell(0, values[row]);
      builder.endRow(row + 2);
    }
    return new Addresses()
        .standardizer(type, builder.build().columns().get(0), Settings.DEFAULT)
        .orElseThrow();
  }
}
