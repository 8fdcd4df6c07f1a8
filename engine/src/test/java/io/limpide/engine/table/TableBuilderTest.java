package io.limpide.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void gives_back_what_was_put_in_however_many_rows_there_are(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int columns = 1 + random.nextInt(6);
    List<String> headers = IntStream.range(0, columns).mapToObj(column -> "c" + column).toList();
    TableBuilder builder = new TableBuilder("t", headers);
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < 6_000; row++) {
      String[] cells = new String[columns];
      Arrays.fill(cells, "");
      for (int column = 0; column < columns; column++) {
        if (random.nextInt(4) > 0) {
          cells[column] =
              random.nextInt(1_000) == 0 ? "é".repeat(40_000) : "v" + random.nextInt(9_000);
          put(builder, column, cells[column], random.nextBoolean());
        }
      }
      if (random.nextInt(50) == 0) {
        builder.dropRow();
      } else {
        builder.endRow(row);
        rows.add(List.of(cells));
      }
    }

    Table table = builder.build();

    assertThat(table.rows()).isEqualTo(rows.size());
    for (int column = 0; column < columns; column++) {
      Column read = table.columns().get(column);
      List<String> values = new ArrayList<>();
      Dictionary inOrder = new Dictionary();
      List<Integer> codes = new ArrayList<>();
      for (List<String> row : rows) {
        values.add(row.get(column));
        codes.add(inOrder.encode(row.get(column)));
      }
      assertThat(IntStream.range(0, rows.size()).mapToObj(read::value).toList()).isEqualTo(values);
      assertThat(read.codes()).containsExactly(codes.stream().mapToInt(code -> code).toArray());
    }
  }

  private static void put(TableBuilder builder, int column, String value, boolean asText) {
    if (asText) {
      builder.cell(column, value);
    } else {
      byte[] utf8 = ("<" + value + ">").getBytes(StandardCharsets.UTF_8);
      builder.cell(column, utf8, 1, utf8.length - 1);
    }
  }
}
