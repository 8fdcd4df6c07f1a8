package io.limpide.connect.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.connect.BytesSource;
import io.limpide.connect.ReadOptions;
import io.limpide.connect.Reads;
import io.limpide.connect.SourceRead;
import io.limpide.connect.xlsx.XlsxFormat;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written as a workbook is read back as it was. */
class RoundTripTest {
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void gives_back_any_text_of_a_workbook(long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    int[] alphabet = "'=+-@ \t\r\n\0\1a1_x0041_<>&\"é€𝄞\uFFFE]]>".codePoints().toArray();
    List<List<String>> rows = new ArrayList<>(List.of(List.of("id", "valeur")));
    for (int row = 1; row <= 30; row++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
      }
      rows.add(List.of("row " + row, text.toString()));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XlsxWriter writer = new XlsxWriter(out, "clean")) {
      writer.header(rows.get(0));
      for (List<String> row : rows.subList(1, rows.size())) {
        writer.row(row);
      }
    }
    SourceRead read =
        new XlsxFormat()
            .read(new BytesSource("clean.xlsx", out.toByteArray()), ReadOptions.DEFAULT);
    assertThat(Reads.grid(read.table())).isEqualTo(rows);
    assertThat(read.rejections()).isEmpty();
  }
}
