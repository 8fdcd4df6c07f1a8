package io.limpide.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jwt.JWTClaimsSet;
import io.limpide.server.Running;
import io.limpide.server.Visitor;
import io.limpide.server.database.DatabaseException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OidcTest {
  private final Running running = Running.server();
  private OidcServer provider;
  private ConfigurableApplicationContext server;
  private ConfigurableApplicationContext welcoming;

  @BeforeAll
  void starts() throws Exception {
    provider = OidcServer.start();
    server = running.another(settings());
    Map<String, String> more = settings();
    more.put("LIMPIDE_OIDC_ROLE", "reader");
    welcoming = running.another(more);
  }

  private Map<String, String> settings() {
    return new java.util.HashMap<>(
        Map.of(
            "LIMPIDE_OIDC_ISSUER",
            provider.issuer(),
            "LIMPIDE_OIDC_CLIENT_ID",
            OidcServer.CLIENT,
            "LIMPIDE_OIDC_CLIENT_SECRET",
            OidcServer.SECRET,
            "LIMPIDE_PUBLIC_URL",
            "https://limpide.example/"));
  }

  @AfterAll
  void stops() {
    server.close();
    welcoming.close();
    provider.stop();
  }

  private long account(String login) {
    long account = running.account(Role.STEWARD);
    running
        .owner()
        .sql("update account set login = ? where id = ?")
        .params(login, account)
        .update();
    return account;
  }

  private static Visitor visitor(ConfigurableApplicationContext at) {
    return Running.visitor(at).with("X-Forwarded-For", "192.0.2.5");
  }

  /** Goes to the provider and comes back as a browser would. */
  private HttpResponse<String> journey(
      Visitor visitor, UnaryOperator<JWTClaimsSet.Builder> said, OidcServer.Signed signed) {
    URI there = URI.create(visitor.leadsTo(visitor.get("/sign-in/oidc?to=%2Fhelp")));
    String back = provider.signIn(there, said, signed);
    assertThat(back).startsWith("https://limpide.example/sign-in/oidc/back?");
    return visitor.get(back.substring("https://limpide.example".length()));
  }

  private static UnaryOperator<JWTClaimsSet.Builder> person(String subject, String email) {
    return claims ->
        claims
            .subject(subject)
            .claim("email", email)
            .claim("email_verified", true)
            .claim("locale", "en-GB");
  }

  @Test
  void shows_the_way_only_where_there_is_one() {
    assertThat(Running.visitor(server).get("/sign-in").body())
        .contains("/sign-in/oidc?to=/", "company account");
    assertThat(running.visitor().get("/sign-in").body()).doesNotContain("/sign-in/oidc");
    assertThat(running.visitor().get("/sign-in/oidc").statusCode()).isEqualTo(404);
    assertThat(running.visitor().get("/sign-in/oidc/back?code=1&state=2").statusCode())
        .isEqualTo(404);
  }

  @Test
  void knows_a_person_by_a_verified_address_first_and_by_the_subject_ever_after() {
    long account = account("ada@example.org");
    Visitor visitor = visitor(server);

    HttpResponse<String> in =
        journey(visitor, person("sub-ada", "Ada@Example.org"), OidcServer.Signed.WELL);

    assertThat(visitor.leadsTo(in)).isEqualTo("/help");
    assertThat(visitor.get("/help").statusCode()).isEqualTo(200);
    assertThat(People.deeds(running, "account.linked", account)).isEqualTo(1);
    assertThat(People.deeds(running, "account.signed_in", account)).isEqualTo(1);

    Visitor again = visitor(server); // whatever the address is now
    journey(again, person("sub-ada", "ada.new@example.org"), OidcServer.Signed.WELL);
    assertThat(again.get("/help").statusCode()).isEqualTo(200);
    assertThat(People.deeds(running, "account.linked", account)).isEqualTo(1);

    Visitor thief = visitor(server); // the address went to somebody else
    HttpResponse<String> refused =
        journey(thief, person("sub-other", "ada@example.org"), OidcServer.Signed.WELL);
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(thief.get("/help").statusCode()).isEqualTo(302);
  }

  @Test
  void makes_no_account_by_itself_unless_a_role_is_named() {
    Visitor stranger = visitor(server);
    HttpResponse<String> refused =
        journey(stranger, person("sub-new", "new@example.org"), OidcServer.Signed.WELL);
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body()).contains("Nobody here has the e-mail address");

    Visitor welcome = visitor(welcoming);
    journey(welcome, person("sub-new", "new@example.org"), OidcServer.Signed.WELL);
    assertThat(welcome.get("/help").statusCode()).isEqualTo(200);
    assertThat(
            running
                .owner()
                .sql("select role from account where login = 'new@example.org'")
                .query(String.class)
                .single())
        .isEqualTo("reader");
    assertThat(welcome.get("/account").body()).contains("You sign in with your company account");
    assertThat(
            welcome
                .post("/account/password", Map.of("present", "", "password", "a new sentence"))
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void lets_in_nobody_whose_account_is_disabled() {
    long account = account("gone@example.org");
    running
        .owner()
        .sql("update account set disabled_at = now() where id = ?")
        .param(account)
        .update();

    assertThat(
            journey(
                    visitor(welcoming),
                    person("sub-gone", "gone@example.org"),
                    OidcServer.Signed.WELL)
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void still_asks_for_the_second_factor() {
    long account = account("two@example.org");
    running
        .owner()
        .sql("update account set totp_secret = decode('00', 'hex') where id = ?")
        .param(account)
        .update();
    Visitor visitor = visitor(server);

    HttpResponse<String> in =
        journey(visitor, person("sub-two", "two@example.org"), OidcServer.Signed.WELL);

    assertThat(visitor.leadsTo(in)).isEqualTo("/sign-in/code?to=%2Fhelp");
    assertThat(visitor.get("/help").statusCode()).isEqualTo(302);
  }

  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  enum Wrong {
    NONCE(claims -> claims.claim("nonce", "another")),
    NO_NONCE(claims -> claims.claim("nonce", null)),
    ISSUER(claims -> claims.issuer("https://evil.example")),
    AUDIENCE(claims -> claims.audience("another")),
    TWO_AUDIENCES(claims -> claims.audience(List.of(OidcServer.CLIENT, "another"))),
    PARTY(claims -> claims.claim("azp", "another")),
    EXPIRED(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120)))),
    ENDLESS(claims -> claims.expirationTime(null)),
    NOBODY(claims -> claims.subject(null)),
    UNVERIFIED(claims -> claims.claim("email_verified", false)),
    UNSAID(claims -> claims.claim("email_verified", null)),
    NO_EMAIL(claims -> claims.claim("email", null));

    final UnaryOperator<JWTClaimsSet.Builder> claims;

    Wrong(UnaryOperator<JWTClaimsSet.Builder> claims) {
      this.claims = claims;
    }
  }

  @ParameterizedTest
  @EnumSource
  void refuses_a_token_with_a_wrong(Wrong wrong) {
    String email = wrong.name().toLowerCase(java.util.Locale.ROOT) + "@example.org";
    long account = account(email);
    Visitor visitor = visitor(welcoming);

    HttpResponse<String> answer =
        journey(
            visitor,
            claims -> wrong.claims.apply(person("sub-" + wrong, email).apply(claims)),
            OidcServer.Signed.WELL);

    refused(answer, visitor, account);
  }

  private void refused(HttpResponse<String> answer, Visitor visitor, long account) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("role=\"alert\"").doesNotContain("??");
    assertThat(visitor.get("/help").statusCode()).isEqualTo(302);
    assertThat(People.deeds(running, "account.linked", account)).isZero();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WELL")
  void refuses_a_token_that_is_signed(OidcServer.Signed signed) {
    String email = "signed-" + signed.name().toLowerCase(java.util.Locale.ROOT) + "@example.org";
    long account = account(email);
    Visitor visitor = visitor(welcoming);

    refused(journey(visitor, person("sub-" + signed, email), signed), visitor, account);
  }

  @Test
  void takes_an_answer_once_and_only_from_whom_it_asked() {
    account("once@example.org");
    Visitor visitor = visitor(server);
    URI there = URI.create(visitor.leadsTo(visitor.get("/sign-in/oidc")));
    String back =
        provider
            .signIn(there, person("sub-once", "once@example.org"), OidcServer.Signed.WELL)
            .substring("https://limpide.example".length());
    Visitor other = visitor(server);
    other.get("/sign-in/oidc");

    assertThat(other.get(back).statusCode()).isEqualTo(401); // sent to somebody else
    assertThat(visitor(server).get(back).statusCode()).isEqualTo(401);
    assertThat(visitor.get(back + "&iss=https%3A%2F%2Fevil.example").statusCode()).isEqualTo(401);
    assertThat(visitor.get(back).statusCode()).isEqualTo(401); // the first answer used it up
    assertThat(visitor.get("/sign-in/oidc/back?error=access_denied").statusCode()).isEqualTo(401);
  }

  @Test
  void asks_at_the_start_for_what_is_missing_or_cannot_be_trusted() {
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of("LIMPIDE_OIDC_ISSUER", "https://id.example"),
            Map.of(
                "LIMPIDE_OIDC_ISSUER",
                "http://id.example",
                "LIMPIDE_OIDC_CLIENT_ID",
                "x",
                "LIMPIDE_PUBLIC_URL",
                "https://limpide.example"),
            Map.of(
                "LIMPIDE_OIDC_ISSUER",
                "https://id.example",
                "LIMPIDE_OIDC_CLIENT_ID",
                "x",
                "LIMPIDE_PUBLIC_URL",
                "https://limpide.example",
                "LIMPIDE_OIDC_ROLE",
                "king"))) {
      StandardEnvironment environment = new StandardEnvironment();
      environment.getPropertySources().addFirst(new MapPropertySource("test", wrong));
      assertThatExceptionOfType(DatabaseException.class)
          .isThrownBy(() -> OidcSettings.of(environment));
    }
  }
}
