package io.limpide.server.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import io.limpide.server.Visitor;
import io.limpide.server.account.Role;
import io.limpide.server.journal.Journal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SchedulesTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  /** Clocks go forward on 2026-03-29 at 2:00 and back on 2026-10-25 at 3:00. */
  @ParameterizedTest(name = "{1} from {0} at {2}, after {3}: {4}")
  @CsvSource(
      textBlock =
          """
          # first   ; every  ; at   ; after                     ; due
          2026-01-01; DAY    ; 02:00; 2026-01-01T01:59:59+01:00 ; 2026-01-01T02:00:00+01:00
          2026-01-01; DAY    ; 02:00; 2026-01-01T02:00:00+01:00 ; 2026-01-02T02:00:00+01:00
          2026-02-01; DAY    ; 02:00; 2026-01-01T12:00:00+01:00 ; 2026-02-01T02:00:00+01:00
          2026-01-01; DAY    ; 02:30; 2026-03-28T12:00:00+01:00 ; 2026-03-29T03:30:00+02:00
          2026-01-01; DAY    ; 02:30; 2026-03-29T12:00:00+02:00 ; 2026-03-30T02:30:00+02:00
          2026-01-01; DAY    ; 02:30; 2026-10-24T12:00:00+02:00 ; 2026-10-25T02:30:00+02:00
          2026-01-01; DAY    ; 02:30; 2026-10-25T02:30:00+02:00 ; 2026-10-26T02:30:00+01:00
          2026-01-01; DAY    ; 02:30; 2026-10-25T02:30:00+01:00 ; 2026-10-26T02:30:00+01:00
          2026-01-05; WEEK   ; 06:00; 2026-03-27T12:00:00+01:00 ; 2026-03-30T06:00:00+02:00
          2026-01-31; MONTH  ; 02:00; 2026-02-01T00:00:00+01:00 ; 2026-02-28T02:00:00+01:00
          2026-01-31; MONTH  ; 02:00; 2026-02-28T12:00:00+01:00 ; 2026-03-31T02:00:00+02:00
          2026-01-31; MONTH  ; 02:00; 2028-02-01T12:00:00+01:00 ; 2028-02-29T02:00:00+01:00
          2025-11-30; QUARTER; 02:00; 2026-02-01T12:00:00+01:00 ; 2026-02-28T02:00:00+01:00
          2025-11-30; QUARTER; 02:00; 2026-03-01T12:00:00+01:00 ; 2026-05-30T02:00:00+02:00
          2024-02-29; YEAR   ; 02:00; 2026-03-01T12:00:00+01:00 ; 2027-02-28T02:00:00+01:00
          2024-02-29; YEAR   ; 02:00; 2027-03-01T12:00:00+01:00 ; 2028-02-29T02:00:00+01:00
          """,
      delimiter = ';')
  void knows_when_something_is_due(
      String first, Schedules.Every every, String at, String after, String due) {
    Timing timing = new Timing(LocalDate.parse(first), every, LocalTime.parse(at));
    assertThat(timing.next(java.time.OffsetDateTime.parse(after).toInstant(), PARIS))
        .isEqualTo(java.time.OffsetDateTime.parse(due).toInstant());
  }

  @Test
  void makes_one_run_of_each_due_time_though_two_servers_look() throws Exception {
    Running server = Running.server();
    JdbcClient base = server.owner();
    List<Long> schedules = new ArrayList<>();
    for (int at = 0; at < 20; at++) { // of a kind that nothing carries out
      schedules.add(
          base.sql(
                  """
                  insert into schedule (kind, every, at_time, first_on, next_at)
                  values ('nothing', 'day', '00:00', current_date - 1, now() - interval '1 minute')
                  returning id
                  """)
              .query(Long.class)
              .single());
    }
    Clock clock = Clock.offset(Clock.system(java.time.ZoneId.systemDefault()), Duration.ZERO);
    Schedules one =
        new Schedules(server.ownerSource(), base, server.part(Journal.class), Optional.of(clock));
    Schedules other =
        new Schedules(server.ownerSource(), base, server.part(Journal.class), Optional.of(clock));
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Callable<List<Long>>> looks = new ArrayList<>();
      for (int at = 0; at < 8; at++) {
        looks.add(at % 2 == 0 ? one::due : other::due);
      }
      for (Future<List<Long>> look : pool.invokeAll(looks)) {
        look.get();
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(
            base.sql(
                    "select count(*) from occurrence where schedule_id = any(?) and run_id is not null")
                .param(schedules.toArray(Long[]::new))
                .query(Long.class)
                .single())
        .isEqualTo(20);
    assertThat(
            base.sql("select count(*) from run where kind = 'nothing'").query(Long.class).single())
        .isEqualTo(20);
    assertThat(
            base.sql("select bool_and(next_at > now()) from schedule where id = any(?)")
                .param(schedules.toArray(Long[]::new))
                .query(Boolean.class)
                .single())
        .isTrue();
    base.sql("delete from schedule where kind = 'nothing'").update();
    base.sql("delete from run where kind = 'nothing'").update();
  }

  @Test
  void what_changed_is_judged_every_night_unless_somebody_decides_otherwise() {
    try (Running fresh = Running.another(Optional.empty())) {
      assertThat(fresh.part(Schedules.class).all())
          .singleElement()
          .satisfies(
              nightly -> {
                assertThat(nightly.kind()).isEqualTo("evaluation");
                assertThat(nightly.every()).isEqualTo("day");
                assertThat(nightly.active()).isTrue();
                assertThat(nightly.nextAt())
                    .isEqualTo(
                        LocalDate.now(ZoneId.systemDefault())
                            .plusDays(1)
                            .atTime(2, 0)
                            .atZone(ZoneId.systemDefault())
                            .toInstant());
              });
    }
  }

  @Test
  void evaluations_and_backups_can_be_scheduled() {
    assertThat(Running.server().part(Worker.class).canBeScheduled())
        .contains("evaluation", "evaluation.all", "backup", "uploads.clear");
  }

  @Test
  void are_made_changed_and_deleted_on_their_page() {
    Running server = Running.server();
    Visitor visitor = server.as(Role.STEWARD);
    String first = LocalDate.now(ZoneId.systemDefault()).plusDays(2).toString();

    assertThat(
            visitor
                .post(
                    "/schedules",
                    Map.of(
                        "kind", "uploads.clear", "every", "MONTH", "at", "03:15", "first", first))
                .statusCode())
        .isEqualTo(302);

    assertThat(visitor.get("/schedules").body()).contains("03:15").doesNotContain("??");
    Schedules schedules = server.part(Schedules.class);
    Schedules.Schedule made =
        schedules.all().stream().filter(s -> s.kind().equals("uploads.clear")).findFirst().get();
    assertThat(made.nextAt())
        .isEqualTo(LocalDate.parse(first).atTime(3, 15).atZone(ZoneId.systemDefault()).toInstant());
    visitor.post("/schedules/" + made.id(), Map.of("every", "DAY", "at", "04:00"));
    Schedules.Schedule changed =
        schedules.all().stream().filter(s -> s.id() == made.id()).findFirst().get();
    assertThat(changed.active()).isFalse();
    assertThat(changed.nextAt()).isAfter(Instant.now());
    visitor.post("/schedules/" + made.id() + "/delete", Map.of());
    assertThat(schedules.all()).noneMatch(s -> s.id() == made.id());
    assertThat(
            visitor
                .post("/schedules", Map.of("kind", "import", "every", "DAY", "at", "03:00"))
                .statusCode())
        .isEqualTo(302);
    assertThat(schedules.all()).noneMatch(s -> s.kind().equals("import"));
  }
}
