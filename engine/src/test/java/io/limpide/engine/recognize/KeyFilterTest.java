package io.limpide.engine.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFilterTest {
  private static final List<String> KEYS =
      List.of("non-renseigne", "n-a", "test", "aa", "0102030405", "societe");
  private final KeyFilter filter = KeyFilter.of(KEYS);

  @Test
  void lets_every_writing_of_a_key_pass() {
    for (String value :
        List.of(
            "Non Renseigné",
            "NON-RENSEIGNÉ.",
            "n/a",
            "N.A",
            " Test ",
            "01 02 03 04 05",
            "Socié\u0301té",
            "ＴＥＳＴ")) {
      assertThat(filter.mayPass(value)).as(value).isTrue();
    }
  }

  @Test
  void stops_ordinary_values() {
    for (String value : List.of("Mulhouse", "Élodie", "+33 1 88 49 62 93", "23 quai de l'Œuvre")) {
      assertThat(filter.mayPass(value)).as(value).isFalse();
    }
  }

  @Test
  void lets_values_pass_that_tell_nothing() {
    for (String value : List.of("", "-", "...", "xxx", "A-a", "0")) {
      assertThat(filter.mayPass(value)).as(value).isTrue();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void never_stops_a_value_whose_key_is_listed(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder value = new StringBuilder();
      for (int c = random.nextInt(6); c >= 0; c--) {
        value.append(
            (char) (random.nextInt(4) > 0 ? ' ' + random.nextInt(95) : random.nextInt(0x260)));
      }
      String key = FoldedText.key(FoldedText.fold(value.toString()));
      assertThat(KeyFilter.of(List.of(key)).mayPass(value.toString()))
          .as(value.toString())
          .isTrue();
    }
  }
}
