package io.limpide.server.party;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import io.limpide.server.Somebody;
import io.limpide.server.Visitor;
import io.limpide.server.account.Caller;
import io.limpide.server.account.Role;
import io.limpide.server.account.Visibility;
import io.limpide.server.job.Run;
import io.limpide.server.job.Runs;
import io.limpide.server.recipe.Recipes;
import io.limpide.server.source.Imports;
import io.limpide.server.source.Uploads;
import io.limpide.server.web.Json;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What a role sees only in part, it cannot find out either: on a base where every role is masked.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway") // a test that is wrong about an answer fails
class MaskedFieldsTest {
  private static final String EMAIL = "secrette@cachee.example";
  private static final String MOBILE = "+33698765432";

  private final Running server = Running.another(Optional.empty());
  private final Edits edits = server.part(Edits.class);
  private final Caller administrator = caller(Role.ADMINISTRATOR);
  private long person;
  private long nameless;
  private long imported;

  @BeforeAll
  void base() throws Exception {
    server
        .owner()
        .sql(
            """
            insert into field_mask (role, field)
            select r, f from unnest(array['steward', 'contributor', 'dpo', 'reader']) r,
              unnest(array['email', 'phone', 'mobile', 'birth_date', 'address_line']) f
            on conflict do nothing
            """)
        .update();
    Recipes recipes = server.part(Recipes.class);
    recipes.activate(
        recipes.save("custom:\n  person: {\"E-mail perso\": email}\n", "test", administrator),
        administrator);
    person =
        edits.create(
            Map.of(
                "given_name", "Aude",
                "family_name", "Masquet",
                "email", EMAIL,
                "mobile", MOBILE,
                "E-mail perso", "privee@maison.example",
                "birth_date", "1985-03-12",
                "house_number", "12",
                "address_line", "rue Cachette",
                "postcode", "29200",
                "city", "Brest"),
            administrator);
    nameless = edits.create(Map.of("email", "anonyme@inconnu.example"), administrator);
    imported = imported();
  }

  @AfterAll
  void close() {
    server.close();
  }

  private Caller caller(Role role) {
    return Somebody.of(server.account(role), role, Visibility.ALL);
  }

  private long imported() throws Exception {
    Imports imports = server.part(Imports.class);
    String text =
        "Nom;Prénom;E-mail;Divers\nMasquet;Rose;rose@cachee.example;appeler le 0611223344\n";
    Uploads.Upload upload =
        server
            .part(Uploads.class)
            .keep(
                "masked.csv",
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                administrator);
    long source = imports.sourceNamed("masked", "", administrator);
    server
        .owner()
        .sql("update source set mapping = '{\"Divers\":\"\"}' where id = ?")
        .param(source)
        .update();
    server
        .owner()
        .sql("update source set key_columns = array['E-mail'] where id = ?")
        .param(source)
        .update();
    long run = imports.begin(upload, source, true, administrator);
    Runs runs = server.part(Runs.class);
    for (int tries = 0; !runs.find(run).orElseThrow().isOver() && tries < 600; tries++) {
      Thread.sleep(100);
    }
    assertThat(runs.find(run).orElseThrow().state()).isEqualTo(Run.State.DONE);
    return server
        .owner()
        .sql("select party_id from record where source_id = ?")
        .param(source)
        .query(Long.class)
        .single();
  }

  private Visitor program(Role role) {
    String token = server.token(server.account(role), "read", "write", "import", "export");
    return server.visitor().with("Authorization", "Bearer " + token);
  }

