package io.limpide.server.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two servers over one named PostgreSQL: what one does the other leaves, until that one is dead.
 */
class TwoServersTest {
  private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");

  private static @Nullable Path folder;
  private static @Nullable Process postgres;
  private static final List<ServerProcess> SERVERS = new ArrayList<>();
  private static int port;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(
        Files.isExecutable(PROGRAMS.resolve("initdb"))
            && "root".equals(System.getProperty("user.name")),
        "needs the PostgreSQL of Debian, and root");
    Path all = Files.createTempDirectory("limpide-two-");
    folder = all;
    run("chmod", "755", all.toString());
    Path cluster = Files.createDirectory(all.resolve("cluster"));
    run("chown", "postgres", cluster.toString());
    run(
        "runuser",
        "-u",
        "postgres",
        "--",
        PROGRAMS.resolve("initdb").toString(),
        "-D",
        cluster.toString(),
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
        "--auth=trust");
    port = ServerProcess.freePort();
    postgres =
        new ProcessBuilder(
                "runuser",
                "-u",
                "postgres",
                "--",
                PROGRAMS.resolve("postgres").toString(),
                "-D",
                cluster.toString(),
                "-p",
                String.valueOf(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=80")
            .redirectErrorStream(true)
            .redirectOutput(all.resolve("postgres.txt").toFile())
            .start();
    awaitDatabase();
    String url = "postgresql://postgres@127.0.0.1:" + port + "/postgres";
    SERVERS.add(ServerProcess.start(all.resolve("one"), Optional.of(url)));
    SERVERS.add(ServerProcess.start(all.resolve("two"), Optional.of(url)));
    Base.at(port).steward();
  }

  private static void run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).describedAs(String.join(" ", command)).isZero();
  }

  private static void awaitDatabase() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (System.nanoTime() < end) {
      try (java.net.Socket socket = new java.net.Socket()) {
        socket.connect(
            new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), port));
        Thread.sleep(500); // it listens before it lets anybody in
        return;
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    throw new AssertionError("PostgreSQL did not start");
  }

  @AfterAll
  static void stop() throws Exception {
    for (ServerProcess server : SERVERS) {
      server.signal("CONT");
      server.stop();
    }
    if (postgres != null) {
      postgres.descendants().findFirst().ifPresent(ProcessHandle::destroy);
      postgres.waitFor(20, TimeUnit.SECONDS);
      postgres.destroyForcibly();
    }
    if (folder != null) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  @Test
  void carry_out_each_run_once() throws Exception {
    Base base = Base.at(port);
    List<Long> runs = new ArrayList<>();
    Base.Rows rows = Base.Rows.of(7, 2_000, 0);
    for (int at = 0; at < 8; at++) {
      runs.add(Base.send(SERVERS.get(at % 2), "shared-" + at, rows.text()));
    }
    for (long run : runs) {
      base.await(run, "done");
      base.checkImport(run, rows);
    }
    assertThat(
            base.sql()
                .sql("select distinct attempt from run where id = any(?)")
                .param(runs.toArray(Long[]::new))
                .query(Integer.class)
                .list())
        .containsExactly(1);
  }

  @Test
  void let_one_that_was_taken_for_dead_write_nothing_more() throws Exception {
    Base base = Base.at(port);
    Random random = new Random(11);
    Base.Rows rows = Base.Rows.of(11, 40_000, 0);
    long run = Base.send(SERVERS.get(0), "stopped", rows.text());
    ServerProcess stopped = stop(base, run, random);

    base.await(run, "done"); // by the other one
    assertThat(attempt(base, run)).isGreaterThan(1);
    base.checkImport(run, rows);
    String then = state(base, run);

    stopped.signal("CONT");
    Thread.sleep(4_000); // it goes on where it was, and finds that its run is no longer its own

    assertThat(state(base, run)).isEqualTo(then);
    base.checkImport(run, rows);
    assertThat(Base.visitor(stopped).get("/jobs").statusCode()).isEqualTo(200);
  }

  /** Stops the server that carries out the run, at a moment when it holds nothing locked. */
  private static ServerProcess stop(Base base, long run, Random random) throws Exception {
    base.await(run, "running");
    long pid =
        base.sql()
            .sql(
                """
                select substring(picked_by from '[0-9]+$')::bigint from scheduled_tasks
                where task_name = 'run' and task_instance = ?
                """)
            .param(String.valueOf(run))
            .query(Long.class)
            .single();
    ServerProcess busy =
        SERVERS.stream().filter(server -> server.pid() == pid).findFirst().orElseThrow();
    for (int attempt = 0; attempt < 50; attempt++) {
      Thread.sleep(20 + random.nextInt(200));
      busy.signal("STOP");
      Thread.sleep(300); // whatever the other one does is over by then
      boolean holds =
          base.sql()
              .sql(
                  """
                  select exists (select from pg_stat_activity
                    where application_name = 'limpide-jobs' and xact_start < now() - interval '250 ms')
                  """)
              .query(Boolean.class)
              .single();
      if (!holds) {
        assertThat(
                base.sql()
                    .sql("select state from run where id = ?")
                    .param(run)
                    .query(String.class)
                    .single())
            .isEqualTo("running");
        return busy;
      }
      busy.signal("CONT");
    }
    throw new AssertionError("always in a transaction");
  }

  private static int attempt(Base base, long run) {
    return base.sql()
        .sql("select attempt from run where id = ?")
        .param(run)
        .query(Integer.class)
        .single();
  }

  private static String state(Base base, long run) {
    return base.digest(base.source("stopped"))
        + base.sql()
            .sql(
                "select row(r, i)::text from run r join import i on i.run_id = r.id where r.id = ?")
            .param(run)
            .query(String.class)
            .single()
        + base.sql().sql("select digest from journal_head").query(byte[].class).list().size()
        + base.sql().sql("select max(id) from journal").query(Long.class).single();
  }
}
