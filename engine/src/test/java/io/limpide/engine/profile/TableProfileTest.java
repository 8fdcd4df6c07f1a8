package io.limpide.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.profile.ColumnProfile.Fill;
import io.limpide.engine.profile.ColumnProfile.Lengths;
import io.limpide.engine.profile.ColumnProfile.Pattern;
import io.limpide.engine.table.Table;
import io.limpide.engine.table.TableBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TableProfileTest {
  @Test
  void counts_what_a_column_holds() {
    ColumnProfile column =
        profile(FieldType.CITY, List.of("Lyon", "Lyon", "PARIS", "", "Saint-Étienne", "n/a"));

    // 2 + 1 + 1 + 1 filled; (4 + 4 + 5 + 13 + 3) / 5 = 5.8
    assertThat(column.fill()).isEqualTo(new Fill(6, 5, 1, 0, 4, 3));
    assertThat(column.lengths()).isEqualTo(new Lengths(3, 5.8, 13));
    assertThat(column.top()).containsExactly(new ValueCount("Lyon", 2));
    assertThat(column.patterns())
        .containsExactly(
            new Pattern("Aa", 2, 0.4, "Lyon"),
            new Pattern("A", 1, 0.2, "PARIS"),
            new Pattern("Aa-Aa", 1, 0.2, "Saint-Étienne"),
            new Pattern("a/a", 1, 0.2, "n/a"));
    assertThat(column.fill().filledRatio()).isCloseTo(5 / 6.0, within(1e-12));
    assertThat(column.fill().uniqueRatio()).isCloseTo(4 / 5.0, within(1e-12));
  }

  @Test
  void counts_invalid_values_by_rows() {
    Table table = table(List.of("c"), List.of(List.of("a"), List.of("b"), List.of("a")));
    List<Field> fields = List.of(new Field("c", FieldType.UNKNOWN, 1));
    int bad = table.columns().get(0).dictionary().find("a");
    TableProfile profile = TableSummary.of(table, fields, (column, code) -> code == bad).profile();

    assertThat(profile.columns().get(0).fill().invalid()).isEqualTo(2);
  }

  @Test
  void cuts_long_patterns_and_long_examples() {
    String value = "ab1 ".repeat(40);
    ColumnProfile column = profile(FieldType.FREE_TEXT, List.of(value, value));

    assertThat(column.patterns().get(0).pattern()).hasSize(41).endsWith("…");
    assertThat(column.top().get(0).value()).hasSize(81).endsWith("…");
  }

  @Test
  void notices_damaged_accents_and_spaces() {
    ColumnProfile column =
        profile(
            FieldType.FAMILY_NAME,
            List.of("LefÃ¨vre", "Fran?ois", "Nu\ufffdez", " Roux", "Caron\u00a0", "Léa", "Ngoc Ã"));

    assertThat(column.observation(Reasons.ENCODING).orElseThrow().rows()).isEqualTo(3);
    assertThat(column.observation(Reasons.EDGE_SPACE).orElseThrow().rows()).isEqualTo(2);
  }

  @Test
  void notices_numbers_dates_and_lengths_far_from_the_others() {
    List<String> amounts = new ArrayList<>();
    List<String> dates = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      amounts.add((100 + i) + ",50 €");
      dates.add("12/05/" + (1950 + i % 40));
      names.add("x".repeat(4 + i % 5));
    }
    amounts.add("999999");
    dates.add("12/05/2190");
    names.add("y".repeat(200));

    assertThat(examples(profile(FieldType.AMOUNT, amounts), Reasons.OUTLIER_NUMBER))
        .containsExactly("999999");
    assertThat(examples(profile(FieldType.BIRTH_DATE, dates), Reasons.OUTLIER_DATE))
        .containsExactly("12/05/2190");
    assertThat(
            profile(FieldType.CITY, names).observation(Reasons.OUTLIER_LENGTH).orElseThrow().rows())
        .isEqualTo(1);
  }

  @Test
  void notices_values_of_another_type() {
    ColumnProfile column =
        profile(FieldType.CITY, List.of("Lyon", "69003", "a@b.fr", "01 42 68 53 00", "Lyon 3"));

    assertThat(column.observations())
        .filteredOn(each -> each.reason().equals(Reasons.MISPLACED))
        .extracting(each -> each.arguments().get(0) + " " + each.rows())
        .containsExactly("email 1", "phone 1", "postcode 1");
  }

  @Test
  void notices_a_mixture_of_date_formats() {
    List<String> dates = new ArrayList<>(Collections.nCopies(40, "12/05/1964"));
    dates.add("1/2/1970");
    dates.addAll(Collections.nCopies(5, "1964-05-12"));
    ColumnProfile column = profile(FieldType.BIRTH_DATE, dates);

    assertThat(column.observation(Reasons.DATE_FORMATS).orElseThrow().rows()).isEqualTo(5);
  }

  @Test
  void notices_a_personal_value_that_too_many_share() {
    List<String> dates = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      dates.add((1 + i % 28) + "/" + (1 + i % 12) + "/" + (1930 + i % 70));
    }
    dates.addAll(Collections.nCopies(60, "15/06/1975"));

    assertThat(examples(profile(FieldType.BIRTH_DATE, dates), Reasons.FREQUENT))
        .containsExactly("15/06/1975");
  }

  @Test
  void notices_empty_and_constant_columns() {
    assertThat(profile(FieldType.FAX, List.of("", "")).observation(Reasons.EMPTY_COLUMN))
        .isPresent();
    assertThat(profile(FieldType.COUNTRY, List.of("FR", "FR")).observation(Reasons.CONSTANT_COLUMN))
        .isPresent();
  }

  @Test
  void finds_columns_that_repeat_each_other() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String city = "Ville " + i % 20;
      String same = i % 50 == 7 ? "autre" : city.toUpperCase(Locale.ROOT);
      rows.add(List.of(city, same, "V" + i % 20, i % 3 == 0 ? "oui" : "non", "non"));
    }
    List<Redundancy> found =
        profile(table(List.of("ville", "VILLE2", "code", "flag", "stop"), rows)).redundancies();

    assertThat(found)
        .containsExactly(
            new Redundancy(Reasons.SAME_COLUMN, "ville", "VILLE2", 0.98, 100),
            new Redundancy(Reasons.CODED_COLUMN, "ville", "code", 1.0, 100));
  }

  @Test
  void does_not_take_two_rare_flags_for_the_same() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      rows.add(List.of(i % 100 == 0 ? "oui" : "non", i % 100 == 1 ? "oui" : "non"));
    }

    assertThat(profile(table(List.of("a", "b"), rows)).redundancies()).isEmpty();
  }

  @Test
  void finds_test_rows() {
    Table table =
        table(
            List.of("nom", "prenom", "email"),
            List.of(
                List.of("Test", "Jean", ""),
                List.of("Toto", "Toto", ""),
                List.of("Toto", "Jean", "j@x.fr"),
                List.of("Dupont", "Luc", "test@x.fr"),
                List.of("Testud", "Marie", "")));
    List<Field> fields =
        List.of(
            new Field("nom", FieldType.FAMILY_NAME, 1),
            new Field("prenom", FieldType.GIVEN_NAME, 1),
            new Field("email", FieldType.EMAIL, 1));

    assertThat(TableSummary.of(table, fields, Validity.UNCHECKED).profile().testRows())
        .isEqualTo(new TestRows(3, List.of(2, 3, 5)));
  }

  @Test
  void counts_what_records_lack_by_their_kind() {
    Table table =
        table(
            List.of("nom", "societe", "siren", "tel", "portable"),
            List.of(
                List.of("Dupont", "", "", "", "0612345679"),
                List.of("inconnu", "", "", "", ""),
                List.of("", "ACME", "732829320", "0142685300", ""),
                List.of("", "Globex", "", "0600000000", "")));
    List<Field> fields =
        List.of(
            new Field("nom", FieldType.FAMILY_NAME, 1),
            new Field("societe", FieldType.COMPANY_NAME, 1),
            new Field("siren", FieldType.SIREN, 1),
            new Field("tel", FieldType.PHONE, 1),
            new Field("portable", FieldType.MOBILE, 1));

    assertThat(TableSummary.of(table, fields, Validity.UNCHECKED).presence().shares())
        .extracting(
            share -> share.requirement().code() + " " + share.missing() + "/" + share.expected())
        .containsExactly("family_name 1/2", "company_name 0/2", "company_id 1/2", "phone 2/4");
  }

  @Test
  void survives_anything() {
    ColumnProfile column =
        profile(
            FieldType.PHONE,
            List.of("\ud800", "\0", "x".repeat(100_000), "9".repeat(100_000), "\ufeff", "Ã"));

    assertThat(column.fill().filled()).isEqualTo(6);
    assertThat(profile(new TableBuilder("t", List.of()).build()).columns()).isEmpty();
    assertThat(profile(FieldType.CITY, List.of()).lengths().mean()).isNaN();
  }

  private static List<String> examples(ColumnProfile column, Reason reason) {
    return column.observation(reason).orElseThrow().examples().stream()
        .map(ValueCount::value)
        .toList();
  }

  private static ColumnProfile profile(FieldType type, List<String> values) {
    Table table = table(List.of("c"), values.stream().map(List::of).toList());
    List<Field> fields = List.of(new Field("c", type, 1));
    return TableSummary.of(table, fields, Validity.UNCHECKED).profile().columns().get(0);
  }

  private static TableProfile profile(Table table) {
    List<Field> fields =
        table.columns().stream()
            .map(column -> new Field(column.name(), FieldType.UNKNOWN, 1))
            .toList();
    return TableSummary.of(table, fields, Validity.UNCHECKED).profile();
  }

  private static Table table(List<String> headers, List<List<String>> rows) {
    TableBuilder builder = new TableBuilder("t", headers);
    int number = 2;
    for (List<String> row : rows) {
      for (int c = 0; c < row.size(); c++) {
        builder.cell(c, row.get(c));
      }
      builder.endRow(number++);
    }
    return builder.build();
  }
}
