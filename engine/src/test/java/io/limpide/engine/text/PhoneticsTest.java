package io.limpide.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.Spec;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PhoneticsTest {
  static Stream<Arguments> codes() {
    return Spec.cases("text/phonetics.csv", 4);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("codes")
  void codes_names_as_published(String name, String fonem, String soundex2, String source) {
    assertThat(Fonem.code(name)).isEqualTo(fonem);
    assertThat(Soundex2.code(name)).isEqualTo(soundex2);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("codes")
  void hears_neither_case_nor_blanks(String name, String fonem, String soundex2, String source) {
    String shouted = String.join("-", name.toUpperCase(java.util.Locale.ROOT).split(" ", -1));
    assertThat(Fonem.code(shouted)).isEqualTo(fonem);
    assertThat(Soundex2.code(shouted)).isEqualTo(soundex2);
  }

  static Stream<Arguments> pairs() {
    return Spec.cases("text/sounds-alike.csv", 5);
  }

  @ParameterizedTest(name = "{0} and {1}")
  @MethodSource("pairs")
  void tells_spellings_of_one_name_from_other_names(
      String a, String b, String fonem, String soundex2, String source) {
    assertThat(Fonem.code(a).equals(Fonem.code(b)) ? "same" : "different").isEqualTo(fonem);
    assertThat(Soundex2.code(a).equals(Soundex2.code(b)) ? "same" : "different")
        .isEqualTo(soundex2);
  }
}
