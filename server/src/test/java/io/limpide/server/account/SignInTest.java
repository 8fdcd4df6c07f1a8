package io.limpide.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import io.limpide.server.Visitor;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInTest {
  private final Running server = Running.server();

  private String account(String login, String password) throws Accounts.Refused {
    long admin = server.account(Role.ADMINISTRATOR);
    Caller by =
        new Caller(
            admin,
            "a",
            "A",
            Role.ADMINISTRATOR,
            Visibility.ALL,
            java.util.OptionalLong.empty(),
            "en",
            "auto",
            Role.ADMINISTRATOR.rights(),
            java.util.OptionalLong.empty());
    server
        .part(Accounts.class)
        .create(by, login, "Somebody", Role.STEWARD, Visibility.ALL, null, password, "en");
    return login;
  }

  @Test
  void opens_the_door_with_the_right_password_and_gives_a_new_session() throws Exception {
    String login = account("right", "a long enough sentence");
    Visitor visitor = server.visitor();
    visitor.get("/sign-in");

    HttpResponse<String> answer =
        visitor.post("/sign-in", Map.of("login", login, "password", "a long enough sentence"));

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
    String login = account("wrong", "a long enough sentence");
    Visitor visitor = server.visitor();
    visitor.get("/sign-in");

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
    String login = account("resting", "a long enough sentence");
    Visitor visitor = server.visitor();
    visitor.get("/sign-in");
    for (int attempt = 0; attempt < SignIns.FAILURES; attempt++) {
      visitor.post("/sign-in", Map.of("login", login, "password", "wrong"));
    }

    HttpResponse<String> answer =
        visitor.post("/sign-in", Map.of("login", login, "password", "a long enough sentence"));

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
    String login = account("led", "a long enough sentence");
    for (String to : new String[] {"//evil.example", "https://evil.example", "/\\evil.example"}) {
      Visitor visitor = server.visitor();
      visitor.get("/sign-in");
      HttpResponse<String> answer =
          visitor.post(
              "/sign-in", Map.of("login", login, "password", "a long enough sentence", "to", to));
      assertThat(answer.headers().firstValue("Location")).hasValue(server.address() + "/");
    }
  }
}
