package io.limpide.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Program;
import io.limpide.server.Program.Answer;
import io.limpide.server.Running;
import io.limpide.server.Visitor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // a test that is wrong about an answer fails
class UserApiTest {
  private static final String USERS = "/api/v1/users";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Running server = Running.server();
  private final Program program = Program.of(Role.ADMINISTRATOR, "admin");

  private static String name(String what) {
    return what + "-api-" + NUMBER.incrementAndGet();
  }

  private Answer make(String login) {
    Answer made =
        program.post(
            USERS,
            Map.of(
                "login",
                login,
                "name",
                "Somebody New",
                "role",
                "reader",
                "password",
                People.PASSWORD,
                "language",
                "en"));
    assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
    return made;
  }

  @Test
  void makes_an_account_that_can_sign_in_and_says_where_it_is() {
    String login = name("maker");

    Answer made = make(login);

    assertThat(made.header("Location")).isEqualTo(USERS + "/" + made.id());
    assertThat(made.json())
        .containsEntry("login", login)
        .containsEntry("visibility", "all")
        .containsEntry("disabled", false)
        .doesNotContainKey("password");
    assertThat(program.get(USERS + "/" + made.id()).json()).isEqualTo(made.json());
    assertThat(People.deeds(server, "account.created", made.id())).isEqualTo(1);
    Visitor door = People.atTheDoor(server, "10.9.8.7");
    assertThat(
            door.post("/sign-in", Map.of("login", login, "password", People.PASSWORD)).statusCode())
        .isEqualTo(302);
  }

  @Test
  void says_of_each_part_why_it_cannot_be_in_the_words_of_the_pages() {
    Answer refused =
        program.post(USERS, Map.of("name", "X", "role", "king"), "Accept-Language", "en");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.errors())
        .extracting(error -> error.get("field") + ": " + error.get("detail"))
        .containsExactly(
            "login: Something has to be given here.",
            "role: It must be one of: administrator, contributor, dpo, reader, steward.");

