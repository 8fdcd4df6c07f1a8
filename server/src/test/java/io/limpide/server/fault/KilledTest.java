package io.limpide.server.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A server, or its PostgreSQL, is killed at a moment that the seed says, and started again: what
 * was on its way ends without a person, and nothing is lost, doubled or left half done.
 *
 * <p>More trials: {@code -Dlimpide.fault.trials=N}.
 */
class KilledTest {
  private static final int ROWS = 15_000;
  private static final int FEW = 1_000; // so that the rows of the first trial are a first load
  private static final int PARTIES = 3_000;
  private static @Nullable Path data;
  private static @Nullable ServerProcess server;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("limpide.fault.trials", 3));
  }

  private static Path data() throws IOException {
    Path folder = data == null ? Files.createTempDirectory("limpide-fault-") : data;
    data = folder;
    return folder;
  }

  private static ServerProcess server() throws Exception {
    ServerProcess running = server;
    if (running == null) {
      running = ServerProcess.start(data(), Optional.empty());
      Base.in(data()).steward();
      server = running;
    }
    return running;
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.stop();
    }
    if (data != null) {
      Base.delete(data);
    }
  }

  /** What is killed. */
  private enum Victim {
    POSTGRES,
    SERVER,
    BOTH;

    static Victim of(long seed) {
      return values()[(int) (seed % values().length)];
    }

    /** Returns another one: to start a server takes the longest, so once in a trial is enough. */
    Victim other() {
      return this == POSTGRES ? SERVER : POSTGRES;
    }
  }

  /** Waits until a run is on its way, kills at a moment, and has started again what does not. */
  private static void strike(long run, Random random, Victim victim, int withinMillis)
      throws Exception {
    Base.in(data()).awaitBegun(run);
    Thread.sleep(random.nextInt(withinMillis));
    if (victim != Victim.SERVER) {
      ServerProcess.signal(Base.postmaster(data()), "KILL");
    }
    if (victim != Victim.POSTGRES) {
      Thread.sleep(random.nextInt(200));
      server().kill();
      server = ServerProcess.start(data(), Optional.empty());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void an_import_and_its_rollback_end_by_themselves_and_lose_nothing(long seed) throws Exception {
    Random random = new Random(seed);
    Victim victim = Victim.of(seed);
    String source = "killed-" + seed;
    long first = Base.send(server(), source, Base.Rows.of(seed, FEW, 0).text());
    Base base = Base.in(data());
    base.await(first, "done");
    long id = base.source(source);
    String before = base.digest(id);
    Base.Rows rows = Base.Rows.of(seed + 1, ROWS, FEW);

    long run = Base.send(server(), source, rows.text());
    strike(run, random, victim, 2_000);
    base = Base.in(data());
    base.await(run, "done");

    base.checkImport(run, rows);
    assertThat(base.digest(id)).isNotEqualTo(before);

    assertThat(Base.visitor(server()).post("/imports/" + run + "/rollback", Map.of()).statusCode())
        .isEqualTo(302);
    strike(base.undoing(run), random, victim.other(), 1_000);
    base = Base.in(data());
    base.await(run, "undone");

    base.checkAll();
    assertThat(base.digest(id)).isEqualTo(before);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_correction_and_its_undoing_end_by_themselves_and_do_nothing_twice(long seed)
      throws Exception {
    Random random = new Random(seed);
    Victim victim = Victim.of(seed + 1);
    String source = "corrected-" + seed;
    String file = Base.Rows.of(seed, PARTIES, 0).clean();
    long first = Base.send(server(), source, file);
    Base base = Base.in(data());
    base.await(first, "done");
    long id = base.source(source);
    String before = base.digest(id);
    String city = "Rennes-" + seed;

    HttpResponse<String> given =
        Base.visitor(server())
            .post(
                "/parties/bulk/run",
                Map.of("all", "true", "query", "?source=" + id, "field", "city", "value", city));
    long run = Base.number(given);
    strike(run, random, victim, 1_000);
    base = Base.in(data());
    base.await(run, "done");

    base.checkChanges(run, PARTIES);
    assertThat(base.holding("city", city)).isEqualTo(PARTIES);

    long undo = Base.number(Base.call(server(), "/api/v1/runs/" + run + "/undo", "u" + seed, ""));
    strike(undo, random, victim.other(), 1_000);
    base = Base.in(data());
    base.await(undo, "done");

    base.checkUndone(run, undo, PARTIES);
    assertThat(base.holding("city", city)).isZero();
    assertThat(base.digest(id)).isEqualTo(before);
  }
}
