package io.limpide.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import io.limpide.server.Visitor;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private final Running server = Running.server();

  @AfterEach
  void as_before() {
    server.owner().sql("delete from setting where name = 'session'").update();
  }

  @Test
  void masks_for_readers_what_reaches_a_person_until_somebody_decides_otherwise() {
    FieldMasks masks = server.part(FieldMasks.class);
    Caller reader = People.caller(server, server.account(Role.READER), Role.READER);
    Caller steward = People.caller(server, server.account(Role.STEWARD), Role.STEWARD);
    assertThat(masks.of(reader).kinds())
        .containsExactlyInAnyOrder("email", "phone", "mobile", "birth_date");
    assertThat(masks.of(steward).kinds()).isEmpty();
    Visitor administrator = server.as(Role.ADMINISTRATOR);
    assertThat(administrator.get("/settings").body())
        .containsPattern("value=\"reader:email\"[^>]* checked")
        .doesNotContain("??");

    assertThat(
            administrator
                .post("/settings/masks", Map.of("mask", "reader:fax,steward:birth_date"))
                .statusCode())
        .isEqualTo(302);
    assertThat(masks.of(reader).kinds()).containsExactly("fax");
    assertThat(masks.of(steward).kinds()).containsExactly("birth_date");

    assertThat(
            administrator
                .post("/settings/masks", Map.of("mask", "administrator:email"))
                .statusCode())
        .isEqualTo(422);
    administrator.post(
        "/settings/masks",
        Map.of("mask", "reader:email,reader:phone,reader:mobile,reader:birth_date"));
    assertThat(masks.of(reader).kinds()).hasSize(4);
  }

  @Test
  void ends_sessions_that_are_too_old_or_were_idle_for_too_long() {
    Visitor administrator = server.as(Role.ADMINISTRATOR);
    administrator.get("/settings");
    assertThat(
            administrator
                .post("/settings/sessions", Map.of("life", "2", "idle", "10"))
                .statusCode())
        .isEqualTo(302);

    assertThat(answer("seen_at = now() - interval '9 minutes'")).isEqualTo(200);
    assertThat(answer("seen_at = now() - interval '11 minutes'")).isEqualTo(302);
    assertThat(answer("created_at = now() - interval '119 minutes'")).isEqualTo(200);
    assertThat(answer("created_at = now() - interval '121 minutes'")).isEqualTo(302);
    for (Map<String, String> impossible :
        java.util.List.of(
            Map.of("life", "0", "idle", "10"),
            Map.of("life", "169", "idle", "10"),
            Map.of("life", "1", "idle", "61"),
            Map.of("life", "1", "idle", "4"))) {
      assertThat(administrator.post("/settings/sessions", impossible).statusCode()).isEqualTo(422);
    }
  }

  private int answer(String age) {
    long account = server.account(Role.READER);
    Visitor visitor = server.signedIn(account);
    server
        .owner()
        .sql("update session set " + age + " where account_id = ?")
        .param(account)
        .update();
    return visitor.get("/help").statusCode();
  }
}
