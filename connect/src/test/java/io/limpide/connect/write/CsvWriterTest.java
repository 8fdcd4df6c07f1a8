package io.limpide.connect.write;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.limpide.engine.table.Table;
import io.limpide.engine.table.TableBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CsvWriterTest {
  private static final CsvStyle GUARDED = new CsvStyle(';', true, true);
  private static final CsvStyle EXACT = new CsvStyle(',', false, false);

  @Test
  void writes_for_people_what_a_spreadsheet_opens_right() throws IOException {
    String text =
        write(
            GUARDED,
            List.of("id", "nom", "note"),
            List.of(
                List.of("1", "Élodie", "=1+1"),
                List.of("", "a;b", "say \"hi\""),
                List.of("3", " x ", "two\r\nlines")));
    assertThat(text)
        .isEqualTo(
            "\uFEFF\"id\";nom;note\r\n"
                + "1;Élodie;'=1+1\r\n"
                + ";\"a;b\";\"say \"\"hi\"\"\"\r\n"
                + "3;\" x \";\"two\r\nlines\"\r\n");
  }

  @Test
  void writes_for_machines_every_value_as_it_is() throws IOException {
    assertThat(write(EXACT, List.of("id", "note"), List.of(List.of("1", "=1+1"))))
        .isEqualTo("id,note\r\n1,=1+1\r\n");
  }

  @Test
  void keeps_an_empty_value_that_stands_alone_on_its_line() throws IOException {
    assertThat(write(EXACT, List.of("nom"), List.of(List.of(""), List.of("a"))))
        .isEqualTo("nom\r\n\"\"\r\na\r\n");
  }

  @Test
  void quotes_what_a_reader_could_take_for_something_else() throws IOException {
    assertThat(
            write(
                EXACT,
                List.of("nom"),
                List.of(List.of("sep=;"), List.of("# a"), List.of("a|b"), List.of("a\tb"))))
        .isEqualTo("nom\r\n\"sep=;\"\r\n\"# a\"\r\n\"a|b\"\r\n\"a\tb\"\r\n");
  }

  @Test
  void takes_the_delimiter_of_the_input_or_that_of_the_country() {
    assertThat(CsvStyle.forPeople(Optional.empty(), Locale.FRANCE))
        .isEqualTo(new CsvStyle(';', true, true));
    assertThat(CsvStyle.forPeople(Optional.of('|'), Locale.FRANCE).delimiter()).isEqualTo('|');
    assertThat(CsvStyle.exact(Optional.of('§'), Locale.US))
        .isEqualTo(new CsvStyle(',', false, false));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void gives_back_any_text_whichever_way_it_is_written(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    int width = 1 + random.nextInt(4);
    List<String> header = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      header.add("c" + i + text(random));
    }
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      List<String> row = new ArrayList<>();
      for (int column = 0; column < width; column++) {
        row.add(text(random));
      }
      rows.add(row);
    }
    CsvStyle style = new CsvStyle(";,\t|".charAt(random.nextInt(4)), true, true);

    String byRow = write(style, header, rows);
    assertThat(FormulaGuard.isMarked(byRow.getBytes(StandardCharsets.UTF_8))).isTrue();
    List<List<String>> all = new ArrayList<>(List.of(header));
    all.addAll(rows);
    assertThat(read(style, byRow)).isEqualTo(all);
    assertThat(writeColumns(style, header, rows)).isEqualTo(byRow);
    CsvStyle exact = new CsvStyle(style.delimiter(), false, false);
    assertThat(writeColumns(exact, header, rows)).isEqualTo(write(exact, header, rows));
  }

  @Test
  void writes_chosen_rows_of_columns_in_the_order_asked_for() throws IOException {
    Table table = table(List.of("a"), List.of(List.of("x"), List.of("y"), List.of("z")));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvWriter writer = new CsvWriter(out, EXACT)) {
      writer.header(List.of("a"));
      writer.rows(table.columns(), new int[] {2, 0, 2});
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a\r\nz\r\nx\r\nz\r\n");
  }

  private static String text(SplittableRandom random) {
    String alphabet = "'=+-@ \t\r\n\0a1\"\";,|#é€𝄞＝sep=\uFEFF";
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(8); length > 0; length--) {
      int[] points = alphabet.codePoints().toArray();
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    if (random.nextInt(200) == 0) {
      text.append("long ".repeat(500_000 / 5));
    }
    return text.toString();
  }

  private static List<List<String>> read(CsvStyle style, String text) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(style.delimiter())
            .skipEmptyLines(true)
            .maxBufferSize(1 << 26)
            .ofCsvRecord(text.substring(1))) {
      for (CsvRecord row : reader) {
        rows.add(row.getFields().stream().map(FormulaGuard::strip).toList());
      }
    }
    return rows;
  }

  private static String write(CsvStyle style, List<String> header, List<List<String>> rows)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvWriter writer = new CsvWriter(out, style)) {
      writer.header(header);
      for (List<String> row : rows) {
        writer.row(row);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String writeColumns(CsvStyle style, List<String> header, List<List<String>> rows)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvWriter writer = new CsvWriter(out, style)) {
      writer.header(header);
      writer.rows(table(header, rows).columns());
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  static Table table(List<String> header, List<List<String>> rows) {
    TableBuilder builder = new TableBuilder("test", header);
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < header.size(); column++) {
        builder.cell(column, rows.get(row).get(column));
      }
      builder.endRow(row + 2);
    }
    return builder.build();
  }
}
