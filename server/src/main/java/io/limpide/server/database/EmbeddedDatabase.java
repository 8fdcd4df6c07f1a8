package io.limpide.server.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * PostgreSQL in the data folder, started and stopped with the server. It listens on this machine
 * only and asks for a password, which lies in the data folder for its owner alone.
 */
final class EmbeddedDatabase implements Database {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String HBA =
      """
      # Written by Limpide: everybody shows the password that lies beside the data.
      local all all scram-sha-256
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128 scram-sha-256
      """;

  private final EmbeddedPostgres postgres;
  private final DatabaseAddress address;
  private final FileChannel lockFile;

  private EmbeddedDatabase(EmbeddedPostgres postgres, String password, FileChannel lockFile) {
    this.postgres = postgres;
    this.address =
        new DatabaseAddress(
            "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(postgres.getPort()),
            "postgres",
            password);
    this.lockFile = lockFile;
  }

  static EmbeddedDatabase start(Path data) {
    Path cluster = data.resolve("postgresql");
    FileChannel lock = null;
    try {
      createFolder(data);
      lock = lock(data);
      stopOrphan(cluster);
      String password = password(data.resolve("postgresql.password"));
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setDataDirectory(cluster)
              .setCleanDataDirectory(false)
              .setOverrideWorkingDirectory(data.resolve("programs").toFile())
              .setRegisterShutdownHook(false) // the server ends first, then the database
              .setPGStartupWait(PATIENCE)
              .setConnectConfig("password", password)
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("unix_socket_directories", "")
              .setServerConfig("fsync", "on") // the library turns these off, for tests
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("max_connections", "60")
              .setServerConfig("shared_buffers", "192MB")
              .setServerConfig("maintenance_work_mem", "128MB")
              .setServerConfig("max_wal_size", "2GB")
              .setServerConfig("wal_compression", "on")
              .setServerConfig("random_page_cost", "1.1")
              .setServerConfig("jit", "off")
              .setServerConfig("log_min_error_statement", "panic") // statements hold persons
              .setServerConfig("log_error_verbosity", "terse")
              .setServerConfig("log_parameter_max_length_on_error", "0")
              .setErrorRedirector(
                  ProcessBuilder.Redirect.appendTo(data.resolve("postgresql.log").toFile()))
              .setOutputRedirector(
                  ProcessBuilder.Redirect.appendTo(data.resolve("postgresql.log").toFile()))
              .start();
      EmbeddedDatabase database = new EmbeddedDatabase(postgres, password, lock);
      database.protect(cluster, password);
      return database;
    } catch (IOException | SQLException | IllegalStateException e) {
      closeQuietly(lock);
      throw new DatabaseException("database.start", data.toString(), reason(e));
    } catch (DatabaseException e) {
      closeQuietly(lock);
      throw e;
    }
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static void createFolder(Path data) throws IOException {
    Files.createDirectories(data);
    if (data.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /** Two servers on one data folder would fight over the cluster. */
  private static FileChannel lock(Path data) throws IOException {
    FileChannel channel =
        FileChannel.open(
            data.resolve("limpide.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) { // by this very process
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new DatabaseException("database.locked", data.toString());
    }
    return channel;
  }

  /** A server that was killed leaves its PostgreSQL behind; the lock says that nobody uses it. */
  private static void stopOrphan(Path cluster) throws IOException {
    Path pidFile = cluster.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile, StandardCharsets.UTF_8);
    Optional<ProcessHandle> orphan =
        lines.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
    if (orphan.isPresent() && orphan.get().info().command().orElse("").contains("postgres")) {
      orphan.get().destroy();
      try {
        orphan.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new DatabaseException("database.locked", cluster.toString());
      } catch (ExecutionException | TimeoutException e) {
        throw new DatabaseException("database.locked", cluster.toString());
      }
    }
  }

  private static String password(Path file) throws IOException {
    if (Files.exists(file)) {
      return Files.readString(file).strip();
    }
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, password);
    return password;
  }

  /** A new cluster lets everybody in: from now on it asks for the password. */
  private void protect(Path cluster, String password) throws IOException, SQLException {
    Path hba = cluster.resolve("pg_hba.conf");
    if (Files.readString(hba).equals(HBA)) {
      return;
    }
    try (Connection connection = SafetyCheck.connect(address);
        Statement statement = connection.createStatement()) {
      statement.execute("alter role postgres password '" + password + "'"); // hexadecimal digits
      Files.writeString(hba, HBA);
      statement.execute("select pg_reload_conf()");
    }
  }

  @Override
  public DatabaseAddress address() {
    return address;
  }

  @Override
  public boolean alone() {
    return true; // the lock on the data folder
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      // stopped by the next start, as after a crash
    } finally {
      closeQuietly(lockFile);
    }
  }

  private static void closeQuietly(@org.jspecify.annotations.Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // the lock goes with the process
    }
  }
}
