package io.limpide.server.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Program;
import io.limpide.server.Program.Answer;
import io.limpide.server.Running;
import io.limpide.server.account.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScheduleApiTest {
  private static final String SCHEDULES = "/api/v1/schedules";
  private static final String RUNS = "/api/v1/runs";

  private final Running server = Running.server();
  private final Program program = Program.of(Role.STEWARD, "read", "write");

  @Test
  void makes_changes_and_ends_what_is_done_again_and_again() {
    String first = LocalDate.now(java.time.ZoneId.systemDefault()).plusYears(1).toString();

    Answer made =
        program.post(
            SCHEDULES,
            Map.of("kind", "uploads.clear", "every", "month", "at", "03:15", "first", first));
    assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
    assertThat(made.json())
        .containsEntry("every", "month")
        .containsEntry("at", "03:15")
        .containsEntry("first", first)
        .containsEntry("active", true)
        .containsKey("next");
    String path = SCHEDULES + "/" + made.id();

    assertThat(program.patch(path, Map.of("active", false)).status()).isEqualTo(428);
    String tag = program.get(path).header("ETag");
    assertThat(tag).isEqualTo(made.header("ETag"));
    assertThat(program.patch(path, Map.of("active", false), "If-Match", tag).json())
        .containsEntry("every", "month")
        .containsEntry("at", "03:15")
        .containsEntry("active", false)
        .doesNotContainKey("next");
    assertThat(program.patch(path, Map.of("active", true), "If-Match", tag).status())
        .as("a change on top of one that was not seen")
        .isEqualTo(412);
    assertThat(program.get(SCHEDULES).items())
        .extracting(one -> one.get("id"))
        .contains(made.json().get("id"));
    assertThat(program.delete(path + "?dryRun=true").part("would")).containsEntry("schedules", 1);
    assertThat(program.get(path).status()).isEqualTo(200);
    assertThat(program.delete(path).status()).isEqualTo(204);
    assertThat(program.get(path).status()).isEqualTo(404);
    assertThat(
            server
                .owner()
                .sql("select action from journal where subject = ? order by id")
                .param("schedule:" + made.id())
                .query(String.class)
                .list())
        .containsExactly("schedule.created", "schedule.changed", "schedule.deleted");
  }

  @Test
  void says_what_cannot_be_scheduled() {
    assertThat(
            program
                .post(SCHEDULES, Map.of("kind", "edit", "every", "hour", "at", "25:00"))
                .errors())
        .extracting(error -> error.get("field"))
        .containsExactly("kind", "every", "at");
    assertThat(Program.of(Role.CONTRIBUTOR, "read", "write").get(SCHEDULES).status())
        .isEqualTo(403);
    assertThat(Program.of(Role.STEWARD, "read").get(SCHEDULES).status()).isEqualTo(403);
  }

  private long run(String state, String failure) {
    return server
        .owner()
        .sql(
            """
            insert into run (kind, state, failure, done, total)
            values ('change', ?, nullif(?, ''), 30, 120) returning id
            """)
        .params(state, failure)
        .query(Long.class)
        .single();
  }

  @Test
  void tells_how_far_a_job_is_and_takes_orders() {
    long run = run("paused", "");
    String path = RUNS + "/" + run;

    assertThat(program.get(path).json())
        .containsEntry("percent", 25)
        .containsEntry("canRetry", false)
        .containsEntry("state", "paused");
    assertThat(program.get(RUNS + "?state=paused").items())
        .extracting(one -> one.get("id"))
        .contains((int) run);
    assertThat(program.post(path + "/cancel?dryRun=true", "").part("would"))
        .containsEntry("runs", 1);
    assertThat(program.post(path + "/cancel", "").json()).containsEntry("state", "cancelled");
    Answer late = program.post(path + "/pause", "", "Accept-Language", "en");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.json().get("detail")).asString().contains("cancelled");
    assertThat(program.get(RUNS + "?state=over").status()).isEqualTo(400);
  }

  @Test
  void tries_again_what_a_fault_of_the_system_stopped_and_nothing_else() {
    String failed = RUNS + "/" + run("failed", "run.failure.fault");
    String unreadable = RUNS + "/" + run("failed", "import.failure.several");

    assertThat(program.get(failed).json())
        .containsEntry("canRetry", true)
        .containsKey("failureWords");
    assertThat(program.post(unreadable + "/retry", "").status()).isEqualTo(409);
    assertThat(program.post(failed + "/retry", "").status()).isEqualTo(200);
    assertThat(List.of(403))
        .contains(Program.of(Role.READER, "read", "write").post(failed + "/retry", "").status());
    assertThat(program.post(RUNS + "/987654321/retry", "").status()).isEqualTo(404);
  }
}
