package io.limpide.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import io.limpide.server.account.Role;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class ErrorPagesTest {
  @Test
  void whoever_is_signed_in_keeps_menu_language_and_the_way_out() {
    HttpResponse<String> page = Running.server().as(Role.STEWARD).get("/nowhere");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body())
        .contains("There is nothing here", "href=\"/parties\"", "action=\"/sign-out\"");
  }

  @Test
  void a_refusal_shows_the_menu_that_the_role_has() {
    HttpResponse<String> page = Running.server().as(Role.READER).get("/users");

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body())
        .contains("You may not do this", "href=\"/parties\"")
        .doesNotContain("href=\"/users\"");
  }

  @Test
  void a_stranger_sees_the_door_and_nothing_of_the_house() {
    HttpResponse<String> page = Running.server().visitor().get("/sign-in/nowhere");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("There is nothing here").doesNotContain("/sign-out");
  }
}
