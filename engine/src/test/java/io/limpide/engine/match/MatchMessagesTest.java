package io.limpide.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.message.Messages;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class MatchMessagesTest {
  @Test
  void says_the_same_in_both_languages() {
    ResourceBundle english =
        ResourceBundle.getBundle("io.limpide.engine.match.messages", Locale.ROOT);
    ResourceBundle french =
        ResourceBundle.getBundle("io.limpide.engine.match.messages", Locale.FRENCH);

    assertThat(french.keySet()).isEqualTo(english.keySet());
    assertThat(french.getLocale()).isEqualTo(Locale.FRENCH);
  }

  @Test
  void has_words_for_every_verdict() {
    Messages messages = Messages.of(Locale.FRENCH, Matcher.class);

    for (Verdict verdict : Verdict.values()) {
      assertThat(messages.has("verdict." + verdict.word())).isTrue();
      assertThat(messages.has("sentence." + verdict.word())).isTrue();
    }
    assertThat(messages.text("sentence.duplicate", "le nom et le téléphone"))
        .isEqualTo("Doublon : le nom et le téléphone concordent.");
  }
}
