package io.limpide.engine.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.message.Messages;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MessagesTest {
  @Test
  void every_type_has_a_name_in_both_languages() {
    for (Locale locale : new Locale[] {Locale.FRENCH, Locale.ENGLISH}) {
      Messages messages = Messages.of(locale, Recognition.class);
      for (FieldType type : FieldType.values()) {
        assertThat(messages.has("type." + type.word())).as(locale + " " + type).isTrue();
      }
    }
    assertThat(Messages.of(Locale.FRENCH, Recognition.class).text("evidence.fit", 0.5))
        .isEqualTo("50 % des valeurs ont cette forme.".replace(" %", "\u00a0%"));
  }
}
