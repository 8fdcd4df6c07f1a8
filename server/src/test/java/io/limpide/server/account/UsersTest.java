package io.limpide.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import io.limpide.server.Visitor;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class UsersTest {
  private final Running server = Running.server();

  private Map<String, String> form(long account, String role) {
    int version =
        server
            .owner()
            .sql("select version from account where id = ?")
            .param(account)
            .query(Integer.class)
            .single();
    return new HashMap<>(
        Map.of(
            "name",
            "Somebody",
            "role",
            role,
            "visibility",
            "own",
            "team",
            "0",
            "version",
            String.valueOf(version)));
  }

  private String kept(long account, String column) {
    return server
        .owner()
        .sql("select coalesce(" + column + "::text, '') from account where id = ?")
        .param(account)
        .query(String.class)
        .single();
  }

  private Visitor administrator() {
    Visitor visitor = server.as(Role.ADMINISTRATOR);
    assertThat(visitor.get("/users").body()).contains("New account").doesNotContain("??");
    return visitor;
  }

  @Test
  void makes_an_account_that_can_sign_in() {
    Visitor administrator = administrator();
    assertThat(administrator.get("/users/new").body()).doesNotContain("??");
    Map<String, String> form =
        new HashMap<>(
            Map.of(
                "login",
                "New.Person@example.org",
                "name",
                "New Person",
                "role",
                "contributor",
                "visibility",
                "team",
                "team",
                "0",
                "password",
                "not new.person@example.org!"));
    assertThat(administrator.post("/users", form).statusCode()).isEqualTo(422); // holds the login
    form.put("password", People.PASSWORD);

    HttpResponse<String> made = administrator.post("/users", form);

    assertThat(administrator.leadsTo(made)).matches("/users/[0-9]+\\?said=said.account_created");
    assertThat(administrator.post("/users", form).statusCode()).isEqualTo(422); // taken
    Visitor visitor = People.atTheDoor(server, "192.0.2.2");
    assertThat(
            visitor
                .post(
                    "/sign-in",
                    Map.of("login", "new.person@example.org", "password", People.PASSWORD))
                .statusCode())
        .isEqualTo(302);
    assertThat(visitor.get("/users").statusCode()).isEqualTo(403);
  }

  @Test
  void changes_what_somebody_is_who_then_signs_in_anew() {
    long account = server.account(Role.READER);
    Visitor visitor = server.signedIn(account);
    Visitor administrator = administrator();
    assertThat(administrator.get("/users/" + account).body()).doesNotContain("??");

    HttpResponse<String> changed =
        administrator.post("/users/" + account, form(account, "steward"));

    assertThat(administrator.leadsTo(changed)).isEqualTo("/users/" + account + "?said=said.saved");
    assertThat(kept(account, "role")).isEqualTo("steward");
    assertThat(kept(account, "visibility")).isEqualTo("own");
    assertThat(visitor.get("/help").statusCode()).isEqualTo(302);
    assertThat(People.deeds(server, "account.changed", account)).isEqualTo(1);
  }

  @Test
  void loses_no_change_of_somebody_else() {
    long account = server.account(Role.READER);
    Visitor administrator = administrator();
    Map<String, String> seen = form(account, "steward");
    administrator.post("/users/" + account, form(account, "contributor"));

    HttpResponse<String> late = administrator.post("/users/" + account, seen);

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Somebody changed this account in the meantime");
    assertThat(kept(account, "role")).isEqualTo("contributor");
    assertThat(
            administrator
                .post("/users/" + account + "/disable", Map.of("version", seen.get("version")))
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void lets_nobody_change_his_own_role_nor_disable_himself() {
    long account = server.account(Role.ADMINISTRATOR);
    Visitor visitor = server.signedIn(account);
    visitor.get("/users/" + account);

    assertThat(visitor.post("/users/" + account, form(account, "reader")).statusCode())
        .isEqualTo(422);
    assertThat(
            visitor
                .post("/users/" + account + "/disable", Map.of("version", kept(account, "version")))
                .statusCode())
        .isEqualTo(422);
    assertThat(visitor.post("/users/" + account, form(account, "administrator")).statusCode())
        .isEqualTo(302);
    assertThat(kept(account, "role")).isEqualTo("administrator");
    assertThat(kept(account, "name")).isEqualTo("Somebody");
  }

  @Test
  void disables_enables_unlocks_and_gives_new_passwords() {
    long account = People.withPassword(server, Role.READER);
    Visitor visitor = server.signedIn(account);
    String token = server.token(account, "read");
    Visitor administrator = administrator();
    String path = "/users/" + account;

    administrator.post(path + "/disable", Map.of("version", kept(account, "version")));
    assertThat(visitor.get("/help").statusCode()).isEqualTo(302);
    assertThat(server.part(Callers.class).token(token)).isEmpty();
    administrator.post(path + "/enable", Map.of("version", kept(account, "version")));
    assertThat(kept(account, "disabled_at")).isEmpty();
    assertThat(server.part(Callers.class).token(token)).isPresent();

    server
        .owner()
        .sql("update account set failures = 10, locked_until = now() + interval '1 h' where id = ?")
        .param(account)
        .update();
    assertThat(administrator.get(path).body()).contains("Unlock");
    administrator.post(path + "/unlock", Map.of());
    assertThat(kept(account, "locked_until")).isEmpty();

    String before = kept(account, "password");
    assertThat(administrator.post(path + "/password", Map.of("password", "short")).statusCode())
        .isEqualTo(422);
    administrator.post(path + "/password", Map.of("password", "a wholly other sentence"));
    assertThat(kept(account, "password")).isNotEqualTo(before);

    server
        .owner()
        .sql("update account set totp_secret = decode('00', 'hex') where id = ?")
        .param(account)
        .update();
    assertThat(administrator.get(path).body()).contains("Reset the second factor");
    administrator.post(path + "/second-factor/reset", Map.of());
    assertThat(kept(account, "totp_secret")).isEmpty();
    for (String action :
        new String[] {"disabled", "enabled", "unlocked", "password", "second_factor_reset"}) {
      assertThat(People.deeds(server, "account." + action, account)).as(action).isEqualTo(1);
    }
  }

  /** Nobody but these two; what happens is undone by making the others administrators again. */
  @Test
  void keeps_one_administrator_even_when_two_take_the_role_from_each_other() throws Exception {
    var others =
        server
            .owner()
            .sql(
                """
                update account set role = 'reader' where role = 'administrator' returning id
                """)
            .query(Long.class)
            .list();
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      long one = server.account(Role.ADMINISTRATOR);
      long two = server.account(Role.ADMINISTRATOR);
      Accounts accounts = server.part(Accounts.class);
      CountDownLatch together = new CountDownLatch(2);
      Future<Boolean> first = pool.submit(() -> demoted(accounts, one, two, together));
      Future<Boolean> second = pool.submit(() -> demoted(accounts, two, one, together));

      assertThat(first.get() ^ second.get()).isTrue();
      assertThat(
              server
                  .owner()
                  .sql("select count(*) from account where role = 'administrator'")
                  .query(Integer.class)
                  .single())
          .isEqualTo(1);
    } finally {
      pool.shutdownNow();
      for (long other : others) {
        server
            .owner()
            .sql("update account set role = 'administrator' where id = ?")
            .param(other)
            .update();
      }
    }
  }

  private boolean demoted(Accounts accounts, long by, long account, CountDownLatch together)
      throws InterruptedException {
    together.countDown();
    together.await();
    try {
      accounts.change(
          People.caller(server, by, Role.ADMINISTRATOR),
          account,
          "Somebody",
          Role.READER,
          Visibility.ALL,
          null,
          1);
      return true;
    } catch (Accounts.Refused e) {
      assertThat(e.code()).isEqualTo("account.last_administrator");
      return false;
    }
  }

  @Test
  void keeps_teams_and_deletes_one_that_nobody_is_in() {
    Visitor administrator = administrator();
    assertThat(administrator.get("/users/teams").body()).doesNotContain("??");
    assertThat(administrator.post("/users/teams", Map.of("name", "North")).statusCode())
        .isEqualTo(302);
    long team =
        server.owner().sql("select id from team where name = 'North'").query(Long.class).single();
    assertThat(administrator.post("/users/teams", Map.of("name", "North")).statusCode())
        .isEqualTo(422);
    assertThat(administrator.post("/users/teams/" + team, Map.of("name", "South")).statusCode())
        .isEqualTo(302);
    long account = server.account(Role.READER);
    Map<String, String> form = form(account, "reader");
    form.put("team", String.valueOf(team));
    administrator.post("/users/" + account, form);
    assertThat(administrator.get("/users").body()).contains("South");

    assertThat(administrator.post("/users/teams/" + team + "/delete", Map.of()).statusCode())
        .isEqualTo(422);
    administrator.post("/users/" + account, form(account, "reader"));
    assertThat(administrator.post("/users/teams/" + team + "/delete", Map.of()).statusCode())
        .isEqualTo(302);
    assertThat(administrator.post("/users/teams/" + team + "/delete", Map.of()).statusCode())
        .isEqualTo(404);
    Map<String, String> gone = form(account, "reader");
    gone.put("team", String.valueOf(team));
    assertThat(administrator.post("/users/" + account, gone).statusCode()).isEqualTo(422);
  }
}
