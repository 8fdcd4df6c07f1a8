package io.limpide.connect.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.connect.Json;
import io.limpide.connect.Reading;
import io.limpide.connect.SourceRead;
import io.limpide.engine.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One table in many encodings: right, or asked with the right proposal first. */
class EncodingFilesTest {
  static Stream<String> files() throws IOException {
    return Json.objects(Shared.path("hostile/own/encodings/expected.json")).stream()
        .map(expected -> (String) Objects.requireNonNull(expected.get("file")))
        .filter(file -> !file.startsWith("mixed-"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void reads_each_encoding(String file) throws Exception {
    Path folder = Shared.path("hostile/own/encodings");
    Map<String, Object> expected =
        Json.objects(folder.resolve("expected.json")).stream()
            .filter(each -> file.equals(each.get("file")))
            .findFirst()
            .orElseThrow();
    Object rows = expected.getOrDefault("rows", expected.get("rows_as_stored"));
    SourceRead read = Reading.read(Files.readAllBytes(folder.resolve(file)));
    assertThat(Reading.all(read)).isEqualTo(rows);
    assertThat(read.rejections()).isEmpty();
  }

  @Test
  void reads_lines_of_another_encoding_and_names_them() throws Exception {
    Path file = Shared.path("hostile/own/encodings/mixed-utf8-and-cp1252-lines.csv");
    SourceRead read = Reading.read(Files.readAllBytes(file));
    assertThat(Reading.rows(read))
        .isEqualTo(
            List.of(
                List.of("1", "Zoë", "Müller", "Köln", "naïve café – “quoted” €5"),
                List.of("2", "François", "Dubois", "Orléans", "l’été œuvre"),
                List.of("6", "Søren", "Ångström", "Århus", "ØÆÅ")));
    assertThat(Reading.remarks(read))
        .isEqualTo(
            List.of(
                "The text mixes UTF-8 and windows-1252: 1 line(s) were read in windows-1252"
                    + " (line(s) 3)."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "utf8_bom",
        "utf8_nobom",
        "utf16be_bom",
        "utf16le_bom",
        "utf32be_bom",
        "utf32le_bom"
      })
  void reads_byte_order_marks(String name) throws Exception {
    Path file = Shared.path("hostile/fastcsv/" + name + ".csv");
    SourceRead read = Reading.read(Files.readAllBytes(file));
    assertThat(read.facts().get("header")).isEqualTo("yes");
    assertThat(Reading.all(read)).isEqualTo(List.of(List.of("foo", "üÜß"), List.of("123", "456")));
  }
}
