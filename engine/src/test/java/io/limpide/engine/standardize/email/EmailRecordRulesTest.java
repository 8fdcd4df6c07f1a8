package io.limpide.engine.standardize.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.Spec;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.standardize.FakeRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EmailRecordRulesTest {
  static Stream<Arguments> persons() {
    return Spec.cases("email/against-name.csv", 5);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @MethodSource("persons")
  void doubts_an_address_that_clearly_names_somebody_else(
      String given, String family, String email, String expected, String source) {
    FakeRecord record =
        new FakeRecord(
            Map.of(
                FieldType.GIVEN_NAME, List.of(given),
                FieldType.FAMILY_NAME, List.of(family),
                FieldType.EMAIL, List.of(email)));
    new EmailAgainstName().apply(record);
    assertThat(reasons(record)).isEqualTo(expected);
  }

  static Stream<Arguments> employers() {
    return Spec.cases("email/against-employer.csv", 5);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @MethodSource("employers")
  void doubts_the_employer_only_on_strong_evidence(
      String company, String site, String email, String expected, String source) {
    FakeRecord record =
        new FakeRecord(
            Map.of(
                FieldType.COMPANY_NAME, List.of(company),
                FieldType.WEB_SITE, List.of(site),
                FieldType.EMAIL, List.of(email)));
    new EmailAgainstEmployer().apply(record);
    assertThat(reasons(record)).isEqualTo(expected);
  }

  @Test
  void moves_a_second_address_to_an_empty_column() {
    FakeRecord record =
        new FakeRecord(Map.of(FieldType.EMAIL, List.of("a.b@free.fr; c.d@sfr.fr", "")));
    new EmailPlaces().apply(record);
    assertThat(record.copy().get(FieldType.EMAIL)).containsExactly("a.b@free.fr", "c.d@sfr.fr");
  }

  @Test
  void keeps_both_addresses_where_there_is_no_room() {
    FakeRecord record =
        new FakeRecord(Map.of(FieldType.EMAIL, List.of("a.b@free.fr; c.d@sfr.fr", "e.f@sfr.fr")));
    new EmailPlaces().apply(record);
    assertThat(record.copy().get(FieldType.EMAIL))
        .containsExactly("a.b@free.fr; c.d@sfr.fr", "e.f@sfr.fr");
    assertThat(record.changes()).extracting(c -> c.rule()).containsExactly("email.first");
  }

  @Test
  void notices_the_same_mailbox_in_two_columns() {
    FakeRecord record =
        new FakeRecord(Map.of(FieldType.EMAIL, List.of("a.b@gmail.com", "ab@gmail.com")));
    new EmailPlaces().apply(record);
    assertThat(reasons(record)).isEqualTo("email.repeated");
  }

  private static String reasons(FakeRecord record) {
    return record.remarks().stream()
        .map(remark -> remark.reason().code())
        .reduce((a, b) -> a + " " + b)
        .orElse("");
  }
}
