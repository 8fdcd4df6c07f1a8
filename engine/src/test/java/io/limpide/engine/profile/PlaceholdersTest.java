package io.limpide.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.Spec;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.message.Messages;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlaceholdersTest {
  static Stream<Arguments> values() {
    return Spec.cases("profile/placeholders.csv", 4);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @MethodSource("values")
  void knows_values_that_stand_for_none(String type, String value, String answer, String source) {
    FieldType field = FieldType.valueOf(type.toUpperCase(Locale.ROOT));

    assertThat(Placeholders.contains(field, value)).as(source).isEqualTo(answer.equals("yes"));
  }

  @Test
  void has_words_for_everything_in_both_languages() {
    for (Locale locale : new Locale[] {Locale.FRENCH, Locale.ENGLISH}) {
      Messages messages = Messages.of(locale, Reasons.class);
      for (Reason reason : Reasons.ALL) {
        assertThat(messages.has("reason." + reason.code())).as(reason.code()).isTrue();
      }
      for (Requirement requirement : Requirement.DEFAULT) {
        assertThat(messages.has("requirement." + requirement.code())).isTrue();
      }
    }
  }
}
