package io.limpide.connect.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.Shared;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The specification tests of FastCSV.
 *
 * <p>Left out: comments-read and comments-skip, where a setting tells the reader that # begins a
 * comment. Nobody tells us, and a value may begin with #; so comments-none holds. Where the authors
 * allow an exception in place of their reading (a quote that is never closed), ours is marked as
 * damaged.
 */
class FastCsvSpecTest {
  static Stream<Arguments> checks() throws IOException {
    List<Arguments> checks = new ArrayList<>();
    try (Stream<Path> files = Files.list(Shared.path("hostile/fastcsv/spec"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (!name.equals("comments-read.yaml") && !name.equals("comments-skip.yaml")) {
          add(checks, file);
        }
      }
    }
    return checks.stream();
  }

  private static void add(List<Arguments> checks, Path file) throws IOException {
    Map<?, ?> spec =
        (Map<?, ?>)
            Objects.requireNonNull(
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)));
    boolean exception = flag(spec, "exceptionAllowed");
    boolean skip = flag(spec, "skipEmptyLines");
    for (Object check : (List<?>) Objects.requireNonNull(spec.get("checks"))) {
      Map<?, ?> map = (Map<?, ?>) check;
      for (String lineEnd : List.of("\n", "\r", "\r\n")) {
        checks.add(
            Arguments.of(
                map.get("id") + " " + (int) lineEnd.charAt(0) + lineEnd.length(),
                text((String) Objects.requireNonNull(map.get("input")), lineEnd),
                records((List<?>) Objects.requireNonNull(map.get("records")), lineEnd),
                exception,
                skip));
      }
    }
  }

  private static boolean flag(Map<?, ?> spec, String name) {
    return spec.get("settings") instanceof Map<?, ?> settings
        && Boolean.TRUE.equals(settings.get(name));
  }

  private static String text(String text, String lineEnd) {
    return text.replace("⏎", lineEnd)
        .replace("␍", "\r")
        .replace("␊", "\n")
        .replace("␤", "\r\n")
        .replace("␠", " ");
  }

  private static List<List<String>> records(List<?> records, String lineEnd) {
    List<List<String>> expected = new ArrayList<>();
    for (Object record : records) {
      expected.add(((List<?>) record).stream().map(cell -> text((String) cell, lineEnd)).toList());
    }
    return expected;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("checks")
  void reads_what_the_authors_expect(
      String id, String input, List<List<String>> expected, boolean exception, boolean skip)
      throws IOException {
    RecordScanner scanner =
        new RecordScanner(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new Dialect(",", '"', false),
            0,
            Optional.empty());
    List<List<String>> records = new ArrayList<>();
    boolean damaged = false;
    while (scanner.next()) {
      damaged |= scanner.damage() == RecordScanner.Damage.UNCLOSED_QUOTE;
      List<String> record = new ArrayList<>();
      for (int cell = 0; cell < scanner.count(); cell++) {
        record.add(scanner.value(cell));
      }
      if (!skip || !scanner.isBlank()) {
        records.add(record);
      }
    }
    if (damaged) {
      assertThat(exception).isTrue();
    } else {
      assertThat(records).isEqualTo(expected);
    }
  }
}
