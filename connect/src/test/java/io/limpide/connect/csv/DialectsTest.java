package io.limpide.connect.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.connect.ReadOptions;
import io.limpide.connect.Reading;
import io.limpide.connect.SourceRead;
import io.limpide.connect.Sources;
import io.limpide.engine.Spec;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DialectsTest {
  static Stream<Arguments> cases() {
    return Spec.cases("csv/dialects.csv", 4);
  }

  @ParameterizedTest(name = "{3}: {0}")
  @MethodSource("cases")
  void recognises(String text, String records, String rejected, String source) throws Exception {
    SourceRead read = Reading.read(text);
    List<List<String>> expected = new ArrayList<>();
    for (String record : records.split("¶", -1)) {
      expected.add(List.of(record.split("¦", -1)));
    }
    assertThat(Reading.all(read)).as(source).isEqualTo(expected);
    assertThat(
            read.rejections().stream()
                .map(rejection -> String.valueOf(rejection.row()))
                .collect(Collectors.joining(" ")))
        .isEqualTo(rejected);
  }

  @Test
  void says_what_was_read_how() throws Exception {
    SourceRead read = Reading.read("id;nom;note\n1;'A';x\n2;'B;b';y\n");
    assertThat(read.facts())
        .isEqualTo(
            java.util.Map.of(
                "format", "csv",
                "encoding", "UTF-8",
                "delimiter", "semicolon",
                "quote", "single",
                "header", "yes",
                "columns", "3"));
  }

  @Test
  void a_rejection_keeps_row_reason_and_raw_text() throws Exception {
    SourceRead read = Reading.read("id;nom\n1;A\n\n2;B;\"x;y\"\n3;C\nTotal : 3\n");
    assertThat(Reading.rejections(read))
        .isEqualTo(
            List.of(
                "4: The record has 3 cells, but the table has 2 columns. | 2;B;\"x;y\"",
                "6: The line stands below the table. | Total : 3"));
    assertThat(IntStream.range(0, 2).map(read.table()::rowNumber)).containsExactly(2, 5);
  }

  @Test
  void what_a_person_says_overrides_what_is_recognised() throws Exception {
    ReadOptions options =
        new ReadOptions(
            Optional.of(Charset.forName("IBM850")),
            Optional.of(','),
            Optional.of('\''),
            Optional.of(false),
            Optional.empty(),
            (bytes, of) -> {});
    byte[] text = "nom;x,'é,é'\n".getBytes(Charset.forName("IBM850"));
    SourceRead read = Sources.read(new ByteArrayInputStream(text), "test", options).get(0);
    assertThat(Reading.rows(read)).isEqualTo(List.of(List.of("nom;x", "é,é")));
  }

  @Test
  void remarks_what_it_forgave() throws Exception {
    assertThat(Reading.remarks(Reading.read("id;nom;x\n1;\"a\" b;c\n2\n3;d;e\n")))
        .isEqualTo(
            List.of(
                "1 record(s) have a quotation mark out of place, read as text: row(s) 2.",
                "1 record(s) have fewer cells than the table has columns; the missing ones are"
                    + " taken as empty: row(s) 3."));
  }

  @Test
  void reads_five_thousand_columns_and_a_cell_of_two_megabytes() throws Exception {
    String header =
        IntStream.range(0, 5000).mapToObj(i -> "c" + i).collect(Collectors.joining(";"));
    String long2 = "x".repeat(2_000_000);
    String row = IntStream.range(0, 4999).mapToObj(i -> "" + i).collect(Collectors.joining(";"));
    SourceRead read = Reading.read(header + "\n" + row + ";\"" + long2 + "\"\n");
    assertThat(read.table().columns()).hasSize(5000);
    assertThat(read.table().columns().get(4999).value(0)).isEqualTo(long2);
  }

  @Test
  void many_forgotten_quotes_cost_no_more_than_their_number() throws Exception {
    byte[] text = ("id;nom\n" + "1;\"x\n".repeat(200_000)).getBytes(StandardCharsets.UTF_8);
    assertThat(Reading.read(text).table().rows()).isEqualTo(200_000);
  }
}
