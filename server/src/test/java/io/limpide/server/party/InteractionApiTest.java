package io.limpide.server.party;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Program;
import io.limpide.server.Program.Answer;
import io.limpide.server.Running;
import io.limpide.server.account.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // a test that is wrong about an answer fails
class InteractionApiTest {
  private static final String BATCH = "/api/v1/interactions/batch";

  private final Running server = Running.server();
  private final Program program = Program.of(Role.STEWARD, "read", "write");

  private String party(String name) {
    return program
        .post("/api/v1/parties", Map.of("values", Map.of("family_name", name)))
        .header("Location");
  }

  private static long number(String path) {
    return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
  }

  private Object lastActivity(String path) {
    return program.get(path).json().get("lastActivity");
  }

  @Test
  void takes_only_an_act_of_the_person_for_a_sign_of_life() {
    String path = party("Vivant");
    String interactions = path + "/interactions";

    program.post(
        interactions, Map.of("channel", "email", "kind", "opened", "at", "2026-03-05T10:00:00Z"));
    program.post(
        interactions, Map.of("channel", "email", "kind", "sent", "at", "2026-03-06T10:00:00Z"));
    assertThat(lastActivity(path)).isNull();
    Answer call =
        program.post(
            interactions,
            Map.of("channel", "phone", "kind", "answered", "at", "2026-03-02T10:00:00Z"));
    assertThat(call.status()).isEqualTo(201);
    assertThat(lastActivity(path)).isEqualTo("2026-03-02");

    String one = "/api/v1/interactions/" + call.id();
    assertThat(program.delete(one + "?dryRun=true").status()).isEqualTo(200);
    assertThat(Program.of(Role.STEWARD, "read", "write").delete(one).status()).isEqualTo(403);
    assertThat(program.delete(one).status()).isEqualTo(204);
    assertThat(lastActivity(path)).isNull();
  }

  @Test
  void keeps_what_has_an_external_key_once() {
    String interactions = party("Uneseule") + "/interactions";
    Map<String, String> call =
        Map.of("channel", "phone", "kind", "answered", "externalKey", "pbx-1");

    Answer first = program.post(interactions, call);
    Answer again = program.post(interactions, call);
    Answer elsewhere = program.post(party("Autre") + "/interactions", call);

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(elsewhere.status()).isEqualTo(409);
    assertThat(program.get(interactions).items()).hasSize(1);
  }

  @Test
  void refuses_what_cannot_have_happened() {
    String interactions = party("Impossible") + "/interactions";

    assertThat(program.post(interactions, Map.of("channel", "fax", "kind", "sent")).status())
        .isEqualTo(422);
    assertThat(
            program.post(interactions, Map.of("channel", "email", "kind", "met")).errors().get(0))
        .containsEntry("field", "kind");
    assertThat(
            program
                .post(
                    interactions,
                    Map.of("channel", "meeting", "kind", "met", "at", "2999-01-01T00:00:00Z"))
                .errors()
                .get(0))
        .containsEntry("field", "at");
    assertThat(
            program
                .post(interactions, Map.of("channel", "order", "kind", "ordered", "amount", 12.5))
                .errors()
                .get(0))
        .containsEntry("field", "currency");
  }

  @Test
  void gives_each_of_many_its_own_result() {
    long id = number(party("Plusieurs"));
    Answer answer =
        program.post(
            BATCH,
            Map.of(
                "items",
                List.of(
                    Map.of("party", id, "channel", "visit", "kind", "visited"),
                    Map.of("party", 999999999, "channel", "visit", "kind", "visited"),
                    Map.of("channel", "visit", "kind", "visited"),
                    Map.of("party", id, "channel", "form", "kind", "submitted", "role", "x"),
                    Map.of("party", id, "channel", "visit", "kind", "planned", "externalKey", "v"),
                    Map.of(
                        "party", id, "channel", "visit", "kind", "planned", "externalKey", "v"))));

    assertThat(answer.items())
        .extracting(item -> item.get("status"))
        .containsExactly(201, 404, 422, 400, 201, 200);
    assertThat(answer.items().get(5).get("id")).isEqualTo(answer.items().get(4).get("id"));
  }

  @Test
  void takes_a_thousand_of_a_thousand_parties_in_one_call() {
    List<Object> parties = new ArrayList<>();
    for (int at = 0; at < 1_000; at++) {
      parties.add(Map.of("values", Map.of("family_name", "Foule" + at)));
    }
    Answer made = program.post("/api/v1/parties/batch", Map.of("items", parties));
    List<Object> items = new ArrayList<>();
    made.items()
        .forEach(
            party ->
                items.add(Map.of("party", party.get("id"), "channel", "order", "kind", "ordered")));

    Answer answer = program.post(BATCH, Map.of("items", items), "Idempotency-Key", "crowd");

    assertThat(answer.json()).containsEntry("done", 1_000);
    assertThat(
            server
                .owner()
                .sql(
                    """
                    select count(*) from party
                    where sort_key like 'foule%' and last_activity = current_date
                    """)
                .query(Long.class)
                .single())
        .isEqualTo(1_000);
  }

  @Test
  void pages_through_what_happened_by_channel_even_at_the_same_instant() {
    String path = party("Memeinstant");
    List<Object> items = new ArrayList<>();
    for (int at = 0; at < 7; at++) {
      items.add(
          Map.of(
              "party",
              number(path),
              "channel",
              "email",
              "kind",
              "sent",
              "at",
              "2026-02-01T08:00:00Z"));
    }
    items.add(Map.of("party", number(path), "channel", "phone", "kind", "called"));
    program.post(BATCH, Map.of("items", items));

    List<Object> seen = new ArrayList<>();
    String next = path + "/interactions?channel=email&limit=3";
    while (next != null) {
      Answer page = program.get(next);
      page.items().forEach(item -> seen.add(item.get("id")));
      next = (String) page.json().get("next");
    }
    assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    assertThat(program.get(path + "/interactions").items()).hasSize(8);
  }
}
