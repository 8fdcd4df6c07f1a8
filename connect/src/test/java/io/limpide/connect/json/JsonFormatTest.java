package io.limpide.connect.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limpide.connect.BytesSource;
import io.limpide.connect.ReadOptions;
import io.limpide.connect.Reads;
import io.limpide.connect.SourceFormat;
import io.limpide.connect.SourceFormatContract;
import io.limpide.connect.SourceRead;
import io.limpide.connect.UnreadableSourceException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFormatTest extends SourceFormatContract {
  private static final List<List<String>> TWO =
      List.of(List.of("id", "nom"), List.of("1", "Élise"), List.of("2", "B"));

  @Override
  protected SourceFormat format() {
    return new JsonFormat();
  }

  @Override
  protected List<Sample> samples() {
    return List.of(
        sample("[{\"id\":1,\"nom\":\"Élise\",\"tags\":[\"a\",\"b\"]},\n{\"id\":2}]", 2),
        sample("{\"id\":1,\"a\":{\"b\":[{\"c\":1}]}}\n\n{\"id\":2}\n{bad}\n", 3),
        sample("{\n \"id\": 1\n}\n{\n \"id\": 2\n}", 2),
        sample("{\"meta\":{\"n\":2},\"data\":[{\"id\":1},{\"id\":2}]}", 2));
  }

  private static Sample sample(String text, int records) {
    return new Sample(BytesSource.of("test.json", text), records);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"id\":1,\"nom\":\"Élise\"},{\"id\":2,\"nom\":\"B\"}]",
        "\uFEFF [ {\"id\":1,\"nom\":\"Élise\"} ,\r\n {\"id\":2,\"nom\":\"B\"} , ]\r\n",
        "{\"id\":1,\"nom\":\"Élise\"}\n{\"id\":2,\"nom\":\"B\"}\n",
        "{\"id\":1,\"nom\":\"Élise\"}\r\n\r\n{\"id\":2,\"nom\":\"B\"}",
        "{\"id\":1,\"nom\":\"Élise\"},\n{\"id\":2,\"nom\":\"B\"}",
        "{\n\"id\":1,\n\"nom\":\"Élise\"\n}\n{\n\"id\":2,\n\"nom\":\"B\"\n}\n",
        "{\"data\":[{\"id\":1,\"nom\":\"Élise\"},{\"id\":2,\"nom\":\"B\"}],\"n\":2}",
        "{\"value\":[{\"id\":1,\"nom\":\"Élise\"},{\"id\":2,\"nom\":\"B\"}]}",
        "{\"d\":{\"__count\":2,\"results\":[{\"id\":1,\"nom\":\"Élise\"},{\"id\":2,\"nom\":\"B\"}]}}",
        "{\"_embedded\":{\"trucs\":[{\"id\":1,\"nom\":\"Élise\"},{\"id\":2,\"nom\":\"B\"}]}}",
        "{\"_links\":[{\"a\":1}],\"contacts\":[{\"id\":1,\"nom\":\"Élise\"},{\"id\":2,\"nom\":\"B\"}]}",
        "[[\"id\",\"nom\"],[1,\"Élise\"],[2,\"B\"]]",
        "[\"id\",\"nom\"]\n[1,\"Élise\"]\n[2,\"B\"]\n",
        "[{\"id\":1,\"nom\":\"Élise\"}]\n[{\"id\":2,\"nom\":\"B\"}]\n"
      })
  void finds_the_records_wherever_they_stand(String text) throws Exception {
    assertThat(Reads.grid(read(text).table())).isEqualTo(TWO);
    assertThat(read(text).rejections()).isEmpty();
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, Charset.forName("UTF-32BE"))) {
      BytesSource wide = new BytesSource("test.json", text.getBytes(charset));
      assertThat(Reads.grid(format().read(wide, ReadOptions.DEFAULT).table())).isEqualTo(TWO);
      assertThat(format().recognise(wide)).isGreaterThan(0.9);
    }
    BytesSource narrow =
        new BytesSource(
            "test.json", text.replace("\uFEFF", "").getBytes(Charset.forName("windows-1252")));
    SourceRead read = format().read(narrow, ReadOptions.DEFAULT);
    assertThat(Reads.grid(read.table())).isEqualTo(TWO);
    assertThat(Reads.remarks(read, JsonFormat.class))
        .containsExactly("1 records are not in UTF-8; they were read as Windows-1252.");
  }

  @Test
  void flattens_what_is_nested() throws Exception {
    SourceRead read =
        read(
            """
            [{"_id": {"$oid": "5f"}, "name": {"first": "Anne", "last": "Petit"},
              "tags": ["vip", "salon", null, 3],
              "phones": [{"kind": "work", "number": "01"}, {"kind": "cell", "number": "06"}],
              "matrix": [[1, 2], [3]], "empty": {}, "none": null, "yes": true},
             {"name.first": "Bob", "name": {"first": "Bobby"}, "yes": false}]
            """);
    assertThat(Reads.grid(read.table()))
        .containsExactly(
            List.of(
                "_id",
                "name.first",
                "name.last",
                "tags",
                "phones.1.kind",
                "phones.1.number",
                "phones.2.kind",
                "phones.2.number",
                "matrix.1",
                "matrix.2",
                "yes"),
            List.of(
                "5f",
                "Anne",
                "Petit",
                "vip; salon; 3",
                "work",
                "01",
                "cell",
                "06",
                "1; 2",
                "3",
                "true"),
            List.of("", "Bob; Bobby", "", "", "", "", "", "", "", "", "false"));
  }

  @Test
  void keeps_numbers_as_they_are_written() throws Exception {
    SourceRead read =
        read(
            "[{\"a\":73282932000074},{\"a\":1.50},{\"a\":1E7},{\"a\":7.3282932000074E13},{\"a\":-0.0},"
                + "{\"a\":123456789012345678901234567890},{\"a\":1e999999},{\"a\":NaN}]");
    assertThat(Reads.grid(read.table()).stream().map(row -> row.get(0)))
        .containsExactly(
            "a",
            "73282932000074",
            "1.50",
            "10000000",
            "73282932000074",
            "-0.0",
            "123456789012345678901234567890",
            "1e999999",
            "");
  }

  @Test
  void rejects_broken_lines_and_goes_on() throws Exception {
    SourceRead read =
        read("{\"id\":1}\n{\"id\":2\n\nnonsense\n{\"id\":3} {\"id\":4}\n{\"id\":5}\n");
    assertThat(Reads.grid(read.table())).containsExactly(List.of("id"), List.of("1"), List.of("5"));
    assertThat(read.table().rowNumber(1)).isEqualTo(6);
    assertThat(Reads.rejections(read))
        .containsExactly(
            "2: json.broken: {\"id\":2",
            "4: json.broken: nonsense",
            "5: json.broken: {\"id\":3} {\"id\":4}");
  }

  @Test
  void rejects_broken_elements_of_an_array_and_goes_on() throws Exception {
    SourceRead read = read("[{\"id\":1},{\"id\":},{\"id\":3}] trailing");
    assertThat(Reads.grid(read.table())).containsExactly(List.of("id"), List.of("1"), List.of("3"));
    assertThat(Reads.rejections(read))
        .containsExactly("2: json.broken: {\"id\":}", "4: json.broken: trailing");
  }

  @Test
  void keeps_what_it_has_of_a_file_that_was_cut() throws Exception {
    SourceRead read = read("{\"data\":[{\"id\":1},{\"id\":2},{\"id\":");
    assertThat(read.table().rows()).isEqualTo(2);
    assertThat(Reads.rejections(read)).containsExactly("3: json.broken: {\"id\":");
    assertThat(Reads.remarks(read, JsonFormat.class))
        .containsExactly(
            "The file ends in the middle of its array: records may be missing. Export it again.");
  }

  @Test
  void says_that_there_are_more_pages() throws Exception {
    SourceRead read =
        read("{\"value\":[{\"id\":1}],\"@odata.nextLink\":\"https://api.example/contacts?p=2\"}");
    assertThat(Reads.remarks(read, JsonFormat.class))
        .containsExactly(
            "The file is one page of several: it says that more records follow. Fetch the other"
                + " pages too.");
  }

  @Test
  void takes_a_single_object_with_a_list_inside_for_one_record() throws Exception {
    SourceRead read =
        read(
            "{\"id\":1,\"nom\":\"Société Dupont et fils\",\"adresse\":\"12 rue de la Paix\","
                + "\"phones\":[{\"n\":\"01\"}]}");
    assertThat(read.table().rows()).isEqualTo(1);
  }

  @Test
  void bears_nesting_without_end() throws Exception {
    SourceRead read = read("{\"id\":1}\n" + "{\"a\":[".repeat(100_000) + "\n{\"id\":2}");
    assertThat(read.table().rows()).isEqualTo(2);
    assertThat(read.rejections()).hasSize(1);
    assertThat(read("[" + "[".repeat(100_000)).rejections()).hasSize(1);
  }

  @Test
  void puts_fields_beyond_all_measure_into_one_column() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2_002; i++) {
      text.append("{\"k").append(i).append("\":").append(i).append("}\n");
    }
    SourceRead read = read(text.toString());
    assertThat(read.table().columns()).hasSize(2_001);
    assertThat(read.table().columns().get(2_000).name()).isEqualTo("Other");
    assertThat(read.table().columns().get(2_000).value(2_001)).isEqualTo("k2001=2001");
  }

  @Test
  void says_that_there_is_no_record() {
    for (String text : List.of("[]", "{\"data\":[]}", " [ ] ")) {
      assertThatThrownBy(() -> read(text))
          .isInstanceOfSatisfying(
              UnreadableSourceException.class,
              e ->
                  assertThat(Reads.worded(e, JsonFormat.class))
                      .isEqualTo(
                          "test.json holds no record. Give a JSON array of objects, or one object"
                              + " to a line."));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[Section]\nkey=value\n", "{\\rtf1\\ansi}", "{{mustache}}", "[1;2]", "{}x"})
  void does_not_take_other_texts_for_json(String text) throws Exception {
    assertThat(format().recognise(BytesSource.of("x", text))).isLessThan(0.5);
  }

  private SourceRead read(String text) throws Exception {
    return format().read(BytesSource.of("test.json", text), ReadOptions.DEFAULT);
  }
}
