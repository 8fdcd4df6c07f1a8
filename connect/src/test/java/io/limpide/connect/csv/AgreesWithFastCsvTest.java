package io.limpide.connect.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.limpide.engine.Shared;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Well-formed text comes out as FastCSV reads it, to the character. */
class AgreesWithFastCsvTest {
  private static final String CHARACTERS = "ab é€😀\"\";,\t\r\n'x\\0 ";

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void on_random_tables(long seed) throws IOException {
    Random random = new Random(seed);
    char delimiter = ",;\t|\u0001".charAt(random.nextInt(5));
    String lineEnd = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
    int columns = 1 + random.nextInt(8);
    int rows = seed % 10 == 0 ? 20_000 : random.nextInt(40); // some pass the size of the buffer
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        text.append(column == 0 ? "" : String.valueOf(delimiter)).append(cell(random));
      }
      text.append(row + 1 < rows || random.nextBoolean() ? lineEnd : "");
    }
    compare(text.toString(), delimiter);
  }

  private static String cell(Random random) {
    int length = random.nextInt(50) == 0 ? random.nextInt(5_000) : random.nextInt(12);
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < length; i++) {
      int at = random.nextInt(CHARACTERS.length());
      int from = Character.isLowSurrogate(CHARACTERS.charAt(at)) ? at - 1 : at;
      value.appendCodePoint(CHARACTERS.codePointAt(from));
    }
    boolean plain = value.chars().noneMatch(c -> "\";,\t\r\n|\u0001".indexOf(c) >= 0);
    return plain && random.nextBoolean()
        ? value.toString()
        : '"' + value.toString().replace("\"", "\"\"") + '"';
  }

  static Stream<Path> samples() throws IOException {
    try (Stream<Path> files = Files.walk(Shared.path("datasets"))) {
      return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void on_every_sample(Path file) throws IOException {
    compare(Files.readString(file), ',');
  }

  private static void compare(String text, char delimiter) throws IOException {
    List<List<String>> expected = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .skipEmptyLines(false)
            .maxBufferSize(1 << 24)
            .ofCsvRecord(text)) {
      reader.forEach(record -> expected.add(record.getFields()));
    }
    RecordScanner scanner =
        new RecordScanner(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            new Dialect(String.valueOf(delimiter), '"', false),
            0,
            Optional.empty());
    List<List<String>> records = new ArrayList<>();
    while (scanner.next()) {
      List<String> record = new ArrayList<>();
      for (int cell = 0; cell < scanner.count(); cell++) {
        record.add(scanner.value(cell));
      }
      records.add(record);
    }
    assertThat(records).isEqualTo(expected);
  }
}
