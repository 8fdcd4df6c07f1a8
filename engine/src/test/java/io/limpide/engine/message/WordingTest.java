package io.limpide.engine.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
  private static final Object[][] ARGUMENTS = {
    {"a"}, {"a", "b"}, {"it''s {0}", "'", "c"}, {3, "b"}, {"a", 1234567.5, true}
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "{0}",
        "{0}{1}",
        "{1} before {0}",
        "{0} twice {0}",
        "l''adresse {0}",
        "quoted '{0}' and {1}",
        "{2} may be missing",
        "{0,number} of {1}",
        "{0,choice,0#none|1#one|1<many}"
      })
  void says_what_the_message_format_says(String pattern) {
    for (Object[] arguments : ARGUMENTS) {
      assertThat(said(() -> Wording.of(pattern, Locale.FRANCE).with(arguments, Locale.FRANCE)))
          .isEqualTo(said(() -> new MessageFormat(pattern, Locale.FRANCE).format(arguments)));
    }
  }

  @org.junit.jupiter.api.Test
  void leaves_a_text_without_arguments_as_it_is_but_for_doubled_apostrophes() {
    assertThat(Wording.of("l''accolade { seule", Locale.US).with(new Object[0], Locale.US))
        .isEqualTo("l'accolade { seule");
  }

  private static String said(java.util.function.Supplier<String> text) {
    try {
      return text.get();
    } catch (IllegalArgumentException e) { // such as a text where a number is due
      return "refused";
    }
  }
}
