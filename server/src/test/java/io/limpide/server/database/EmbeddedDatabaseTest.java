package io.limpide.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  @TempDir private Path folder = Path.of(".");

  private static void run(DatabaseAddress address, String order) throws SQLException {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(order);
    }
  }

  private static String ask(DatabaseAddress address, String question) throws SQLException {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Opens a database in a process of its own, to be killed. */
  public static void main(String[] arguments) throws Exception {
    Database database = Database.open(Path.of(arguments[0]), Optional.empty());
    run(database.address(), "create table acknowledged as select 41 as answer");
    if (arguments.length > 1) { // a session that is too busy to see its postmaster die
      Thread busy = new Thread(() -> busy(database.address()));
      busy.start();
      while (ask(database.address(), BUSY).equals("0")) {
        Thread.sleep(20);
      }
    }
    System.out.println("open");
    Thread.sleep(600_000);
  }

  private static final String BUSY =
      "select count(*) from pg_stat_activity where state = 'active' and query like '%hundred%'"
          + " and pid <> pg_backend_pid()";

  private static void busy(DatabaseAddress address) {
    try {
      run(
          address,
          "select count(*) as hundred from generate_series(1, 100000) a, generate_series(1, 1000000) b");
    } catch (SQLException e) {
      // killed
    }
  }

  @Test
  void is_safe_closed_to_others_and_used_by_one_server_alone() throws Exception {
    Path data = folder.resolve("data");
    try (Database database = Database.open(data, Optional.empty())) {
      DatabaseAddress address = database.address();

      for (String setting : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
        assertThat(ask(address, "show " + setting)).isEqualTo("on");
      }
      assertThat(ask(address, "show data_checksums")).isEqualTo("on");
      assertThat(ask(address, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(address, "select lower('ÉÇ')")).isEqualTo("éç");
      assertThat(ask(address, "select 'Z' < 'é' and 'B' < 'a'")).isEqualTo("t");
      assertThatThrownBy(
              () -> new DatabaseAddress(address.url(), address.user(), "another").connect())
          .hasMessageContaining("password authentication failed");
      for (Path child : new Path[] {data, data.resolve("programs"), data.resolve("postgresql")}) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(child)))
            .as(child.toString())
            .isEqualTo("rwx------");
      }
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(data.resolve("postgresql.password"))))
          .isEqualTo("rw-------");

      assertThatThrownBy(() -> Database.open(data, Optional.empty()))
          .isInstanceOf(DatabaseException.class)
          .hasMessage("database.locked [" + data + "]");
      try (Database joined = Database.join(data, Optional.empty())) {
        assertThat(joined.address()).isEqualTo(address);
      }
      assertThat(ask(address, "select 1")).isEqualTo("1"); // whoever joined has not closed it
    }
    assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
  }

  /** A database in a process of its own, and that process. */
  private static Process started(Path data, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                EmbeddedDatabaseTest.class.getName(),
                data.toString()));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    assertThat(said.lines().anyMatch("open"::equals)).isTrue();
    return process;
  }

  @Test
  void takes_over_what_a_server_that_was_killed_has_left() throws Exception {
    Path data = folder.resolve("killed");
    Process killed = started(data);
    Postmaster orphan = Postmaster.of(data.resolve("postgresql")).orElseThrow();
    killed.destroyForcibly();
    assertThat(killed.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(ProcessHandle.of(orphan.pid())).isPresent();

    try (Database database = Database.open(data, Optional.empty())) {
      assertThat(Postmaster.of(data.resolve("postgresql")).orElseThrow().pid())
          .isNotEqualTo(orphan.pid());
      assertThat(ask(database.address(), "select answer from acknowledged")).isEqualTo("41");
    }
  }

  @Test
  void runs_from_the_programs_of_its_own_folder_beside_another_one() throws Exception {
    Path one = folder.resolve("one");
    Path other = folder.resolve("other");
    try (Database first = Database.open(one, Optional.empty());
        Database second = Database.open(other, Optional.empty())) {
      assertThat(ask(first.address(), "select 1")).isEqualTo("1");
      assertThat(ask(second.address(), "select 1")).isEqualTo("1");
      for (Path data : List.of(one, other)) {
        long postmaster = Postmaster.of(data.resolve("postgresql")).orElseThrow().pid();
        String program = ProcessHandle.of(postmaster).orElseThrow().info().command().orElseThrow();
        assertThat(Path.of(program)).startsWith(data.resolve("programs").toRealPath());
      }
    }
  }

  @Test
  void ends_busy_sessions_that_outlive_a_postgresql_that_was_killed() throws Exception {
    Path data = folder.resolve("busy");
    Process killed = started(data, "busy");
    ProcessHandle postmaster =
        ProcessHandle.of(Postmaster.of(data.resolve("postgresql")).orElseThrow().pid())
            .orElseThrow();
    postmaster.destroyForcibly();
    killed.destroyForcibly();
    assertThat(killed.waitFor(10, TimeUnit.SECONDS)).isTrue();
    postmaster.onExit().get(10, TimeUnit.SECONDS);

    try (Database database = Database.open(data, Optional.empty())) {
      assertThat(ask(database.address(), "select answer from acknowledged")).isEqualTo("41");
    }
  }

  @Test
  void starts_again_by_itself_at_the_same_address_when_it_was_killed() throws Exception {
    Path data = folder.resolve("revived");
    try (Database database = Database.open(data, Optional.empty())) {
      DatabaseAddress address = database.address();
      run(address, "create table acknowledged as select 41 as answer");
      for (int time = 0; time < 2; time++) {
        long killed = Postmaster.of(data.resolve("postgresql")).orElseThrow().pid();
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();

        assertThat(eventually(address, "select answer from acknowledged")).isEqualTo("41");
        assertThat(Postmaster.of(data.resolve("postgresql")).orElseThrow().pid())
            .isNotEqualTo(killed);
        assertThat(ask(address, "show max_connections")).isEqualTo("60"); // its settings, too
        assertThat(ask(address, "show synchronous_commit")).isEqualTo("on");
      }
    }
    assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
  }

  private static String eventually(DatabaseAddress address, String question) throws Exception {
    for (int left = 150; left > 0; left--) {
      Thread.sleep(100);
      try {
        return ask(address, question);
      } catch (SQLException e) {
        // not yet
      }
    }
    throw new AssertionError("PostgreSQL did not come back");
  }

  @Test
  void leaves_a_process_alone_that_has_the_number_by_chance_and_starts_all_the_same()
      throws Exception {
    Path data = folder.resolve("stranger");
    Database.open(data, Optional.empty()).close();
    Process stranger = new ProcessBuilder("sleep", "60").start();
    Path cluster = data.resolve("postgresql");
    Files.writeString(
        cluster.resolve("postmaster.pid"),
        "%d%n%s%n0%n5432%n%n127.0.0.1%n%n".formatted(stranger.pid(), cluster));

    try (Database database = Database.open(data, Optional.empty())) {
      assertThat(ask(database.address(), "select 1")).isEqualTo("1");
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroy();
    }
  }

  @Test
  void makes_a_cluster_anew_whose_making_was_interrupted() throws Exception {
    Path data = new DataFolder(folder.resolve("interrupted")).made().path();
    Files.createFile(data.resolve("postgresql.new"));
    Files.createDirectories(data.resolve("postgresql/base"));
    Files.writeString(data.resolve("postgresql/postgresql.conf"), "half wri");

    try (Database database = Database.open(data, Optional.empty())) {
      assertThat(ask(database.address(), "select 1")).isEqualTo("1");
    }
    assertThat(data.resolve("postgresql.new")).doesNotExist();
  }

  @Test
  void takes_no_folder_for_its_own_that_holds_other_files() throws IOException {
    Path home = Files.createDirectories(folder.resolve("home"));
    Files.writeString(home.resolve("letter.txt"), "of somebody");

    assertThatThrownBy(() -> Database.open(home, Optional.empty()))
        .isInstanceOf(DatabaseException.class)
        .hasMessage("data.foreign [" + home + "]");
    assertThat(home).isDirectoryNotContaining(file -> !file.endsWith("letter.txt"));
  }
}
