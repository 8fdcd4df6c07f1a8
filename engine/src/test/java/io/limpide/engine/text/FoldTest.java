package io.limpide.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.Spec;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FoldTest {
  static Stream<Arguments> cases() {
    return Spec.cases("text/fold.csv", 4);
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("cases")
  void folds_as_the_rules_say(String text, String words, String key, String source) {
    assertThat(Fold.words(text)).isEqualTo(words);
    assertThat(Fold.key(text)).isEqualTo(key);
    assertThat(String.join(" ", Fold.tokens(text))).isEqualTo(words);
  }

  @Test
  void folds_every_character_of_unicode_once_and_for_all() {
    StringBuilder unstable = new StringBuilder();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String text = "a" + Character.toString(c) + "b";
      String words = Fold.words(text);
      String key = Fold.key(text);
      if (!Fold.words(words).equals(words) || !Fold.key(key).equals(key)) {
        unstable.append(Integer.toHexString(c)).append(' ');
      }
    }
    assertThat(unstable).isEmpty();
  }

  @Test
  void agrees_with_unicode_on_every_accented_latin_letter() {
    for (char c = 0xC0; c < 0x250; c++) {
      String decomposed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
      if (decomposed.length() > 1 && decomposed.charAt(0) < 0x80) {
        assertThat(Fold.accents(String.valueOf(c)))
            .as(String.valueOf(c))
            .isEqualTo(decomposed.substring(0, 1));
      }
    }
  }

  @Test
  void keeps_case_and_punctuation_when_only_accents_go() {
    assertThat(Fold.accents("L’Œuvre d'Éloïse, Ægir & ß"))
        .isEqualTo("L'OEuvre d'Eloise, AEgir & ss");
  }

  @Test
  void gives_back_what_is_folded_already() {
    String words = new String("jean pierre 2");
    assertThat(Fold.words(words)).isSameAs(words);
    String key = new String("jeanpierre2");
    assertThat(Fold.key(key)).isSameAs(key);
    assertThat(Fold.tokens("")).isEqualTo(List.of());
  }
}
