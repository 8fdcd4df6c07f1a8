package io.limpide.server.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL in the data folder, started and stopped with the server. It listens on this machine
 * only and asks for a password, which lies in the data folder for its owner alone.
 */
final class EmbeddedDatabase implements Database {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String USER = "postgres";
  private static final long LONGEST_LOG = 10_000_000;

  private final EmbeddedPostgres postgres;
  private final DatabaseAddress address;
  private final FileChannel lock;
  private final DataFolder data;
  private final Revival revival;

  private EmbeddedDatabase(
      EmbeddedPostgres postgres,
      String password,
      FileChannel lock,
      DataFolder data,
      Revival revival) {
    this.postgres = postgres;
    this.revival = revival;
    this.address = address(postgres.getPort(), password);
    this.lock = lock;
    this.data = data;
  }

  private static DatabaseAddress address(int port, String password) {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), USER, password);
  }

  static EmbeddedDatabase start(DataFolder data) {
    return lock(data)
        .map(lock -> start(data, lock))
        .orElseThrow(() -> new DatabaseException("database.locked", data.path().toString()));
  }

  /** Starts it, or joins the one that a running server has started. */
  static Database join(DataFolder data) {
    Optional<FileChannel> lock = lock(data);
    if (lock.isPresent()) {
      return start(data, lock.get());
    }
    try {
      Postmaster running = Postmaster.awaitReady(data.cluster(), PATIENCE);
      return new NamedDatabase(address(running.port(), Files.readString(data.password()).strip()));
    } catch (IOException e) {
      throw new DatabaseException("database.locked", data.path().toString());
    }
  }

  private static EmbeddedDatabase start(DataFolder data, FileChannel lock) {
    Path log = data.path().resolve("postgresql.log");
    Path beginning = data.path().resolve("postgresql.new");
    try {
      Postmaster.stopOrphan(data.cluster(), programs(data), PATIENCE);
      startLog(log);
      String password = password(data.password());
      boolean fresh = begin(data.cluster(), beginning);
      EmbeddedPostgres.Builder builder = settings(data);
      if (fresh) {
        initialise(builder, data);
      }
      EmbeddedPostgres postgres =
          builder
              .setConnectConfig("password", password)
              .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      Path programs = programs(data); // the library opens it to everybody
      Files.deleteIfExists(beginning);
      return new EmbeddedDatabase(
          postgres, password, lock, data, Revival.watching(data, programs, log));
    } catch (IOException | IllegalStateException e) {
      closeQuietly(lock);
      throw new DatabaseException("database.start", data.path().toString(), reason(e));
    } catch (DatabaseException e) {
      closeQuietly(lock);
      throw e;
    }
  }

  private static EmbeddedPostgres.Builder settings(DataFolder data) {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data.cluster())
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(programs(data).toFile())
        .setPgBinaryResolver(new OwnPrograms(programs(data)))
        .setRegisterShutdownHook(false) // the server ends first, then the database
        .setPGStartupWait(PATIENCE)
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("fsync", "on") // the library turns these off, for tests
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("max_connections", "60")
        .setServerConfig("shared_buffers", "192MB")
        .setServerConfig("maintenance_work_mem", "128MB")
        .setServerConfig( // whoever makes an index takes part in it
            "max_parallel_maintenance_workers",
            String.valueOf(Runtime.getRuntime().availableProcessors() - 1))
        .setServerConfig("max_wal_size", "4GB") // or an import writes each page a second time
        .setServerConfig("checkpoint_timeout", "10min")
        .setServerConfig("wal_compression", "on")
        .setServerConfig("wal_level", "minimal") // nobody follows this database
        .setServerConfig("max_wal_senders", "0")
        .setServerConfig("max_logical_replication_workers", "0")
        .setServerConfig("random_page_cost", "1.1")
        .setServerConfig("jit", "off")
        .setServerConfig("log_checkpoints", "off") // a quiet log stays small
        .setServerConfig("log_min_error_statement", "panic") // statements hold persons
        .setServerConfig("log_error_verbosity", "terse")
        .setServerConfig("log_parameter_max_length_on_error", "0");
  }

  /** How a cluster is made, once: by options of {@code initdb}. */
  private static void initialise(EmbeddedPostgres.Builder builder, DataFolder data) {
    // Otherwise it would let everybody of this machine in until it is told not to.
    builder.setLocaleConfig("auth", "scram-sha-256");
    builder.setLocaleConfig("pwfile", data.password().toString());
    // Texts have the same order and the same letters whatever the machine speaks.
    builder.setLocaleConfig("locale-provider", "builtin");
    builder.setLocaleConfig("builtin-locale", "C.UTF-8");
    builder.setLocaleConfig("lc-collate", "C");
    builder.setLocaleConfig("lc-messages", "C");
    String system = System.getProperty("os.name", "");
    if (system.startsWith("Linux")) {
      builder.setLocaleConfig("lc-ctype", "C.UTF-8"); // which pg_trgm asks what a letter is
    } else if (system.startsWith("Mac")) {
      builder.setLocaleConfig("lc-ctype", "en_US.UTF-8");
    }
  }

  private static Path programs(DataFolder data) {
    return data.folder("programs");
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** Two servers on one data folder would fight over the cluster. */
  private static Optional<FileChannel> lock(DataFolder data) {
    try {
      FileChannel channel =
          FileChannel.open(data.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock;
      try {
        lock = channel.tryLock();
      } catch (OverlappingFileLockException e) { // by this very process
        lock = null;
      }
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(channel);
    } catch (IOException e) {
      throw new DatabaseException("data.folder", data.path().toString());
    }
  }

  /**
   * Says whether the cluster is still to be made. While it is made a file says so: one that was
   * interrupted then is made anew, for nobody has written to it yet.
   */
  private static boolean begin(Path cluster, Path beginning) throws IOException {
    if (Files.exists(beginning)) {
      deleteAll(cluster);
    }
    boolean fresh = !Files.exists(cluster);
    if (fresh && !Files.exists(beginning)) {
      Files.createFile(beginning);
    }
    return fresh;
  }

  private static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path each, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(each);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Nobody else rotates it. */
  private static void startLog(Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > LONGEST_LOG) {
      Files.move(log, log.resolveSibling("postgresql.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String password(Path file) throws IOException {
    if (Files.exists(file)) {
      String known = Files.readString(file).strip();
      if (!known.isEmpty()) {
        return known;
      }
      Files.delete(file); // interrupted before it was written
    }
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, password, StandardCharsets.US_ASCII);
    return password;
  }

  @Override
  public DatabaseAddress address() {
    return address;
  }

  @Override
  public boolean alone() {
    return true; // the lock on the data folder
  }

  /** Stops it: what the library waits for is too short where much is still to be written. */
  @Override
  public void close() {
    revival.close();
    Optional<Postmaster> running = Postmaster.of(data.cluster());
    try {
      postgres.close();
      if (running.isPresent()) {
        running.get().awaitEnd(PATIENCE);
      }
    } catch (InterruptedIOException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // stopped by the next start, as after a crash
    } finally {
      closeQuietly(lock);
    }
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // the lock goes with the process
    }
  }
}
