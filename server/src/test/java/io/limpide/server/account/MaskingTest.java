package io.limpide.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "email,        jane@example.fr,         j***@e***.fr",
    "email,        j@mail.example.co.uk,    j***@m***.uk",
    "email,        jane@localhost,          j***@l***",
    "email,        jane.example.fr,         j***",
    "email,        @example.fr,             @***",
    "email,        jane@.fr,                j***@.***",
    "phone,        06 12 34 56 78,          06 ** ** ** 78",
    "mobile,       0612345678,              06******78",
    "fax,          +33 1 42 68 53 00,       +33 * ** ** ** 00",
    "phone,        3615,                    ****",
    "phone,        01 42 68 poste 12,       01 ** ** ***** 12",
    "birth_date,   1985-03-12,              1985-**-**",
    "birth_date,   12/03/1985,              ***",
    "address_line, 12 rue de la Paix,       1*** r*** d*** l*** P***",
    "secret,       anything else,           a***",
  })
  void shows_only_part(String field, String value, String shown) {
    assertThat(Masking.mask(field, value)).isEqualTo(shown);
  }

  @Test
  void shows_part_of_each_of_several_values() {
    assertThat(Masking.mask("email", "jane@example.fr; joe@example.com"))
        .isEqualTo("j***@e***.fr; j***@e***.com");
    assertThat(Masking.mask("phone", "0612345678\n0142685300")).isEqualTo("06******78\n01******00");
  }

  @Test
  void shows_nothing_of_nothing_and_never_half_a_character() {
    assertThat(Masking.mask("email", "")).isEmpty();
    assertThat(Masking.mask("email", "  ")).isEmpty();
    assertThat(Masking.mask("name", "𝒥ane")).isEqualTo("𝒥***");
  }
}
