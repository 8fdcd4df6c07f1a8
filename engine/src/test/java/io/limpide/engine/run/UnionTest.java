package io.limpide.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import io.limpide.engine.table.TableBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnionTest {
  private final Table crm =
      table("crm.csv", List.of("Id", "Nom", "Mail"), List.of("1", "Roux", "a@b.fr"));
  private final Table erp =
      table(
          "erp.csv",
          List.of("E-mail", "Id", "Code", "E-mail 2"),
          List.of("c@d.fr", "7", "X", "e@f.fr"));

  @Test
  void leaves_one_source_as_it_is() {
    Union union =
        Union.of(
            List.of(crm),
            List.of(fields(crm, FieldType.RECORD_ID, FieldType.FAMILY_NAME, FieldType.EMAIL)));

    assertThat(union.table()).isSameAs(crm);
  }

  @Test
  void joins_columns_of_the_same_meaning_and_keeps_the_others() {
    Union union =
        Union.of(
            List.of(crm, erp),
            List.of(
                fields(crm, FieldType.RECORD_ID, FieldType.FAMILY_NAME, FieldType.EMAIL),
                fields(
                    erp,
                    FieldType.EMAIL,
                    FieldType.RECORD_ID,
                    FieldType.UNKNOWN,
                    FieldType.EMAIL)));

    assertThat(union.table().columns())
        .extracting(Column::name)
        .containsExactly("Id", "Nom", "Mail", "Code", "E-mail 2");
    assertThat(union.table().columns())
        .extracting(column -> column.value(0))
        .containsExactly("1", "Roux", "a@b.fr", "", "");
    assertThat(union.table().columns())
        .extracting(column -> column.value(1))
        .containsExactly("7", "", "c@d.fr", "X", "e@f.fr");
    assertThat(union.sourceOf(0)).isZero();
    assertThat(union.sourceOf(1)).isEqualTo(1);
  }

  @Test
  void finds_the_source_of_a_row_beside_sources_without_rows() {
    Table empty = new TableBuilder("empty.csv", List.of("Nom")).build();
    Union union =
        Union.of(
            List.of(empty, crm),
            List.of(
                fields(empty, FieldType.FAMILY_NAME),
                fields(crm, FieldType.RECORD_ID, FieldType.FAMILY_NAME, FieldType.EMAIL)));

    assertThat(union.sourceOf(0)).isEqualTo(1);
  }

  private static Table table(String source, List<String> headers, List<String> row) {
    TableBuilder builder = new TableBuilder(source, headers);
    for (int column = 0; column < row.size(); column++) {
      builder.cell(column, row.get(column));
    }
    builder.endRow(2);
    return builder.build();
  }

  private static List<Field> fields(Table table, FieldType... types) {
    List<Field> fields = new java.util.ArrayList<>();
    for (int at = 0; at < types.length; at++) {
      fields.add(new Field(table.columns().get(at).name(), types[at], 1));
    }
    return fields;
  }
}
