package io.limpide.connect.vcard;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.connect.BytesSource;
import io.limpide.connect.ReadOptions;
import io.limpide.connect.SourceRead;
import io.limpide.engine.Shared;
import io.limpide.engine.Spec;
import io.limpide.engine.table.Column;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Cards as phones, mail programs and services export them. */
class ExportedCardsTest {
  static Stream<Arguments> cases() {
    return Spec.cases("vcard/exports.csv", 6);
  }

  @ParameterizedTest(name = "{0}, card {2}: {3}")
  @MethodSource("cases")
  void reads(String file, String cards, String card, String column, String value, String source)
      throws Exception {
    SourceRead read = read(Shared.path("hostile/ez-vcard/" + file));
    assertThat(read.table().rows()).isEqualTo(Integer.parseInt(cards));
    assertThat(read.rejections()).isEmpty();
    Column found = read.table().column(column).orElseThrow();
    assertThat(found.value(Integer.parseInt(card) - 1)).isEqualTo(value);
  }

  @Test
  void rejects_nothing_of_what_programs_export() throws Exception {
    List<Path> files;
    try (Stream<Path> all = Files.list(Shared.path("hostile/ez-vcard"))) {
      files = all.filter(file -> file.toString().endsWith(".vcf")).toList();
    }
    assertThat(files).hasSizeGreaterThan(15);
    for (Path file : files) {
      SourceRead read = read(file);
      assertThat(read.rejections()).as(file.toString()).isEmpty();
      long cards =
          Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
              .lines()
              .filter(line -> line.strip().equalsIgnoreCase("END:VCARD"))
              .count();
      assertThat(read.table().rows()).as(file.toString()).isEqualTo((int) cards);
    }
  }

  private static SourceRead read(Path file) throws Exception {
    BytesSource source = new BytesSource(file.getFileName().toString(), Files.readAllBytes(file));
    assertThat(new VcardFormat().recognise(source)).isGreaterThan(0.9);
    return new VcardFormat().read(source, ReadOptions.DEFAULT);
  }
}
