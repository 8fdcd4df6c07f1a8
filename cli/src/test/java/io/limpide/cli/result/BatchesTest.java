package io.limpide.cli.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limpide.connect.write.CsvStyle;
import io.limpide.connect.write.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private static final CsvStyle PLAIN = new CsvStyle(',', false, false);

  @Test
  void keeps_the_order_of_rows_that_are_made_side_by_side() throws IOException {
    int rows = 50_000;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvWriter table = new CsvWriter(out, PLAIN)) {
      table.header(List.of("number"));
      Batches.write(
          table,
          rows,
          (from, to, batch) -> {
            for (int row = from; row < to; row++) {
              batch.cell(row);
              batch.endRow();
            }
          });
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "number\r\n"
                + IntStream.range(0, rows)
                    .mapToObj(row -> row + "\r\n")
                    .collect(Collectors.joining()));
  }

  @Test
  void passes_on_what_goes_wrong_while_rows_are_made() throws IOException {
    try (CsvWriter table = new CsvWriter(new ByteArrayOutputStream(), PLAIN)) {
      assertThatThrownBy(
              () ->
                  Batches.write(
                      table,
                      50_000,
                      (from, to, batch) -> {
                        throw new IllegalStateException("batch of " + from);
                      }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("batch of 0");
    }
  }
}
