package io.limpide.engine.standardize.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.Spec;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Level;
import io.limpide.engine.standardize.FakeRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PhoneRecordRulesTest {
  static Stream<Arguments> places() {
    return Spec.cases("phone/places.csv", 6);
  }

  @ParameterizedTest(name = "{0} | {1}")
  @MethodSource("places")
  void puts_each_number_where_it_belongs(
      String phone, String mobile, String phoneAfter, String mobileAfter, String remark, String s) {
    FakeRecord record =
        new FakeRecord(
            Map.of(FieldType.PHONE, List.of(cell(phone)), FieldType.MOBILE, List.of(cell(mobile))));
    new PhonePlaces("FR").apply(record);
    assertThat(record.get(FieldType.PHONE)).isEqualTo(cell(phoneAfter));
    assertThat(record.get(FieldType.MOBILE)).isEqualTo(cell(mobileAfter));
    assertThat(remarks(record)).isEqualTo(remark);
  }

  static Stream<Arguments> countries() {
    return Spec.cases("phone/against-country.csv", 6);
  }

  @ParameterizedTest(name = "{0} in {1} {2}")
  @MethodSource("countries")
  void holds_a_number_against_the_country(
      String phone, String country, String postcode, String after, String said, String source) {
    FakeRecord record =
        new FakeRecord(
            Map.of(
                FieldType.PHONE, List.of(phone),
                FieldType.COUNTRY, List.of(country),
                FieldType.POSTCODE, List.of(postcode)));
    new PhoneAgainstCountry("FR").apply(record);
    assertThat(record.get(FieldType.PHONE)).isEqualTo(after);
    String proposals =
        record.changes().stream()
            .filter(change -> change.level() == Level.SUGGESTED)
            .map(change -> change.rule() + " " + change.after())
            .reduce("", String::concat);
    assertThat(remarks(record) + proposals).isEqualTo(said);
  }

  @Test
  void leaves_a_mobile_in_the_phone_column_of_a_base_without_mobile_column() {
    FakeRecord record = new FakeRecord(Map.of(FieldType.PHONE, List.of("06 32 16 54 78")));
    new PhonePlaces("FR").apply(record);
    assertThat(record.changes()).isEmpty();
    assertThat(record.remarks()).isEmpty();
  }

  @Test
  void proposes_to_keep_the_first_number_where_there_is_no_room() {
    FakeRecord record =
        new FakeRecord(Map.of(FieldType.PHONE, List.of("01 42 68 53 00 / 01 42 68 53 01")));
    new PhonePlaces("FR").apply(record);
    assertThat(record.get(FieldType.PHONE)).isEqualTo("01 42 68 53 00 / 01 42 68 53 01");
    assertThat(record.changes()).extracting(c -> c.after()).containsExactly("01 42 68 53 00");
  }

  private static String cell(String text) {
    return text.equals("_") ? "" : text;
  }

  private static String remarks(FakeRecord record) {
    return record.remarks().stream()
        .map(remark -> remark.reason().code())
        .reduce((a, b) -> a + " " + b)
        .orElse("");
  }
}
