package io.limpide.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {
  private static final String NAMES =
      "Hélène François Noël Gaëlle Jérôme Benoît Zoë Müller Søren Ångström José Muñoz Besançon"
          + " Nîmes Évreux cœur";

  static Stream<Arguments> cases() {
    return io.limpide.engine.Spec.cases("text/mojibake.csv", 3);
  }

  @ParameterizedTest(name = "{0} ({2})")
  @MethodSource("cases")
  void repairs_what_is_provably_broken_and_nothing_else(String broken, String meant, String why) {
    Optional<String> expected = meant.isEmpty() ? Optional.empty() : Optional.of(meant);
    assertThat(Mojibake.repair(broken)).as(why).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "x-MacRoman", "IBM850", "IBM437"})
  void takes_back_a_wrong_reading(String charset) {
    String broken = new String(NAMES.getBytes(StandardCharsets.UTF_8), Charset.forName(charset));
    assertThat(Mojibake.repair(broken)).isEqualTo(Optional.of(NAMES));
  }

  @Test
  void never_touches_sound_text() {
    assertThat(Mojibake.repair(NAMES)).isEmpty();
    assertThat(Mojibake.repair(NAMES.toUpperCase(java.util.Locale.ROOT))).isEmpty();
  }

  @Test
  void is_linear_on_long_values() {
    String broken = "Ã©".repeat(100_000);
    assertThat(Mojibake.repair(broken)).isEqualTo(Optional.of("é".repeat(100_000)));
  }
}