    String login = name("twice");
    make(login);
    Map<String, String> again =
        Map.of("login", login, "name", "X", "role", "reader", "password", People.PASSWORD);
    assertThat(program.post(USERS, again, "Accept-Language", "fr").errors())
        .singleElement()
        .satisfies(
            error ->
                assertThat(error)
                    .containsEntry("field", "login")
                    .containsEntry("code", "account.login_taken"));
    assertThat(
            program
                .post(
                    USERS,
                    Map.of("login", name("weak"), "name", "X", "role", "dpo", "password", "short"))
                .errors())
        .extracting(error -> error.get("field"))
        .containsExactly("password");
  }

  @Test
  void changes_what_is_named_on_the_version_that_was_seen() {
    Answer made = make(name("changed"));
    String path = USERS + "/" + made.id();

    assertThat(program.patch(path, Map.of("role", "steward")).status()).isEqualTo(428);
    Answer changed =
        program.patch(path, Map.of("role", "steward"), "If-Match", made.header("ETag"));
    assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
    assertThat(changed.json())
        .containsEntry("role", "steward")
        .containsEntry("name", "Somebody New")
        .containsEntry("visibility", "all");
    assertThat(
            program.patch(path, Map.of("role", "reader"), "If-Match", made.header("ETag")).status())
        .isEqualTo(412);

    long team = program.post("/api/v1/teams", Map.of("name", name("team"))).id();
    Answer placed =
        program.patch(
            path, Map.of("team", team, "visibility", "team"), "If-Match", changed.header("ETag"));
    assertThat(((Number) placed.json().get("team")).longValue()).isEqualTo(team);
    Answer out = program.patch(path, Map.of("team", 0), "If-Match", placed.header("ETag"));
    assertThat(out.json()).doesNotContainKey("team").containsEntry("visibility", "team");
  }

  @Test
  void ends_the_sessions_of_whoever_is_disabled_after_telling_how_many() {
    long account = People.withPassword(server, Role.CONTRIBUTOR);
    Visitor person = server.signedIn(account);
    Program theirs = Program.of(account, "read");
    String path = USERS + "/" + account;
    String tag = program.get(path).header("ETag");

    Answer would = program.post(path + "/disable?dryRun=true", "", "If-Match", tag);
    assertThat(would.status()).as(would.raw().body()).isEqualTo(200);
    assertThat(would.part("would"))
        .containsEntry("accounts", 1)
        .containsEntry("sessions", 1)
        .containsEntry("tokens", 1);
    assertThat(person.get("/parties").statusCode()).as("nothing was done").isEqualTo(200);

    Answer disabled = program.post(path + "/disable", "", "If-Match", tag);
    assertThat(disabled.json()).containsEntry("disabled", true);
    assertThat(person.get("/parties").statusCode()).isEqualTo(302);
    assertThat(theirs.get("/api/v1/me").status()).isEqualTo(401);

    Answer enabled = program.post(path + "/enable", "", "If-Match", disabled.header("ETag"));
    assertThat(enabled.json()).containsEntry("disabled", false);
    assertThat(theirs.get("/api/v1/me").status()).isEqualTo(200);
    assertThat(program.send("DELETE", path, "").status()).as("who did things stays").isEqualTo(405);
  }

  @Test
  void keeps_the_rules_of_the_pages() {
    String own = USERS + "/" + program.account();
    String tag = program.get(own).header("ETag");

    assertThat(program.post(own + "/disable", "", "If-Match", tag).errors())
        .extracting(error -> error.get("code"))
        .containsExactly("account.own_disable");
    assertThat(program.patch(own, Map.of("role", "reader"), "If-Match", tag).errors())
        .extracting(error -> error.get("code"))
        .containsExactly("account.own_role");
    assertThat(program.post(own + "/password", Map.of("password", People.PASSWORD)).errors())
        .extracting(error -> error.get("code"))
        .containsExactly("account.own_elsewhere");
    assertThat(program.post(own + "/second-factor/reset", "").errors())
        .extracting(error -> error.get("code"))
        .containsExactly("account.own_elsewhere");
    for (Role role : List.of(Role.STEWARD, Role.CONTRIBUTOR, Role.DPO, Role.READER)) {
      Program other = Program.of(role, "read", "write", "import", "export", "admin");
      assertThat(other.get(USERS).status()).as(role.word()).isEqualTo(403);
      assertThat(other.post(USERS, Map.of("login", "x")).status()).isEqualTo(403);
    }
    assertThat(Program.of(Role.ADMINISTRATOR, "read", "write").get(USERS).status())
        .as("without the scope")
        .isEqualTo(403);
  }

  @Test
  void gives_a_new_password_and_keeps_no_trace_of_it_that_could_be_guessed_at() {
    Answer made = make(name("forgot"));
    String secret = "another long sentence";

    Answer given =
        program.post(
            USERS + "/" + made.id() + "/password",
            Map.of("password", secret),
            "Idempotency-Key",
            name("key"));

    assertThat(given.status()).isEqualTo(204);
    assertThat(server.part(Passwords.class).knows(made.id(), secret)).isTrue();
  }

  @Test
  void goes_through_the_accounts_page_by_page() {
    make(name("paged"));
    make(name("paged"));

    Answer first = program.get(USERS + "?limit=1");
    assertThat(first.items()).hasSize(1);
    Answer second = program.get(String.valueOf(first.json().get("next")));
    assertThat(second.items()).hasSize(1).isNotEqualTo(first.items());
  }

  @Test
  void makes_renames_and_deletes_a_team_that_nobody_is_in() {
    String name = name("north");
    Answer team = program.post("/api/v1/teams", Map.of("name", name));
    assertThat(team.status()).isEqualTo(201);
    String path = "/api/v1/teams/" + team.id();
    assertThat(program.post("/api/v1/teams", Map.of("name", name)).errors())
        .extracting(error -> error.get("field"), error -> error.get("code"))
        .containsExactly(org.assertj.core.api.Assertions.tuple("name", "team.name_taken"));

    assertThat(program.patch(path, Map.of("name", name)).status()).isEqualTo(428);
    String tag = program.get(path).header("ETag");
    assertThat(tag).isEqualTo(team.header("ETag"));
    assertThat(program.patch(path, Map.of("name", name + " west"), "If-Match", tag).json())
        .containsEntry("name", name + " west")
        .containsEntry("members", 0)
        .doesNotContainKey("version");
    assertThat(program.patch(path, Map.of("name", name), "If-Match", tag).status())
        .as("a change on top of one that was not seen")
        .isEqualTo(412);
    long member = server.account(Role.READER);
    server
        .owner()
        .sql("update account set team_id = ? where id = ?")
        .params(team.id(), member)
        .update();
    assertThat(program.delete(path + "?dryRun=true").part("would")).containsEntry("teams", 0);
    assertThat(program.delete(path).status()).isEqualTo(422);
    server.owner().sql("update account set team_id = null where id = ?").param(member).update();
    assertThat(program.delete(path + "?dryRun=true").part("would")).containsEntry("teams", 1);
    assertThat(program.delete(path).status()).isEqualTo(204);
    assertThat(program.get(path).status()).isEqualTo(404);
  }

  @Test
  void tells_a_program_who_it_is_and_what_it_may() {
    Program reader = Program.of(Role.READER, "read", "write");

    Answer me = reader.get("/api/v1/me");

    assertThat(me.json())
        .containsEntry("role", "reader")
        .containsEntry("language", "en")
        .containsEntry("rights", List.of("read_parties", "read_quality"))
        .containsEntry("masked", List.of("birth_date", "email", "mobile", "phone"));
    assertThat(me.part("token")).containsEntry("scopes", List.of("read", "write"));
    assertThat(server.visitor().get("/api/v1/me").statusCode()).isEqualTo(401);
  }
}
