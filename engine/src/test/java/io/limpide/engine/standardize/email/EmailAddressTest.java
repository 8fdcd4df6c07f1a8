package io.limpide.engine.standardize.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.Spec;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EmailAddressTest {
  static Stream<Arguments> canonical() {
    return Spec.cases("email/canonical.csv", 3);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource("canonical")
  void finds_the_form_in_which_addresses_of_one_mailbox_agree(
      String raw, String canonical, String source) {
    assertThat(EmailAddress.parse(raw).canonical()).isEqualTo(canonical);
  }

  static Stream<Arguments> kinds() {
    return Spec.cases("email/kinds.csv", 3);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("kinds")
  void tells_what_kind_of_address_it_is(String raw, String expected, String source) {
    EmailAddress address = EmailAddress.parse(raw);
    StringBuilder kinds = new StringBuilder();
    kinds.append(address.isValid() ? "" : " invalid");
    kinds.append(address.isRole() ? " role" : "");
    kinds.append(address.isDummy() ? " dummy" : "");
    kinds.append(address.isDisposable() ? " disposable" : "");
    kinds.append(address.isRelay() ? " relay" : "");
    kinds.append(address.isClosed() ? " closed" : "");
    kinds.append(address.isPersonalProvider() ? " personal" : "");
    assertThat(kinds.toString().strip()).isEqualTo(expected);
  }

  @Test
  void writes_an_international_domain_in_ascii() {
    EmailAddress address = EmailAddress.parse("contact@Société.fr");
    assertThat(address.domain()).isEqualTo("xn--socit-esab.fr");
    assertThat(address.isValid()).isTrue();
  }

  @Test
  void is_empty_for_nothing() {
    assertThat(EmailAddress.parse(" ")).isEqualTo(new EmailAddress("", "", java.util.List.of()));
    assertThat(EmailAddress.parse("").isValid()).isFalse();
  }
}
