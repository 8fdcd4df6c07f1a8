package io.limpide.engine.standardize.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.Spec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PersonNameTest {
  static Stream<Arguments> names() {
    return Spec.cases("person/names-for-matching.csv", 10);
  }

  @ParameterizedTest(name = "{0} {1}: {9}")
  @MethodSource("names")
  void brings_names_to_the_form_in_which_they_are_compared(
      String given,
      String family,
      String birthName,
      String givenWords,
      String initials,
      String familyWords,
      String particles,
      String birth,
      String canonical,
      String source) {
    PersonName name = PersonName.parse(given, family, birthName);
    assertThat(String.join(" ", name.given())).isEqualTo(givenWords);
    assertThat(name.initials()).isEqualTo(initials);
    assertThat(String.join(" ", name.family())).isEqualTo(familyWords);
    assertThat(name.particles()).isEqualTo(particles);
    assertThat(name.birthName()).isEqualTo(birth);
    assertThat(String.join(" ", name.canonicalGiven())).isEqualTo(canonical);
  }

  @Test
  void reads_a_whole_name_in_either_order() {
    PersonName one = PersonName.parse("M. Jean-Pierre LE GALL");
    assertThat(one)
        .isEqualTo(
            new PersonName(List.of("jean", "pierre"), "jp", List.of("gall"), "le", "", "", true))
        .isEqualTo(PersonName.parse("LE GALL Jean Pierre"))
        .isEqualTo(PersonName.parse("Le Gall, Jean-Pierre"));
    assertThat(one.familyKey()).isEqualTo("legall");
    assertThat(one.givenKey()).isEqualTo("jeanpierre");
  }

  @Test
  void says_when_the_order_is_a_guess() {
    assertThat(PersonName.parse("Bernard Martin").ordered()).isFalse();
    assertThat(PersonName.parse("Qwx Zzy"))
        .isEqualTo(new PersonName(List.of("qwx"), "q", List.of("zzy"), "", "", "", false));
    assertThat(PersonName.parse("Dupont").family()).containsExactly("dupont");
    assertThat(PersonName.parse(" ").isEmpty()).isTrue();
  }
}
