package io.limpide.connect.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteNeedTest {
  private static final String SIGNS = "aZ09é€\u00a0\ufeff'=+- !#$&:<>{}~\"\";,|\t\r\n\0";

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void says_of_bytes_what_the_style_says_of_text(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder value = new StringBuilder("x".repeat(random.nextInt(18)));
      for (int signs = random.nextInt(3); signs > 0; signs--) {
        char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
        value.insert(random.nextInt(value.length() + 1), sign);
      }
      alike(value.toString());
    }
  }

  @Test
  void knows_the_line_that_tells_spreadsheets_the_delimiter() {
    for (String value : new String[] {"sep=", "Sep=;", "SEP=x", "sep", "sepia", "separe=", "s"}) {
      alike(value);
    }
  }

  @Test
  void takes_every_single_character_as_the_style_does() {
    for (char c = 0; c < 0x3000; c++) {
      alike("x" + c + "x");
      alike(c + "x");
      alike("x" + c);
    }
  }

  private static void alike(String value) {
    if (!value.isEmpty()) {
      byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
      byte[] amid = new byte[utf8.length + 16];
      Arrays.fill(amid, (byte) '"');
      System.arraycopy(utf8, 0, amid, 5, utf8.length);
      assertThat(QuoteNeed.of(amid, 5, 5 + utf8.length))
          .as(value)
          .isEqualTo(CsvStyle.needsQuotes(value));
    }
  }
}
