package io.limpide.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import io.limpide.server.Visitor;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInTest {
  private static final String ADDRESS = "192.0.2.3";

  private final Running server = Running.server();

  private String account() {
    return People.login(server, People.withPassword(server, Role.STEWARD));
  }

  @Test
  void opens_the_door_with_the_right_password_and_gives_a_new_session() throws Exception {
    String login = account();
    Visitor visitor = People.atTheDoor(server, ADDRESS);

    HttpResponse<String> answer =
        visitor.post("/sign-in", Map.of("login", login, "password", People.PASSWORD));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).hasValue(server.address() + "/");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("__Host-limpide=")
                    .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/"));
    assertThat(visitor.get("/help").statusCode()).isEqualTo(200);
  }

  @Test
  void says_the_same_of_a_wrong_password_and_of_a_name_that_nobody_has() throws Exception {
    String login = account();
    Visitor visitor = People.atTheDoor(server, ADDRESS);

    HttpResponse<String> wrong =
        visitor.post("/sign-in", Map.of("login", login, "password", "not that sentence"));
    HttpResponse<String> unknown =
        visitor.post("/sign-in", Map.of("login", "nobody", "password", "not that sentence"));

    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.body().replace("nobody", "x")).isEqualTo(wrong.body().replace(login, "x"));
  }

  @Test
  void rests_an_account_after_ten_wrong_passwords_even_for_the_right_one() throws Exception {
    String login = account();
    Visitor visitor = People.atTheDoor(server, ADDRESS);
    for (int attempt = 0; attempt < SignIns.FAILURES; attempt++) {
      visitor.post("/sign-in", Map.of("login", login, "password", "wrong"));
    }

    HttpResponse<String> answer =
        visitor.post("/sign-in", Map.of("login", login, "password", People.PASSWORD));

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void ends_the_sessions_of_an_account_that_is_disabled() throws Exception {
    long account = server.account(Role.STEWARD);
    Visitor visitor = server.signedIn(account);
    assertThat(visitor.get("/help").statusCode()).isEqualTo(200);

    server
        .owner()
        .sql("update account set disabled_at = now() where id = ?")
        .param(account)
        .update();

    assertThat(visitor.get("/help").statusCode()).isEqualTo(302);
  }

  @Test
  void refuses_a_form_without_a_token_and_with_that_of_another_session() {
    Visitor one = server.as(Role.ADMINISTRATOR);
    Visitor other = server.as(Role.ADMINISTRATOR);
    one.get("/help");
    other.get("/help");

    assertThat(one.post("/sign-out", Map.of("_csrf", "")).statusCode()).isEqualTo(403);
    assertThat(one.post("/sign-out", Map.of("_csrf", other.formToken())).statusCode())
        .isEqualTo(403);
    assertThat(one.get("/help").statusCode()).isEqualTo(200);
    assertThat(one.post("/sign-out", Map.of()).statusCode()).isEqualTo(302);
    assertThat(one.get("/help").statusCode()).isEqualTo(302);
  }

  @Test
  void leads_nobody_elsewhere_after_signing_in() throws Exception {
    String login = account();
    for (String to : new String[] {"//evil.example", "https://evil.example", "/\\evil.example"}) {
      Visitor visitor = People.atTheDoor(server, ADDRESS);
      HttpResponse<String> answer =
          visitor.post("/sign-in", Map.of("login", login, "password", People.PASSWORD, "to", to));
      assertThat(answer.headers().firstValue("Location")).hasValue(server.address() + "/");
    }
  }

  @Test
  void lets_no_address_try_for_ever_and_tells_it_how_long_to_wait() {
    Attempts attempts = server.part(Attempts.class);
    Visitor visitor = People.atTheDoor(server, "192.0.2.4, 198.51.100.7");
    for (int i = 0; i < Attempts.BY_ADDRESS; i++) {
      attempts.take("198.51.100.7");
    }

    HttpResponse<String> answer =
        visitor.post("/sign-in", Map.of("login", "nobody", "password", "wrong"));

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1, 601);
    assertThat(answer.body()).contains("Too many attempts");
    assertThat(
            People.atTheDoor(server, ADDRESS)
                .post("/sign-in", Map.of("login", "nobody", "password", "wrong"))
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void keeps_no_page_in_any_cache() {
    for (String path : new String[] {"/help", "/account", "/sign-in"}) {
      assertThat(server.as(Role.READER).get(path).headers().firstValue("Cache-Control"))
          .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }
  }
}
