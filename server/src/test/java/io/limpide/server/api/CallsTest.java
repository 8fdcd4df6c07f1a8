package io.limpide.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Program;
import io.limpide.server.Program.Answer;
import io.limpide.server.Running;
import io.limpide.server.account.Role;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallsTest {
  private static final String PARTIES = "/api/v1/parties";

  private final Running server = Running.server();
  private final Program program = Program.of(Role.STEWARD, "read", "write");

  private static Map<String, Object> party(String name) {
    return Map.of("values", Map.of("family_name", name));
  }

  private static void isProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json())
        .containsEntry("type", "urn:limpide:problem:" + code)
        .containsEntry("status", status)
        .containsKeys("title", "detail");
    assertThat(answer.raw().body()).doesNotContain("problem." + code, "??");
  }

  private long parties() {
    return server.owner().sql("select count(*) from party").query(Long.class).single();
  }

  @Test
  void says_every_refusal_as_a_problem() {
    isProblem(program.post(PARTIES, "{\"values\":"), 400, "invalid_json");
    isProblem(program.post(PARTIES, "{\"values\":[1]}"), 400, "invalid_body");
    isProblem(program.send("POST", PARTIES, ""), 400, "body_missing");
    isProblem(program.get(PARTIES + "/999999999"), 404, "not_found");
    isProblem(program.get(PARTIES + "/nobody"), 404, "not_found");
    isProblem(program.get("/api/v1/nothing"), 404, "not_found");
    isProblem(program.put(PARTIES, Map.of()), 405, "method");
    isProblem(
        program.send("POST", PARTIES, "a=b", "Content-Type", "application/x-www-form-urlencoded"),
        415,
        "media_type");
    isProblem(program.get(PARTIES, "Accept", "image/png"), 406, "not_acceptable");
    isProblem(program.get(PARTIES + "?limit=201"), 400, "invalid_parameter");
    isProblem(program.get(PARTIES + "?kin=person"), 400, "invalid_parameter");
    isProblem(program.get(PARTIES + "?source=x"), 400, "invalid_parameter");
    isProblem(program.get(PARTIES + "?after=!"), 400, "invalid_parameter");
    isProblem(
        program.post(PARTIES, "{\"values\":{\"notes\":\"" + "x".repeat(9 << 20) + "\"}}"),
        413,
        "too_large");
    isProblem(Program.of(Role.READER, "read").post(PARTIES, party("X")), 403, "forbidden");
    isProblem(program.get(PARTIES, "Authorization", "Bearer wrong"), 401, "unauthorized");
  }

  @Test
  void words_a_problem_in_the_language_of_the_caller() {
    Answer answer = program.get(PARTIES + "/999999999", "Accept-Language", "fr-FR, en;q=0.5");

    assertThat(answer.json()).containsEntry("title", "Il n’y a rien ici");
    assertThat(answer.header("Content-Language")).isEqualTo("fr");
  }

  @Test
  void refuses_what_it_does_not_know_by_its_name_and_changes_nothing() {
    long before = parties();

    Answer property =
        program.post(PARTIES, "{\"values\":{\"family_name\":\"X\"},\"role\":\"administrator\"}");
    Answer field = program.post(PARTIES, Map.of("values", Map.of("emial", "x@example.fr")));
    Answer number = program.post(PARTIES, "{\"values\":{\"postcode\":1000}}");

    isProblem(property, 400, "unknown_property");
    assertThat(property.errors().get(0))
        .containsEntry("field", "role")
        .containsEntry(
            "detail", "There is no property of this name. There are: owner, stage, values.");
    isProblem(field, 422, "validation");
    assertThat(field.errors().get(0)).containsEntry("field", "values.emial");
    isProblem(number, 400, "invalid_body"); // 01000 would lose its zero
    assertThat(number.errors().get(0)).containsEntry("field", "values.postcode");
    assertThat(parties()).isEqualTo(before);
  }

  @Test
  void never_repeats_what_was_sent() {
    String secret = "jeanne.secrete@exemple.fr";

    Answer answer = program.post(PARTIES, "{\"values\":{\"email\":{\"a\":\"" + secret + "\"}}}");
    Answer cursor = program.get(PARTIES + "?kind=" + secret);

    assertThat(answer.raw().body()).doesNotContain(secret);
    assertThat(cursor.raw().body()).doesNotContain(secret);
  }

  @Test
  void does_a_call_with_a_key_once_and_gives_its_answer_again() {
    Answer first = program.post(PARTIES, party("Onceler"), "Idempotency-Key", "once-1");
    Answer again = program.post(PARTIES, party("Onceler"), "Idempotency-Key", "once-1");
    Answer other = program.post(PARTIES, party("Other"), "Idempotency-Key", "once-1");

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.raw().body()).isEqualTo(first.raw().body());
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag")).isNotEmpty();
    assertThat(again.header("Location")).isEqualTo(PARTIES + "/" + first.id());
    assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
    isProblem(other, 422, "key_of_another_call");
    assertThat(program.get(PARTIES + "?q=onceler").items()).hasSize(1);
  }

  @Test
  void lets_a_refused_call_come_again_with_its_key() {
    Answer refused =
        program.post(
            PARTIES, Map.of("values", Map.of("nom", "Retry")), "Idempotency-Key", "again-1");
    Answer corrected = program.post(PARTIES, party("Retry"), "Idempotency-Key", "again-1");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(corrected.status()).isEqualTo(201);
  }

  @Test
  void makes_one_party_of_ten_calls_at_once_with_the_same_key() {
    List<CompletableFuture<Answer>> calls =
        IntStream.range(0, 10)
            .mapToObj(
                at ->
                    CompletableFuture.supplyAsync(
                        () ->
                            program.post(PARTIES, party("Simultane"), "Idempotency-Key", "race-1")))
            .toList();

    assertThat(calls)
        .extracting(CompletableFuture::join)
        .allSatisfy(answer -> assertThat(answer.status()).isIn(201, 409));
    assertThat(program.get(PARTIES + "?q=simultane").items()).hasSize(1);
    assertThat(program.post(PARTIES, party("Simultane"), "Idempotency-Key", "race-1").status())
        .isEqualTo(201);
  }

  @Test
  void gives_a_kept_answer_to_nobody_who_lost_the_right() {
    Program writer = Program.of(Role.CONTRIBUTOR, "read", "write");
    writer.post(PARTIES, party("Lost"), "Idempotency-Key", "lost-1");
    server
        .owner()
        .sql("update account set role = 'reader' where id = ?")
        .param(writer.account())
        .update();

    isProblem(writer.post(PARTIES, party("Lost"), "Idempotency-Key", "lost-1"), 403, "forbidden");
  }

  @Test
  void stops_who_calls_too_often_and_says_when_to_go_on() {
    AtomicLong now = new AtomicLong();
    RateLimits limits = new RateLimits(60, now::get);
    for (int call = 0; call < 60; call++) {
      assertThat(limits.take("token:1").allowed()).isTrue();
    }

    RateLimits.Left none = limits.take("token:1");
    assertThat(none.allowed()).isFalse();
    assertThat(none.seconds()).isEqualTo(1); // 60 a minute: the next after a second
    assertThat(limits.take("token:2").allowed()).isTrue();
    now.addAndGet(1_000_000_000L);
    assertThat(limits.take("token:1").allowed()).isTrue();
    assertThat(limits.take("token:1").allowed()).isFalse();
  }

  @Test
  void forgets_the_callers_that_were_longest_away() {
    RateLimits limits = new RateLimits(60, () -> 0);
    for (int caller = 0; caller < 20_000; caller++) {
      limits.take("token:" + caller);
    }
    assertThat(limits.size()).isEqualTo(10_000);
  }

  @Test
  void refuses_the_call_after_three_hundred_at_once_with_429() {
    Program busy = Program.of(Role.READER, "read");
    Answer last = busy.get("/api/v1/search?q=x");
    for (int call = 0; call < 400 && last.status() == 200; call++) {
      last = busy.get("/api/v1/search?q=x");
    }

    isProblem(last, 429, "too_many");
    assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 60);
    assertThat(last.header("RateLimit")).startsWith("\"calls\";r=0;t=");
    assertThat(last.header("RateLimit-Policy")).isEqualTo("\"calls\";q=300;w=60");
  }
}
