package io.limpide.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DictionaryTest {
  @Test
  void knows_the_empty_value_as_code_0() {
    Dictionary dictionary = new Dictionary();

    assertThat(dictionary.size()).isEqualTo(1);
    assertThat(dictionary.encode("")).isEqualTo(Dictionary.EMPTY);
    assertThat(dictionary.value(Dictionary.EMPTY)).isEmpty();
  }

  @Test
  void numbers_values_in_order_of_first_appearance() {
    Dictionary dictionary = new Dictionary();

    assertThat(List.of("Lyon", "Paris", "Lyon", "Nîmes"))
        .extracting(dictionary::encode)
        .containsExactly(1, 2, 1, 3);
    assertThat(dictionary.find("Nîmes")).isEqualTo(3);
    assertThat(dictionary.find("Brest")).isEqualTo(-1);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void gives_back_every_value_by_its_code(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Dictionary dictionary = new Dictionary();
    List<String> values = new ArrayList<>();
    List<Integer> codes = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      String value = "é€😀".repeat(random.nextInt(4)) + random.nextInt(500);
      values.add(value);
      byte[] utf8 = ("<" + value + ">").getBytes(StandardCharsets.UTF_8);
      codes.add(dictionary.encode(utf8, 1, utf8.length - 1));
    }

    assertThat(codes).extracting(dictionary::value).isEqualTo(values);
    assertThat(codes)
        .extracting(dictionary::hash)
        .isEqualTo(values.stream().map(Dictionary::hash).toList());
    assertThat(dictionary.size()).isEqualTo(values.stream().distinct().count() + 1);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void forgets_the_values_that_came_last_and_no_other(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Dictionary dictionary = new Dictionary();
    List<String> values = new ArrayList<>(List.of(""));
    for (int round = 0; round < 20; round++) {
      for (int i = 0; i < 100; i++) {
        String value = "v" + random.nextInt(5_000);
        if (dictionary.encode(value) == values.size()) {
          values.add(value);
        }
      }
      int left = random.nextInt(values.size() + 1);
      dictionary.forget(left);
      List<String> forgotten = values.subList(Math.max(1, left), values.size());
      assertThat(forgotten).allMatch(value -> dictionary.find(value) == -1);
      forgotten.clear();
      assertThat(dictionary.size()).isEqualTo(values.size());
      for (int code = 0; code < values.size(); code++) {
        assertThat(dictionary.find(values.get(code))).isEqualTo(code);
        assertThat(dictionary.value(code)).isEqualTo(values.get(code));
      }
    }
  }
}
