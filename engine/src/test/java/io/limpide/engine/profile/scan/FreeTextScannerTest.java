package io.limpide.engine.profile.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.Spec;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.message.Messages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FreeTextScannerTest {
  static Stream<Arguments> found() {
    return Spec.cases("profile/free-text-found.csv", 3);
  }

  static Stream<Arguments> harmless() {
    return Spec.cases("profile/free-text-harmless.csv", 2);
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource("found")
  void finds_what_must_not_be_kept(String text, String category, String source) {
    assertThat(FreeTextScanner.scan(text))
        .as(source)
        .extracting(hit -> hit.category().word())
        .contains(category);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("harmless")
  void lets_ordinary_notes_pass(String text, String source) {
    assertThat(FreeTextScanner.scan(text)).as(source).isEmpty();
  }

  @Test
  void says_where_and_masks_what_it_found() {
    assertThat(FreeTextScanner.scan("Vu le 3/4. Gros con ! CB 4970 1012 3456 7893, mdp: Soleil12"))
        .containsExactly(
            new Hit(Category.INSULT, 11, 19, "G••• c••"),
            new Hit(Category.CARD, 25, 44, "•••• •••• •••• ••93"),
            new Hit(Category.PASSWORD, 46, 59, "•••• ••••••••"));
  }

  @Test
  void reads_on_where_two_words_are_parted_by_the_end_of_a_sentence() {
    assertThat(FreeTextScanner.scan("Il est gros. Con brio")).isEmpty();
  }

  @Test
  void has_words_for_every_category_in_both_languages() {
    for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      Messages messages = Messages.of(locale, FreeTextScanner.class);
      for (Reason reason : FreeTextScanner.reasons()) {
        assertThat(messages.has("reason." + reason.code())).as(reason.code()).isTrue();
      }
    }
  }

  @Test
  void survives_anything() {
    assertThat(FreeTextScanner.scan("")).isEmpty();
    assertThat(FreeTextScanner.scan("\ud800\udfff\0 :::: mdp:")).isEmpty();
    assertThat(FreeTextScanner.scan("1 ".repeat(50_000))).isEmpty();
    assertThat(FreeTextScanner.scan("FR".repeat(50_000))).isEmpty();
    assertThat(FreeTextScanner.scan("connard ".repeat(10_000))).hasSize(10_000);
  }
}
