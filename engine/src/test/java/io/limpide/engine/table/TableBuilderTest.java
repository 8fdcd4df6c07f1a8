package io.limpide.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableBuilderTest {
  @Test
  void gives_every_column_a_name_of_its_own_and_keeps_its_header() {
    Table table = new TableBuilder("crm.csv", List.of("Email ", "", "Email", "Email (2)")).build();

    assertThat(table.columns())
        .extracting(Column::name)
        .containsExactly("Email", "column 2", "Email (2)", "Email (2) (2)");
    assertThat(table.columns())
        .extracting(Column::header)
        .containsExactly("Email ", "", "Email", "Email (2)");
  }

  @Test
  void leaves_cells_that_were_not_set_empty() {
    TableBuilder builder = new TableBuilder("crm.csv", List.of("a", "b"));
    builder.cell(0, "1");
    builder.cell(1, "2");
    builder.endRow(2);
    builder.cell(0, "3");
    builder.endRow(5);
    Table table = builder.build();

    assertThat(table.rows()).isEqualTo(2);
    assertThat(table.rowNumber(1)).isEqualTo(5);
    assertThat(table.columns().get(1).value(0)).isEqualTo("2");
    assertThat(table.columns().get(1).value(1)).isEmpty();
  }

  @Test
  void forgets_a_dropped_row_and_grows_with_the_rows() {
    TableBuilder builder = new TableBuilder("crm.csv", List.of("a"));
    for (int row = 0; row < 1_000; row++) {
      builder.cell(0, "dropped");
      builder.dropRow();
      builder.cell(0, "v" + row);
      builder.endRow(row);
    }
    Table table = builder.build();

    assertThat(table.rows()).isEqualTo(1_000);
    assertThat(table.columns().get(0).value(999)).isEqualTo("v999");
  }
}
