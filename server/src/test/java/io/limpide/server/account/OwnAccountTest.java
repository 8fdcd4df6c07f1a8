package io.limpide.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import io.limpide.server.Visitor;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OwnAccountTest {
  private static final Pattern SECRET = Pattern.compile("lmp_[A-Za-z0-9_-]{43}");

  private final Running server = Running.server();

  @Test
  void keeps_name_language_and_theme() {
    long account = server.account(Role.READER);
    Visitor visitor = server.signedIn(account);
    assertThat(visitor.get("/account").body()).contains("My account").doesNotContain("??");

    HttpResponse<String> answer =
        visitor.post("/account", Map.of("name", "Ada", "language", "fr", "theme", "dark"));

    assertThat(visitor.leadsTo(answer)).isEqualTo("/account?said=said.saved");
    assertThat(visitor.get("/account?said=said.saved").body())
        .contains("Mon compte", "Enregistré.", "data-theme=\"dark\"", "value=\"Ada\"")
        .doesNotContain("??");
    assertThat(People.deeds(server, "account.profile", account)).isEqualTo(1);
    assertThat(
            visitor
                .post("/account", Map.of("name", " ", "language", "fr", "theme", "dark"))
                .statusCode())
        .isEqualTo(422);
    assertThat(
            visitor
                .post("/account", Map.of("name", "Ada", "language", "de", "theme", "dark"))
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void says_only_what_we_have_words_for() {
    Visitor visitor = server.as(Role.READER);

    assertThat(visitor.get("/account?said=sign_in.refused").body())
        .doesNotContain("do not go together");
    assertThat(visitor.get("/account?said=said.nothing").statusCode()).isEqualTo(200);
  }

  @Test
  void turns_the_light_on_and_off() {
    Visitor visitor = server.as(Role.READER);

    assertThat(visitor.post("/account/theme", Map.of("theme", "dark")).statusCode()).isEqualTo(204);
    assertThat(visitor.get("/account").body()).contains("data-theme=\"dark\"");
    assertThat(visitor.post("/account/theme", Map.of("theme", "pink")).statusCode()).isEqualTo(422);
  }

  @Test
  void refuses_a_value_that_the_database_cannot_hold() {
    Visitor visitor = server.as(Role.READER);

    assertThat(
            visitor
                .post("/account", Map.of("name", "A\0", "language", "fr", "theme", "dark"))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void changes_the_password_for_whoever_knows_the_present_one_and_ends_the_other_sessions() {
    long account = People.withPassword(server, Role.READER);
    Visitor visitor = server.signedIn(account);
    Visitor other = server.signedIn(account);
    String before = visitor.cookies().get("__Host-limpide");

    HttpResponse<String> wrong =
        visitor.post(
            "/account/password", Map.of("present", "no", "password", "another long sentence"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("This is not your present password");
    assertThat(other.get("/help").statusCode()).isEqualTo(200);

    HttpResponse<String> right =
        visitor.post(
            "/account/password",
            Map.of("present", People.PASSWORD, "password", "another long sentence"));

    assertThat(visitor.leadsTo(right)).isEqualTo("/account?said=said.password");
    assertThat(visitor.get("/help").statusCode()).isEqualTo(200);
    assertThat(visitor.cookies().get("__Host-limpide")).isNotEqualTo(before);
    assertThat(other.get("/help").statusCode()).isEqualTo(302);
    assertThat(People.deeds(server, "account.password", account)).isEqualTo(1);
  }

  @Test
  void lists_the_sessions_and_ends_the_others() {
    long account = server.account(Role.READER);
    Visitor visitor = server.signedIn(account);
    Visitor other = server.signedIn(account);
    Visitor stranger = server.as(Role.READER);
    other.get("/help");

    assertThat(visitor.get("/account").body()).contains("this one", "End the others");
    assertThat(visitor.post("/account/sessions/end", Map.of()).statusCode()).isEqualTo(302);

    assertThat(visitor.get("/account").body()).doesNotContain("End the others");
    assertThat(other.get("/help").statusCode()).isEqualTo(302);
    assertThat(stranger.get("/help").statusCode()).isEqualTo(200);
  }

  @Test
  void names_browser_and_system_and_keeps_no_more() {
    assertThat(Agents.name("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/2010 Firefox/130.0"))
        .isEqualTo("Firefox · Linux");
    assertThat(
            Agents.name(
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 Chrome/1 Safari/537 Edg/1.2"))
        .isEqualTo("Edge · Windows");
    assertThat(Agents.name("curl/8")).isEmpty();
    assertThat(Agents.name(null)).isEmpty();
  }

  @Test
  void shows_a_token_once_and_lets_programs_in_until_it_is_revoked() {
    long account = server.account(Role.STEWARD);
    Visitor visitor = server.signedIn(account);
    visitor.get("/account");

    HttpResponse<String> made =
        visitor.post("/account/tokens", Map.of("name", "nightly", "scope", "read", "days", "30"));
    assertThat(visitor.leadsTo(made)).isEqualTo("/account#tokens");
    Matcher secret = SECRET.matcher(visitor.get("/account").body());
    assertThat(secret.find()).isTrue();
    assertThat(SECRET.matcher(visitor.get("/account").body()).find()).isFalse();

    Callers callers = server.part(Callers.class);
    Caller caller = callers.token(secret.group()).orElseThrow();
    assertThat(caller.may(Right.READ_PARTIES)).isTrue();
    assertThat(caller.may(Right.EDIT_PARTIES)).isFalse();
    long token = caller.token().orElseThrow();
    assertThat(visitor.get("/account").body()).contains("nightly").doesNotContain("never<");

    String revoke = "/account/tokens/" + token + "/revoke";
    assertThat(server.as(Role.ADMINISTRATOR).post(revoke, Map.of()).statusCode()).isEqualTo(404);
    assertThat(callers.token(secret.group())).isPresent();
    assertThat(visitor.post(revoke, Map.of()).statusCode()).isEqualTo(302);
    assertThat(callers.token(secret.group())).isEmpty();
    assertThat(visitor.post(revoke, Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void makes_no_token_without_name_or_scope_nor_for_more_than_its_owner_may() {
    Visitor visitor = server.as(Role.READER);
    visitor.get("/account");
    for (Map<String, String> form :
        java.util.List.of(
            Map.of("name", " ", "scope", "read", "days", "30"),
            Map.of("name", "x", "days", "30"),
            Map.of("name", "x", "scope", "read", "days", "31"),
            Map.of("name", "x", "scope", "everything", "days", "30"),
            Map.of("name", "x", "scope", "admin", "days", "30"),
            Map.of("name", "x", "scope", "import", "days", "30"))) {
      assertThat(visitor.post("/account/tokens", form).statusCode()).isEqualTo(422);
    }
  }
}
