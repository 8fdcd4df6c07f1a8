package io.limpide.connect.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.connect.Reading;
import io.limpide.connect.SourceRead;
import io.limpide.engine.Spec;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShortTextTest {
  private static final List<String> CHARSETS =
      List.of("windows-1252", "ISO-8859-15", "x-MacRoman", "IBM850");

  static Stream<Arguments> texts() {
    return Spec.cases("encoding/french.csv", 2)
        .flatMap(text -> CHARSETS.stream().map(charset -> Arguments.of(text.get()[0], charset)));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("texts")
  void a_few_accents_are_read_right(String lines, String charset) throws Exception {
    String text = "id;texte\n1;" + lines.replace(" / ", "\n2;") + "\n";
    SourceRead read = Reading.read(text.getBytes(Charset.forName(charset)));
    assertThat(Reading.rows(read).stream().map(row -> row.get(1)).toList())
        .isEqualTo(List.of(lines.split(" / ", -1)));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("texts")
  void each_line_alone_is_read_right_or_doubted(String lines, String charset) throws Exception {
    for (String line : lines.split(" / ", -1)) {
      String text = "id;texte\n1;" + line + "\n";
      byte[] bytes = text.getBytes(Charset.forName(charset));
      SourceRead read = Reading.read(bytes);
      boolean right = Reading.rows(read).get(0).get(1).equals(line);
      boolean doubted =
          read.remarks().stream().anyMatch(r -> r.reason().code().equals("encoding.doubtful"));
      assertThat(right || doubted)
          .as("%s in %s was read as %s", line, charset, Reading.rows(read))
          .isTrue();
    }
  }

  @Test
  void sees_the_first_accent_after_ten_million_bytes() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("id;nom\n".getBytes(StandardCharsets.US_ASCII));
    byte[] row = "123456789;Dupont\n".getBytes(StandardCharsets.US_ASCII);
    int rows = 10_000_000 / row.length + 1;
    for (int i = 0; i < rows; i++) {
      bytes.writeBytes(row);
    }
    bytes.writeBytes("9;Hélène Lefèvre\n".getBytes(Charset.forName("windows-1252")));
    SourceRead read = Reading.read(bytes.toByteArray());
    assertThat(read.facts().get("encoding")).isEqualTo("windows-1252");
    assertThat(read.table().columns().get(1).value(rows)).isEqualTo("Hélène Lefèvre");
  }

  @Test
  void a_character_cut_in_two_does_not_spoil_its_line() throws Exception {
    byte[] text = "id;nom;ville\n1;Zoé;Orléans\n2;Hélène;Nîmes\n".getBytes(StandardCharsets.UTF_8);
    byte[] cut = new byte[text.length - 1];
    int gap = new String(text, StandardCharsets.ISO_8859_1).indexOf("Zo") + 3; // half of é
    System.arraycopy(text, 0, cut, 0, gap);
    System.arraycopy(text, gap + 1, cut, gap, cut.length - gap);
    SourceRead read = Reading.read(cut);
    assertThat(Reading.rows(read).get(0)).isEqualTo(List.of("1", "Zo\ufffd", "Orléans"));
    assertThat(Reading.rows(read).get(1)).isEqualTo(List.of("2", "Hélène", "Nîmes"));
  }

  @Test
  void nul_bytes_and_the_end_mark_of_dos_are_left_out() throws Exception {
    SourceRead read = Reading.read("id;nom\n1;Du\0pont\n2;Martin\n\u001a\0\0\0");
    assertThat(Reading.rows(read))
        .isEqualTo(List.of(List.of("1", "Dupont"), List.of("2", "Martin")));
    assertThat(Reading.remarks(read)).isEqualTo(List.of("1 NUL character(s) were left out."));
  }
}
