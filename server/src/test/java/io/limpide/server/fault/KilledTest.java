package io.limpide.server.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
  private static final int ROWS = 30_000;
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
      try (Stream<Path> files = Files.walk(data)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  /** Kills at a moment, and starts again. */
  private static void strike(Random random, boolean database, int withinMillis) throws Exception {
    Thread.sleep(random.nextInt(withinMillis));
    if (database) {
      ServerProcess.signal(Base.postmaster(data()), "KILL");
      Thread.sleep(random.nextInt(200));
    }
    server().kill();
    server = ServerProcess.start(data(), Optional.empty());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void ends_what_was_on_its_way_and_loses_nothing(long seed) throws Exception {
    Random random = new Random(seed);
    boolean database = seed % 3 == 2;
    String source = "killed-" + seed;
    long first = Base.send(server(), source, Base.Rows.of(seed, 3_000, 0).text());
    Base base = Base.in(data());
    base.await(first, "done");
    long id = base.source(source);
    String before = base.digest(id);
    Base.Rows rows = Base.Rows.of(seed + 1, ROWS, 3_000);

    long run = Base.send(server(), source, rows.text());
    strike(random, database, 3_500);
    base = Base.in(data());
    base.await(run, "done");

    base.checkImport(run, rows);
    assertThat(base.digest(id)).isNotEqualTo(before);

    assertThat(Base.visitor(server()).post("/imports/" + run + "/rollback", Map.of()).statusCode())
        .isEqualTo(302);
    strike(random, database, 2_500);
    base = Base.in(data());
    base.await(run, "undone");

    base.checkAll();
    assertThat(base.digest(id)).isEqualTo(before);
  }
}