  private String call(Role role, String path) {
    HttpResponse<String> answer = program(role).get("/api/v1" + path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static List<?> items(String body) {
    return (List<?>) Json.map(body).get("items");
  }

  @Test
  void finds_nobody_by_what_is_masked() {
    for (String word :
        List.of(
            EMAIL,
            "secrette",
            "cachee.example",
            "0698765432",
            "98765432",
            "privee@maison",
            "1985")) {
      assertThat(items(call(Role.READER, "/search?q=" + word))).as(word).isEmpty();
      assertThat(items(call(Role.STEWARD, "/parties?q=" + word))).as(word).isEmpty();
    }
    assertThat(items(call(Role.ADMINISTRATOR, "/search?q=secrette"))).hasSize(1);
    assertThat(items(call(Role.ADMINISTRATOR, "/search?q=0698765432"))).hasSize(1);
    assertThat(items(call(Role.ADMINISTRATOR, "/search?q=privee@maison"))).hasSize(1);
    assertThat(items(call(Role.READER, "/search?q=aude%20masquet"))).hasSize(1);
    assertThat(items(call(Role.READER, "/search?q=masquet%20secrette"))).isEmpty();
    assertThat(server.as(Role.READER).get("/parties?q=secrette").body()).doesNotContain("Masquet");
  }

  @Test
  void finds_nobody_so_in_a_base_of_an_older_version_either() throws Exception {
    String now = text("search");
    assertThat(now)
        .isEqualTo(
            "aude masquet 29200 brest \u0001secrette@cachee.example privee@maison.example"
                + " \u000333698765432 0698765432");
    server
        .owner()
        .sql("update party set search = ? where id = ?")
        .params(
            "aude masquet secrette@cachee.example 33698765432 0698765432 29200 brest"
                + " privee@maison.example",
            person)
        .update();
    server
        .owner()
        .sql("update party set sort_key = 'anonyme inconnu example' where id = ?")
        .param(nameless)
        .update();
    String script =
        new String(
            MaskedFieldsTest.class
                .getResourceAsStream("/db/migration/V45__masked.sql")
                .readAllBytes(),
            StandardCharsets.UTF_8);

    try (var connection = server.ownerSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(script);
    }

    assertThat(text("search")).isEqualTo(now);
    does_not_order_by_what_is_masked();
  }

  private String text(String column) {
    return server
        .owner()
        .sql("select " + column + " from party where id = ?")
        .param(person)
        .query(String.class)
        .single();
  }

  @Test
  void does_not_order_by_what_is_masked() {
    String list = call(Role.READER, "/parties?limit=1&sort=name&order=desc");
    assertThat(list).contains("a***@i***.example").doesNotContain("anonyme");
    String next = String.valueOf(Json.map(list).get("next"));
    String cursor = next.replaceAll(".*after=([^&]*).*", "$1");
    assertThat(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8))
        .doesNotContain("anonyme");
    assertThat(items(call(Role.READER, "/parties?q=an"))).as("by the beginning").isEmpty();
  }

  @Test
  void tells_of_no_duplicate_by_what_is_masked() {
    assertThat(items(call(Role.READER, "/parties/similar?email=" + EMAIL))).isEmpty();
    assertThat(items(call(Role.READER, "/parties/similar?phone=0698765432"))).isEmpty();
    assertThat(items(call(Role.READER, "/parties/similar?name=anonyme%20inconnu%20example")))
        .isEmpty();
    assertThat(items(call(Role.ADMINISTRATOR, "/parties/similar?email=" + EMAIL))).hasSize(1);
    assertThat(items(call(Role.READER, "/parties/similar?name=masquet%20aude"))).hasSize(1);

    Visitor contributor = server.as(Role.CONTRIBUTOR);
    assertThat(contributor.post("/parties/check", Map.of("email", EMAIL)).body())
        .doesNotContain("/parties/" + person);
    long guess = edits.create(Map.of("family_name", "Guet", "email", EMAIL), administrator);
    assertThat(contributor.get("/parties/" + guess).body())
        .doesNotContain("/parties/" + person + "\"");
    assertThat(server.as(Role.ADMINISTRATOR).get("/parties/" + guess).body())
        .contains("/parties/" + person + "\"");
    edits.edit(guess, 1, Map.of("email", ""), "", administrator);
  }

  @Test
  void exports_what_is_shown_and_no_more() {
    String file = server.as(Role.DPO).get("/parties/export?q=masquet").body();

    assertThat(file)
        .contains("s***@c***.example", "p***@m***.example", "1985-**-**", "1***", "Brest")
        .doesNotContain("secrette", "98765432", "privee", "-03-12", "Cachette");
    assertThat(server.as(Role.DPO).get("/parties/export?q=secrette").body())
        .doesNotContain("Masquet");
    assertThat(server.as(Role.ADMINISTRATOR).get("/parties/export?q=masquet").body())
        .contains(EMAIL);
  }

  @Test
  void sets_no_masked_field_in_bulk_and_counts_nobody_by_one() {
    Visitor steward = server.as(Role.STEWARD);

    assertThat(
            steward
                .post(
                    "/parties/bulk",
                    Map.of("all", "true", "query", "", "field", "email", "value", EMAIL))
                .statusCode())
        .as("whoever is missing among the examples has that very value")
        .isEqualTo(403);
    assertThat(
            steward
                .post(
                    "/parties/bulk/run",
                    Map.of("all", "true", "query", "", "field", "E-mail perso", "value", "x"))
                .statusCode())
        .isEqualTo(403);
    assertThat(steward.get("/parties").body())
        .contains("<option value=\"city\"")
        .doesNotContain("<option value=\"email\"");
    String preview =
        steward
            .post(
                "/parties/bulk",
                Map.of("all", "true", "query", "?q=secrette", "field", "city", "value", "Quimper"))
            .body();
    assertThat(preview).contains("no records").doesNotContain("Masquet");
    assertThat(
            steward
                .post(
                    "/parties/bulk",
                    Map.of("id", "" + nameless, "query", "", "field", "city", "value", "Quimper"))
                .body())
        .contains("a***@i***.example")
        .doesNotContain("anonyme");
  }

  @Test
  void shows_nothing_verbatim_of_columns_that_may_hold_anything() {
    String records = call(Role.READER, "/parties/" + imported + "/records");

    assertThat(records)
        .contains("{\"column\":\"Divers\",\"value\":\"a***\"}")
        .contains("r***@c***.example", "\"value\":\"Masquet\"")
        .doesNotContain("0611223344", "rose@cachee");
    assertThat(call(Role.READER, "/parties/" + imported)).doesNotContain("rose@cachee");
    assertThat(server.as(Role.READER).get("/parties/" + imported).body())
        .contains("Masquet")
        .doesNotContain("0611223344", "rose@cachee");
    assertThat(call(Role.ADMINISTRATOR, "/parties/" + imported + "/records"))
        .contains("appeler le 0611223344", "\"key\":\"rose@cachee.example\"");
  }

  @Test
  void names_contact_points_without_telling_what_they_are() {
    String points = call(Role.READER, "/parties/" + person + "/contact-points");

    assertThat(points)
        .contains("\"golden\":true", "1*** r*** C***")
        .doesNotContain("secrette", "98765432", "privee", "Cachette");
    Object id = ((Map<?, ?>) items(points).get(0)).get("id");
    assertThat(String.valueOf(id)).matches("[0-9]+-email-1"); // no digest to try guesses on
    assertThat(call(Role.READER, "/parties/" + person + "/contact-points/" + id))
        .contains("s***@c***.example");
    assertThat(server.as(Role.READER).get("/parties/" + person).body())
        .doesNotContain("secrette", "98765432", "privee", "Cachette", "-03-12");
  }

  @Test
  void repeats_nothing_masked_in_the_journal_and_the_runs() {
    String points = call(Role.ADMINISTRATOR, "/parties/" + person + "/contact-points");
    String point = String.valueOf(((Map<?, ?>) items(points).get(0)).get("id"));
    Party seen = server.part(Parties.class).find(person, administrator).orElseThrow();
    server.part(ContactPoints.class).keep(seen, point, 0, "valid", null, "", administrator);
    Party whole = server.part(Parties.class).find(nameless, administrator).orElseThrow();
    edits.edit(nameless, whole.version(), Map.of("city", "Rennes"), "", administrator);
    edits.edit(
        nameless,
        whole.version() + 1,
        Map.of("email_2", "autre@inconnu.example"),
        "",
        administrator);

    for (long party : List.of(person, nameless)) {
      assertThat(call(Role.DPO, "/parties/" + party + "/journal"))
          .contains("party.created")
          .doesNotContain("secrette", "98765432", "privee", "anonyme", "autre@");
    }
    assertThat(call(Role.DPO, "/journal")).contains("***").doesNotContain("secrette", "anonyme");
    assertThat(call(Role.DPO, "/runs")).doesNotContain("anonyme", "secrette");
    long run =
        server
            .owner()
            .sql("select max(run_id) from change where party_id = ? and field = 'email_2'")
            .param(nameless)
            .query(Long.class)
            .single();
    assertThat(call(Role.DPO, "/runs/" + run + "/changes"))
        .contains("a***@i***.example")
        .doesNotContain("autre@");
    assertThat(server.as(Role.DPO).get("/jobs/" + run).body())
        .contains("a***@i***.example")
        .doesNotContain("autre@", "anonyme");
  }

  @Test
  void shows_a_file_whole_to_whoever_brought_it_and_says_nothing_of_the_base() {
    long steward = server.account(Role.STEWARD);
    String own = server.token(steward, "read", "import");
    long run =
        server
            .owner()
            .sql(
                """
                with r as (insert into run (kind, state, account_id)
                    values ('import', 'draft', ?) returning id),
                  u as (insert into upload (name) values ('guess.csv') returning id)
                insert into import (run_id, source_id, upload_id, stage, columns, mapping, preview)
                select r.id, (select id from source where name = 'masked'), u.id, 'ready',
                  '[{"name": "Mel", "type": "email", "confidence": 99, "filled": 100,
                    "samples": ["devine@cachee.example"], "unique": true}]',
                  '{"Mel": "email"}',
                  '{"created": 1, "known_emails": 1, "new_examples": [{"row": 2,
                    "values": {"email": "devine@cachee.example", "city": "Brest"}}],
                    "rejections": [{"row": 3, "reason": "x", "arguments": [],
                    "raw": "devine@cachee.example;;"}]}' from r, u returning run_id
                """)
            .param(steward)
            .query(Long.class)
            .single();
    String path = "/api/v1/imports/" + run;
    Visitor whoever = server.visitor().with("Authorization", "Bearer " + own);

    assertThat(whoever.get(path + "/columns").body()).contains("devine@cachee.example");
    assertThat(call(Role.STEWARD, "/imports/" + run + "/columns"))
        .contains("d***@c***.example")
        .doesNotContain("devine");
    assertThat(server.as(Role.STEWARD).get("/imports/" + run).body())
        .contains("d***@c***.example", "Brest")
        .doesNotContain("devine@", "already in the base");
    assertThat(server.signedIn(steward).get("/imports/" + run).body()).contains("devine@");
    assertThat(whoever.get(path + "/preview").body())
        .as("how many of the addresses the base has")
        .contains("devine@")
        .doesNotContain("knownEmails");
    assertThat(call(Role.ADMINISTRATOR, "/imports/" + run + "/preview"))
        .contains("\"knownEmails\":1");
  }
}
