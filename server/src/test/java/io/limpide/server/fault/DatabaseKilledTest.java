package io.limpide.server.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** PostgreSQL dies while its server lives: nobody has to do anything, and nothing is lost. */
class DatabaseKilledTest {
  /** Longer than a request waits for a connection, so that some are refused. */
  private static final int AWAY_MILLIS = 12_000;

  private static final Duration GOAL = Duration.ofSeconds(15);

  @Test
  void is_started_again_and_the_import_goes_on() throws Exception {
    try (Trial trial = Trial.start()) {
      Base base = trial.base();
      Base.Rows rows = Base.Rows.of(3, 30_000, 0);
      long run = Base.send(trial.server(), "database-killed", rows.text());
      base.await(run, "running");

      ServerProcess.signal(Base.postmaster(trial.data()), "KILL");
      long killed = System.nanoTime();
      Visitor visitor = Base.visitor(trial.server());
      HttpResponse<String> first = visitor.get("/jobs");
      while (first.statusCode() >= 300) {
        checkWords(first);
        first = visitor.get("/jobs");
      }

      assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(GOAL);
      base.await(run, "done");
      base.checkImport(run, rows);
    }
  }

  @Test
  void answers_in_words_while_it_is_away_and_at_once_when_it_is_back() throws Exception {
    try (Trial trial = Trial.start()) {
      Visitor visitor = Base.visitor(trial.server());
      assertThat(visitor.get("/jobs").statusCode()).isEqualTo(200);
      Path password = trial.data().resolve("postgresql/global/pg_control");
      Path aside = trial.data().resolve("pg_control");
      Files.move(password, aside); // so that it cannot start
      ServerProcess.signal(Base.postmaster(trial.data()), "KILL");
      long end = System.nanoTime() + AWAY_MILLIS * 1_000_000L;

      HttpResponse<String> page = visitor.get("/jobs");
      checkWords(page);
      HttpResponse<String> call = visitor.get("/api/v1/parties");
      assertThat(call.statusCode()).isEqualTo(503);
      assertThat(call.headers().firstValue("Retry-After")).hasValue("5");
      assertThat(call.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(call.body()).contains("urn:limpide:problem:away").doesNotContain("SQL", "java");
      assertThat(visitor.get("/health").statusCode()).isEqualTo(503);
      assertThat(visitor.get("/assets/limpide.css").statusCode())
          .describedAs("what has the page of the error its looks")
          .isEqualTo(200);
      Thread.sleep(Math.max(0, (end - System.nanoTime()) / 1_000_000));

      Files.move(aside, password);
      long back = System.nanoTime();
      while (visitor.get("/jobs").statusCode() != 200) {
        assertThat(Duration.ofNanos(System.nanoTime() - back)).isLessThan(GOAL);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - back)).isLessThan(GOAL);
      trial.base().checkAll();
    }
  }

  private static void checkWords(HttpResponse<String> page) {
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(page.body())
        .contains("Limpide cannot answer just now")
        .doesNotContain("SQL", "java", "Exception");
  }

  /** A server of its own, and its data. */
  private record Trial(Path data, ServerProcess server) implements AutoCloseable {
    static Trial start() throws Exception {
      Path data = Files.createTempDirectory("limpide-away-");
      Trial trial = new Trial(data, ServerProcess.start(data, Optional.empty()));
      trial.base().steward();
      return trial;
    }

    Base base() throws Exception {
      return Base.in(data);
    }

    @Override
    public void close() throws IOException {
      try {
        server.stop();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      Base.delete(data);
    }
  }
}
