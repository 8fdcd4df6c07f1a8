package io.limpide.engine.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.Shared;
import io.limpide.engine.Spec;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.table.Table;
import io.limpide.engine.table.TableBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecognitionTest {
  static Stream<Arguments> columns() {
    return Spec.cases("recognize/columns.csv", 3);
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource("columns")
  void understands_values_without_a_header(String values, String type, String source) {
    Table table = Tables.column("", List.of(values.split("\\|", -1)));

    assertThat(Recognition.of(table).get(0).field().type().word()).as(source).isEqualTo(type);
  }

  static Stream<Arguments> exports() {
    return Spec.cases("recognize/exports.csv", 4);
  }

  /** Each value ten times, as in a column of many rows. */
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("exports")
  void understands_headers_and_values_together(
      String header, String values, String type, String source) {
    List<String> rows = new ArrayList<>();
    for (int time = 0; time < 10; time++) {
      rows.addAll(List.of(values.split("\\|", -1)));
    }

    assertThat(Recognition.of(Tables.column(header, rows)).get(0).field().type().word())
        .as(source)
        .isEqualTo(type);
  }

  @Test
  void takes_a_province_for_a_region_although_cities_are_called_so_too() {
    Table table =
        Tables.of(
            "Población;Provincia",
            "Getafe;Madrid",
            "Sevilla;Sevilla",
            "Gandia;Valencia",
            "Madrid;Madrid",
            "Utrera;Sevilla",
            "Valencia;Valencia");

    assertThat(types(table)).containsExactly(FieldType.CITY, FieldType.REGION);
  }

  @Test
  void understands_the_columns_of_public_datasets() throws IOException {
    Map<String, List<Recognised>> read = new HashMap<>();
    List<String> wrong = new ArrayList<>();
    for (Arguments line : Spec.cases("recognize/datasets.csv", 4).toList()) {
      Object[] cells = line.get();
      String file = cells[0].toString();
      if (!read.containsKey(file)) {
        read.put(file, Recognition.of(Tables.csv(Shared.path("datasets/" + file))));
      }
      for (Recognised each : read.getOrDefault(file, List.of())) {
        boolean same = each.field().type().word().equals(cells[2]);
        if (each.field().column().equals(cells[1]) && !same) {
          wrong.add(file + " " + each.field());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void believes_the_values_where_they_contradict_the_header() {
    Table table =
        Tables.column(
            "Téléphone", List.of("a@free.fr", "b@orange.fr", "c@sfr.fr", "d@acme.com", "e@x.org"));
    Recognised recognised = Recognition.of(table).get(0);

    assertThat(recognised.field().type()).isEqualTo(FieldType.EMAIL);
    assertThat(recognised.headerWords()).isEqualTo("telephone");
    assertThat(recognised.fit()).isEqualTo(1.0);
  }

  @Test
  void keeps_the_header_where_the_values_are_merely_bad() {
    Table table = Tables.column("SIRET", List.of("73282932000075", "12345678901234", "7,3E+13"));

    assertThat(Recognition.of(table).get(0).field().type()).isEqualTo(FieldType.SIRET);
  }

  @Test
  void takes_a_name_beside_a_given_name_for_the_family_name() {
    Table persons = Tables.of("Nom;Prénom", "Roux;Jean", "Blanc;Marie", "Vidal;Luc", "Caron;Léa");
    Table companies = Tables.of("Nom;Ville", "SARL Roux;Lyon", "Garage Blanc;Nice", "ACME SAS;Pau");

    assertThat(types(persons)).containsExactly(FieldType.FAMILY_NAME, FieldType.GIVEN_NAME);
    assertThat(types(companies)).containsExactly(FieldType.COMPANY_NAME, FieldType.CITY);
  }

  @Test
  void takes_one_unique_column_at_most_for_the_record_id() {
    Table table =
        Tables.of(
            "Contact ID;Account ID;Email",
            "C1;A1;a@x.fr",
            "C2;A1;b@x.fr",
            "C3;A2;c@x.fr",
            "C4;A3;d@x.fr");
    Table repeated = Tables.of("id;email", "1;a@x.fr", "1;b@x.fr", "2;c@x.fr");

    assertThat(types(table))
        .containsExactly(FieldType.RECORD_ID, FieldType.UNKNOWN, FieldType.EMAIL);
    assertThat(types(repeated)).containsExactly(FieldType.UNKNOWN, FieldType.EMAIL);
  }

  @Test
  void takes_a_column_called_id_for_the_record_id_although_one_value_repeats() {
    for (String header : List.of("Identifiant", "ID", "N° client", "Kundennummer", "Contact Id")) {
      Table table =
          Tables.of(
              header + ";Email",
              "C-101;a@x.fr",
              "C-102;b@x.fr",
              "C-103;c@x.fr",
              "C-104;d@x.fr",
              "C-102;b@x.fr",
              "C-105;e@x.fr");

      assertThat(types(table)).as(header).containsExactly(FieldType.RECORD_ID, FieldType.EMAIL);
    }
    Table other =
        Tables.of(
            "Account ID;Contact ID;Email",
            "1;11;a@x.fr",
            "2;12;b@x.fr",
            "3;13;c@x.fr",
            "4;14;d@x.fr",
            "4;15;e@x.fr");
    assertThat(types(other))
        .containsExactly(FieldType.UNKNOWN, FieldType.RECORD_ID, FieldType.EMAIL);
  }

  @Test
  void keeps_several_columns_of_one_type() {
    Table table = Tables.of("Email 1;Email 2", "a@x.fr;b@y.fr", "c@x.fr;", "d@x.fr;e@z.fr");

    assertThat(types(table)).containsExactly(FieldType.EMAIL, FieldType.EMAIL);
  }

  @Test
  void knows_a_city_by_its_postcode() {
    TableBuilder builder = new TableBuilder("t", List.of("", ""));
    for (int i = 0; i < 60; i++) {
      builder.cell(0, Integer.toString(38_100 + 10 * (i % 12)));
      builder.cell(1, "Village " + (char) ('A' + i % 12) + "y");
      builder.endRow(i + 1);
    }

    assertThat(types(builder.build())).containsExactly(FieldType.POSTCODE, FieldType.CITY);
  }

  @Test
  void finds_a_birth_date_spread_over_three_columns() {
    assertThat(types(threeNumbers(List.of("by", "bm", "bd"), 60)))
        .containsExactly(FieldType.BIRTH_YEAR, FieldType.BIRTH_MONTH, FieldType.BIRTH_DAY);
    assertThat(types(threeNumbers(List.of("année", "mois", "jour"), 60)))
        .containsExactly(FieldType.BIRTH_YEAR, FieldType.BIRTH_MONTH, FieldType.BIRTH_DAY);
  }

  @Test
  void does_not_take_recent_years_for_years_of_birth() {
    assertThat(types(threeNumbers(List.of("année", "mois", "jour"), 5)))
        .doesNotContain(FieldType.BIRTH_YEAR, FieldType.BIRTH_MONTH, FieldType.BIRTH_DAY);
  }

  private static Table threeNumbers(List<String> header, int years) {
    TableBuilder builder = new TableBuilder("t", header);
    for (int i = 0; i < 200; i++) {
      builder.cell(0, Integer.toString(2000 - i * 7 % years));
      builder.cell(1, Integer.toString(1 + i % 12));
      builder.cell(2, i == 0 ? "x" : Integer.toString(1 + i % 28));
      builder.endRow(i + 2);
    }
    return builder.build();
  }

  @Test
  void says_how_sure_it_is_and_what_else_it_might_be() {
    Recognised nothing = Recognition.of(Tables.column("zzqx", List.of("", ""))).get(0);
    Recognised phone = Recognition.of(Tables.column("tel", List.of("01 42 68 53 00"))).get(0);

    assertThat(nothing.field().type()).isEqualTo(FieldType.UNKNOWN);
    assertThat(nothing.field().confidence()).isZero();
    assertThat(nothing.fit()).isNaN();
    assertThat(phone.field().confidence()).isBetween(0.9, 1.0);
    assertThat(phone.others()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void survives_anything() {
    Table table =
        Tables.column(
            "\ud800 N° ° ° %s {0}",
            List.of("x".repeat(100_000), "\ud800", "\0", "9".repeat(50_000)));

    assertThat(Recognition.of(table)).hasSize(1);
    assertThat(Recognition.of(new TableBuilder("empty", List.of()).build())).isEmpty();
  }

  private static List<FieldType> types(Table table) {
    return Recognition.of(table).stream().map(each -> each.field().type()).toList();
  }
}
