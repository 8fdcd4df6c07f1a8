package io.limpide.connect.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limpide.connect.Reads;
import io.limpide.engine.table.TableTooLargeException;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowingTableTest {
  @Test
  void takes_columns_as_they_come_and_gives_them_in_order() {
    GrowingTable table = new GrowingTable("test");
    table.cell(table.add("b"), "b1");
    table.endRow(1);
    for (int row = 2; row <= 300; row++) {
      table.endRow(row);
    }
    table.cell(table.add("a"), "a301");
    table.endRow(301);
    List<List<String>> grid = Reads.grid(table.build(new int[] {1, 0}));
    assertThat(grid).hasSize(302);
    assertThat(grid.get(0)).containsExactly("a", "b");
    assertThat(grid.get(1)).containsExactly("", "b1");
    assertThat(grid.get(301)).containsExactly("a301", "");
  }

  @Test
  void gives_every_column_a_name_of_its_own() {
    GrowingTable table = new GrowingTable("test");
    for (String header : List.of("nom", " nom ", "", "nom")) {
      table.add(header);
    }
    assertThat(Reads.grid(table.build(new int[] {0, 1, 2, 3})).get(0))
        .containsExactly("nom", "nom (2)", "column 3", "nom (3)");
  }

  @Test
  void refuses_to_fill_the_memory() {
    GrowingTable table = new GrowingTable("test", 1 << 20);
    for (int column = 0; column < 100; column++) {
      table.add("");
    }
    assertThatThrownBy(
            () -> {
              for (int row = 0; row < 10_000; row++) {
                table.endRow(row);
              }
            })
        .isInstanceOf(TableTooLargeException.class);
    assertThat(table.rows()).isBetween(1_000, 2_700);
  }
}
