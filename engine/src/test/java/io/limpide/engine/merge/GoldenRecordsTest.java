package io.limpide.engine.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.table.Table;
import io.limpide.engine.table.TableBuilder;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GoldenRecordsTest {
  @Test
  void prefers_a_name_with_its_accents() {
    assertThat(
            merged(
                List.of(FieldType.FAMILY_NAME, FieldType.GIVEN_NAME), "Durand;Lea", "Durand;Léa"))
        .containsExactly("Durand", "Léa");
  }

  @Test
  void takes_a_name_whole_from_one_record() {
    assertThat(
            merged(
                List.of(FieldType.FAMILY_NAME, FieldType.GIVEN_NAME),
                "Durand-Petit;Jo",
                "Durand;Josephine"))
        .isIn(List.of("Durand-Petit", "Jo"), List.of("Durand", "Josephine"));
  }

  @Test
  void takes_a_birth_date_in_three_columns_whole_from_one_record() {
    assertThat(
            merged(
                List.of(FieldType.BIRTH_YEAR, FieldType.BIRTH_MONTH, FieldType.BIRTH_DAY),
                "1970;12;3",
                "1971;1;30",
                "1971;1;30"))
        .containsExactly("1971", "1", "30");
  }

  @Test
  void lets_the_most_restrictive_choice_about_contact_win() {
    assertThat(
            merged(
                List.of(FieldType.EMAIL, FieldType.OPT_OUT, FieldType.OPT_IN),
                "a@free.fr;Non;Oui",
                "a@free.fr;Oui;Non",
                "a@free.fr;Non;Oui"))
        .containsExactly("a@free.fr", "Oui", "Non");
  }

  @Test
  void gives_up_an_address_that_bounced_and_its_flag_with_it() {
    assertThat(
            merged(
                List.of(FieldType.EMAIL, FieldType.BOUNCED, FieldType.UPDATED),
                "new@free.fr;Oui;2026-01-01",
                "old@free.fr;Non;2020-01-01"))
        .containsExactly("old@free.fr", "Non", "2026-01-01");
  }

  @Test
  void fills_free_columns_with_second_values() {
    assertThat(
            merged(
                List.of(FieldType.EMAIL, FieldType.EMAIL),
                "a@free.fr;",
                "b@free.fr;",
                "a@free.fr;"))
        .containsExactlyInAnyOrder("a@free.fr", "b@free.fr");
  }

  @Test
  void keeps_the_earliest_creation_and_the_latest_activity() {
    assertThat(
            merged(
                List.of(FieldType.CREATED, FieldType.LAST_ACTIVITY),
                "2021-05-01;2022-01-01",
                "2019-05-01;2020-01-01",
                "2020-05-01;2024-01-01"))
        .containsExactly("2019-05-01", "2024-01-01");
  }

  @Test
  void does_not_depend_on_the_order_of_the_records() {
    List<FieldType> types =
        List.of(FieldType.FAMILY_NAME, FieldType.GIVEN_NAME, FieldType.PHONE, FieldType.CITY);
    String[] rows = {"Roux;Anne;0612345678;Lyon", "Roux;Anna;;Lyons", "Rous;Anne;0698765432;"};

    assertThat(merged(types, rows[0], rows[1], rows[2]))
        .isEqualTo(merged(types, rows[2], rows[0], rows[1]))
        .isEqualTo(merged(types, rows[1], rows[2], rows[0]));
  }

  /** The golden values of records that are all one party. */
  private static List<String> merged(List<FieldType> types, String... rows) {
    List<Field> fields =
        IntStream.range(0, types.size())
            .mapToObj(at -> new Field("c" + at, types.get(at), 1))
            .toList();
    TableBuilder builder = new TableBuilder("t", fields.stream().map(Field::column).toList());
    for (int row = 0; row < rows.length; row++) {
      String[] cells = rows[row].split(";", -1);
      for (int column = 0; column < cells.length; column++) {
        builder.cell(column, cells[column]);
      }
      builder.endRow(row + 2);
    }
    Table golden =
        GoldenRecords.merge(
                builder.build(),
                fields,
                new int[rows.length],
                row -> "t",
                (row, column) -> false,
                Survivorship.DEFAULT)
            .table();
    return golden.columns().stream().map(column -> column.value(0)).toList();
  }
}
