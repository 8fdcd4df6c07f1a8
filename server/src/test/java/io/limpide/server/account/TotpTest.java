package io.limpide.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest(name = "at {0} s")
  @CsvSource({ // RFC 6238, appendix B: the last six of its eight digits
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130",
  })
  void gives_the_codes_of_the_standard(long second, String code) {
    assertThat(Totp.code(SECRET, second / 30)).isEqualTo(code);
  }

  @Test
  void takes_a_code_once_and_for_a_clock_that_is_half_a_minute_off() {
    Instant now = Instant.ofEpochSecond(1111111109);
    long step = 1111111109 / 30;

    assertThat(Totp.step(SECRET, Totp.code(SECRET, step - 1), now, 0)).hasValue(step - 1);
    assertThat(Totp.step(SECRET, Totp.code(SECRET, step), now, step)).isEmpty();
    assertThat(Totp.step(SECRET, Totp.code(SECRET, step - 2), now, 0)).isEmpty();
    assertThat(Totp.step(SECRET, "", now, 0)).isEmpty();
  }

  @Test
  void writes_secrets_in_base_32() {
    assertThat(Totp.base32("foobar".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("MZXW6YTBOI"); // RFC 4648, section 10, without padding
  }
}
