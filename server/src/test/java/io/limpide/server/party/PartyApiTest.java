package io.limpide.server.party;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Program;
import io.limpide.server.Program.Answer;
import io.limpide.server.Running;
import io.limpide.server.Somebody;
import io.limpide.server.Waiting;
import io.limpide.server.account.Caller;
import io.limpide.server.account.Role;
import io.limpide.server.source.Imports;
import io.limpide.server.source.Uploads;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartyApiTest {
  private static final String PARTIES = "/api/v1/parties";

  private final Running server = Running.server();
  private final Program program = Program.of(Role.STEWARD, "read", "write");

  private long make(String... values) {
    Map<String, Object> typed = new HashMap<>();
    for (int at = 0; at < values.length; at += 2) {
      typed.put(values[at], values[at + 1]);
    }
    return program.post(PARTIES, Map.of("values", typed)).id();
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // a test that is wrong about it fails
  private static Map<String, Object> value(Answer party, String field) {
    return (Map<String, Object>) party.part("values").get(field);
  }

  private long imported(String source, String name, String phone) throws Exception {
    Caller by = Somebody.in(Role.STEWARD);
    Imports imports = server.part(Imports.class);
    Uploads.Upload upload =
        server
            .part(Uploads.class)
            .keep(
                source + ".csv",
                new ByteArrayInputStream(
                    ("Identifiant;Nom;Prénom;E-mail;Téléphone\nK1;"
                            + name
                            + ";jean;jean@"
                            + source
                            + ".example;"
                            + phone
                            + "\n")
                        .getBytes(StandardCharsets.UTF_8)),
                by);
    Waiting.forRun(imports.begin(upload, imports.sourceNamed(source, "trade fair", by), true, by));
    return server
        .owner()
        .sql("select p.id from party p join source s on s.id = p.source_id where s.name = ?")
        .param(source)
        .query(Long.class)
        .single();
  }

  @Test
  void tells_of_every_value_where_it_comes_from() throws Exception {
    long id = imported("api-origin", "ORIGINE", "0612345678");

    Answer party = program.get(PARTIES + "/" + id);

    assertThat(party.status()).isEqualTo(200);
    assertThat(party.header("ETag")).isEqualTo("\"" + party.json().get("version") + "\"");
    assertThat(value(party, "family_name"))
        .containsEntry("value", "Origine")
        .containsEntry("key", "K1")
        .containsEntry("collectedHow", "trade fair")
        .containsKeys("collectedAt", "record", "source");
    Answer records = program.get(PARTIES + "/" + id + "/records");
    assertThat(records.raw().body())
        .contains("{\"column\":\"Nom\",\"field\":\"family_name\",\"value\":\"ORIGINE\"}")
        .contains("\"before\":\"ORIGINE\",\"after\":\"Origine\"");
  }

  @Test
  void lays_what_is_typed_over_what_a_source_says_and_takes_it_back_with_null() throws Exception {
    long id = imported("api-back", "Retour", "0612345679");
    Answer before = program.get(PARTIES + "/" + id);
    String said = (String) value(before, "family_name").get("value");

    Answer typed =
        program.patch(
            PARTIES + "/" + id,
            Map.of("values", Map.of("family_name", "Détour"), "why", "married"),
            "If-Match",
            before.header("ETag"));
    assertThat(typed.status()).as(typed.raw().body()).isEqualTo(200);
    assertThat(value(typed, "family_name"))
        .containsEntry("value", "Détour")
        .containsEntry("collectedHow", "typed in Limpide");

    Answer back =
        program.patch(
            PARTIES + "/" + id,
            "{\"values\":{\"family_name\":null}}",
            "If-Match",
            typed.header("ETag"));
    assertThat(value(back, "family_name")).containsEntry("value", said);
    assertThat(
            server
                .owner()
                .sql("select rule from change where party_id = ? order by id")
                .param(id)
                .query(String.class)
                .list())
        .containsExactly("typed", "taken_back");
  }

  @Test
  void needs_the_version_that_was_seen_for_a_change() {
    long id = make("family_name", "Version");
    String path = PARTIES + "/" + id;
    String seen = program.get(path).header("ETag");
    Map<String, Object> change = Map.of("values", Map.of("city", "Brest"));

    assertThat(program.patch(path, change).status()).isEqualTo(428);
    assertThat(program.patch(path, change, "If-Match", "\"99\"").status()).isEqualTo(412);
    assertThat(program.patch(path, change, "If-Match", seen).status()).isEqualTo(200);
    assertThat(program.patch(path, change, "If-Match", seen).status()).isEqualTo(412);
    assertThat(program.get(path, "If-None-Match", program.get(path).header("ETag")).status())
        .isEqualTo(304);
  }

  @Test
  void gives_every_item_of_a_batch_its_own_result() {
    Answer answer =
        program.post(
            PARTIES + "/batch",
            "{\"items\":[{\"values\":{\"family_name\":\"Lot A\"}},{\"values\":{\"emial\":\"x\"}},"
                + "{\"valeurs\":{}},7,{\"values\":{\"family_name\":\"Lot B\"}}]}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).containsEntry("done", 2).containsEntry("refused", 3);
    assertThat(answer.items())
        .extracting(item -> item.get("status"))
        .containsExactly(201, 422, 400, 400, 201);
    assertThat(answer.items()).extracting(item -> item.get("index")).containsExactly(0, 1, 2, 3, 4);
    assertThat(program.get(PARTIES + "?q=lot").items()).hasSize(2);
  }

  @Test
  void makes_a_thousand_parties_in_one_call_and_refuses_one_more() {
    List<Object> items = new ArrayList<>();
    for (int at = 0; at < 1_000; at++) {
      items.add(Map.of("values", Map.of("family_name", "Millier" + at)));
    }
    Answer all = program.post(PARTIES + "/batch", Map.of("items", items));
    assertThat(all.json()).containsEntry("done", 1_000);
    items.add(items.get(0));
    assertThat(program.post(PARTIES + "/batch", Map.of("items", items)).status()).isEqualTo(422);
  }

  @Test
  void pages_through_a_list_by_the_links_it_gives() {
    for (int at = 0; at < 5; at++) {
      make("family_name", "Feuillet " + at);
    }
    List<Object> seen = new ArrayList<>();
    String next = PARTIES + "?q=feuillet&sort=name&limit=2&fields=family_name";
    while (next != null) {
      Answer page = program.get(next);
      page.items().forEach(item -> seen.add(item.get("values")));
      next = (String) page.json().get("next");
      assertThat(page.header("Link")).isEqualTo(next == null ? "" : "<" + next + ">; rel=\"next\"");
    }
    assertThat(seen).hasSize(5).doesNotHaveDuplicates();
  }

  /** No index knows parts of one or two letters: the first is how the name begins. */
  @Test
  void finds_by_words_of_two_letters() {
    make("family_name", "Zw", "given_name", "Qj", "city", "Uz");
    make("family_name", "Zw", "given_name", "Qk");

    assertThat(program.get("/api/v1/search?q=zw").items()).hasSize(2);
    assertThat(program.get("/api/v1/search?q=zw%20qj").items()).hasSize(1);
    assertThat(program.get("/api/v1/search?q=zw%20uz").items()).hasSize(1);
    assertThat(program.get(PARTIES + "?q=zw%20qj&sort=city&kind=person").items()).hasSize(1);
    assertThat(program.get("/api/v1/search?q=qj").items()).isEmpty();
  }

  @Test
  void deletes_what_was_made_here_and_only_tells_of_it_in_a_dry_run() throws Exception {
    String path = PARTIES + "/" + make("family_name", "Ephemere");
    String tag = program.get(path).header("ETag");

    Answer dry = program.delete(path + "?dryRun=true", "If-Match", tag);
    assertThat(dry.part("would")).containsEntry("parties", 1).containsEntry("records", 1);
    assertThat(program.get(path).status()).isEqualTo(200);
    assertThat(program.delete(path).status()).isEqualTo(428);
    assertThat(program.delete(path, "If-Match", tag).status()).isEqualTo(204);
    assertThat(program.get(path).status()).isEqualTo(404);

    String known = PARTIES + "/" + imported("api-known", "Connu", "0612345670");
    assertThat(program.delete(known, "If-Match", program.get(known).header("ETag")).status())
        .isEqualTo(409);
  }

  @Test
  void answers_the_same_for_what_is_not_there_and_what_is_not_the_callers_to_see() {
    long id = make("family_name", "Cachee");
    Program own = Program.of(Role.CONTRIBUTOR, "read", "write");
    server
        .owner()
        .sql("update account set visibility = 'own' where id = ?")
        .param(own.account())
        .update();
    for (String part :
        List.of("", "/records", "/journal", "/interactions", "/contact-points", "/preferences")) {
      assertThat(own.get(PARTIES + "/" + id + part).raw().body())
          .isEqualTo(own.get(PARTIES + "/999999999" + part).raw().body());
    }
    Answer hidden =
        own.patch(PARTIES + "/" + id, Map.of("values", Map.of("city", "X")), "If-Match", "\"1\"");
    assertThat(hidden.status()).isEqualTo(404);
    assertThat(
            own.post(
                    PARTIES + "/" + id + "/interactions",
                    Map.of("channel", "phone", "kind", "called"))
                .status())
        .isEqualTo(404);
    assertThat(own.get(PARTIES + "/similar?name=Cachee").items()).isEmpty();
  }

  @Test
  void keeps_the_state_of_a_contact_point_for_its_value() {
    String path = PARTIES + "/" + make("family_name", "Joignable", "email", "joignable@exemple.fr");
    Map<String, Object> point = program.get(path + "/contact-points").items().get(0);
    assertThat(point)
        .containsEntry("type", "email")
        .containsEntry("state", "unknown")
        .containsEntry("golden", true);
    String href = String.valueOf(point.get("href"));

    assertThat(program.patch(href, Map.of("state", "bounced")).status()).isEqualTo(428);
    assertThat(program.patch(href, Map.of("state", "gone"), "If-Match", "\"0\"").status())
        .isEqualTo(422);
    Answer bounced =
        program.patch(href, Map.of("state", "bounced", "why", "550 unknown"), "If-Match", "\"0\"");
    assertThat(bounced.json()).containsEntry("state", "bounced").containsEntry("version", 1);
    Answer verified = program.patch(href, Map.of("verified", true), "If-Match", "\"1\"");
    assertThat(verified.json()).containsEntry("state", "valid").containsKey("verifiedBy");

    program.patch(
        path,
        Map.of("values", Map.of("email", "autre@exemple.fr")),
        "If-Match",
        program.get(path).header("ETag"));
    assertThat(program.get(path + "/contact-points").items().get(0))
        .containsEntry("state", "unknown");
    program.patch(
        path,
        Map.of("values", Map.of("email", "joignable@exemple.fr")),
        "If-Match",
        program.get(path).header("ETag"));
    assertThat(value(program.get(path), "email"))
        .containsEntry("state", "valid")
        .containsKey("verifiedAt");
  }

  @Test
  void keeps_preferences_by_name() {
    String path = PARTIES + "/" + make("family_name", "Prefere") + "/preferences";

    assertThat(program.put(path + "/language", Map.of("value", "fr")).status()).isEqualTo(200);
    assertThat(program.put(path + "/language", Map.of("value", "en")).status()).isEqualTo(428);
    assertThat(program.put(path + "/language", Map.of("value", "en"), "If-Match", "\"1\"").json())
        .containsEntry("value", "en");
    assertThat(program.get(path).items()).hasSize(1);
    assertThat(program.delete(path + "/language?dryRun=true", "If-Match", "\"2\"").status())
        .isEqualTo(200);
    assertThat(program.delete(path + "/language", "If-Match", "\"2\"").status()).isEqualTo(204);
    assertThat(program.get(path).items()).isEmpty();
  }

  @Test
  void shows_the_values_of_the_journal_only_to_who_may_read_it() {
    String path = PARTIES + "/" + make("family_name", "Journalier");
    Answer steward = program.get(path + "/journal");
    Answer reader = Program.of(Role.READER, "read").get(path + "/journal");

    assertThat(steward.raw().body()).contains("Journalier");
    assertThat(reader.items()).hasSize(1);
    assertThat(reader.raw().body()).doesNotContain("Journalier");
    assertThat(Program.of(Role.READER, "read").get("/api/v1/journal").status()).isEqualTo(403);
    assertThat(Program.of(Role.DPO, "read").get("/api/v1/journal?limit=3").items()).hasSize(3);
  }

  @Test
  void lists_fields_sources_runs_and_what_a_run_changed() {
    String path = PARTIES + "/" + make("family_name", "Listee", "city", "Lyon");
    program.patch(
        path,
        Map.of("values", Map.of("city", "Nice")),
        "If-Match",
        program.get(path).header("ETag"));

    assertThat(program.get("/api/v1/fields", "Accept-Language", "fr").items())
        .anySatisfy(
            field ->
                assertThat(field).containsEntry("code", "email").containsEntry("label", "E-mail"));
    assertThat(program.get("/api/v1/sources").items()).isNotEmpty();
    Map<String, Object> run = program.get("/api/v1/runs?kind=edit&limit=1").items().get(0);
    assertThat(program.get("/api/v1/runs/" + run.get("id") + "/changes").items().get(0))
        .containsEntry("before", "Lyon")
        .containsEntry("after", "Nice");
    assertThat(program.post("/api/v1/runs/" + run.get("id") + "/pause", "{}").status())
        .isEqualTo(409);
  }
}
