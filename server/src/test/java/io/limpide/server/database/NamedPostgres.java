package io.limpide.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL as a company runs it: Debian's release 15, with roles and databases of its own.
 * Tests that need it are skipped, with a word, where it is not installed.
 */
public final class NamedPostgres implements AutoCloseable {
  private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
  private static final String OWNER = "postgres";

  private final Path folder;
  private final int port;

  private NamedPostgres(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** Starts one with some settings, such as {@code fsync=off}. */
  public static NamedPostgres start(String... settings) {
    assumeTrue(
        Files.isExecutable(PROGRAMS.resolve("initdb")),
        "PostgreSQL 15 is not installed (on Debian: apt install postgresql-15)");
    try {
      Path folder = Files.createTempDirectory("limpide-named-");
      NamedPostgres postgres = new NamedPostgres(folder, freePort());
      if (root()) { // which PostgreSQL refuses
        run(List.of("chown", OWNER, folder.toString()));
      }
      Path password = Files.writeString(folder.resolve("password"), "secret of the owner\n");
      if (root()) {
        run(List.of("chown", OWNER, password.toString()));
      }
      postgres.program(
          "initdb",
          "-D",
          folder.resolve("data").toString(),
          "-U",
          OWNER,
          "-E",
          "UTF8",
          "--locale=C.UTF-8",
          "-A",
          "scram-sha-256",
          "--pwfile=" + password,
          "-N");
      StringBuilder options =
          new StringBuilder(
              "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories="
                  .formatted(postgres.port));
      for (String setting : settings) {
        options.append(" -c ").append(setting);
      }
      postgres.program(
          "pg_ctl",
          "-D",
          folder.resolve("data").toString(),
          "-l",
          folder.resolve("data/log").toString(),
          "-w",
          "-o",
          options.toString(),
          "start");
      return postgres;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private static boolean root() {
    return System.getProperty("user.name").equals("root");
  }

  private void program(String name, String... arguments) {
    List<String> command = new ArrayList<>();
    if (root()) {
      command.addAll(List.of("runuser", "-u", OWNER, "--"));
    }
    command.add(PROGRAMS.resolve(name).toString());
    command.addAll(List.of(arguments));
    run(command);
  }

  private static void run(List<String> command) {
    try {
      Path said = Files.createTempFile("limpide-said-", ".txt");
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as("%s%n%s", command, Files.readString(said)).isZero();
      Files.delete(said);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Returns the administrator's way to a database. */
  public DatabaseAddress administrator(String database) {
    return DatabaseAddress.parse(url(OWNER, "secret of the owner", database));
  }

  /** Returns what LIMPIDE_DATABASE_URL would hold. */
  public String url(String user, String password, String database) {
    return "postgresql://%s:%s@127.0.0.1:%d/%s"
        .formatted(user, password.replace(" ", "%20"), port, database);
  }

  /** Runs orders as the administrator. */
  public void run(String database, String... orders) {
    try (Connection connection = administrator(database).connect();
        Statement statement = connection.createStatement()) {
      for (String order : orders) {
        statement.execute(order);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    program("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "-w", "stop");
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      // a folder of temporary files
    }
  }
}
