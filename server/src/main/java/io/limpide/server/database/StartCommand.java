package io.limpide.server.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How a PostgreSQL was started, to start it again just so: same port, same settings. Source:
 * PostgreSQL, {@code CreateOptsFile} in {@code postmaster.c}, which notes its program and, each in
 * quotation marks, its options. It is read while all is well: on a full disk that file is lost.
 *
 * @param program {@code postgres}
 * @param options as the file has them
 */
record StartCommand(Path program, String options) {
  private static final String FILE = "postmaster.opts";

  /** Returns how the one of a cluster was started last. */
  static StartCommand of(Path cluster) throws IOException {
    String line = Files.readString(cluster.resolve(FILE), StandardCharsets.UTF_8).strip();
    int end = line.indexOf(" \"");
    if (end < 0) {
      throw new IOException(FILE + " names no options");
    }
    return new StartCommand(Path.of(line.substring(0, end)), line.substring(end + 1));
  }

  /**
   * Starts it and waits until it takes connections.
   *
   * @throws IOException when it ends before that, such as on a full disk
   */
  void start(Path cluster, Path log, Duration patience) throws IOException {
    List<String> command = new ArrayList<>();
    if (LinuxUtils.isUnshareAvailable()) { // where we are root, which PostgreSQL refuses to be
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(
        List.of(
            program.resolveSibling("pg_ctl").toString(),
            "-D",
            cluster.toString(),
            "-w",
            "-t",
            String.valueOf(patience.toSeconds()),
            "-o",
            options,
            "start"));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    try {
      if (!process.waitFor(patience.toSeconds() + 5, TimeUnit.SECONDS)
          || process.exitValue() != 0) {
        throw new IOException("PostgreSQL does not start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } finally {
      process.destroy();
    }
  }
}
