package io.limpide.server.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL that runs, as its file says. Source: PostgreSQL, {@code
 * src/include/utils/pidfile.h}: process, folder, time of start, port, socket folder, address,
 * shared memory, state.
 *
 * @param pid its process
 * @param port on which it listens; 0 while it does not say
 * @param ready whether it takes connections
 */
record Postmaster(long pid, int port, boolean ready) {
  private static final int PORT_LINE = 3;
  private static final int STATE_LINE = 7;
  private static final Duration STEP = Duration.ofMillis(100);

  /** Returns the one that a cluster's file names, which may be gone. */
  static Optional<Postmaster> of(Path cluster) {
    try {
      List<String> lines =
          Files.readAllLines(cluster.resolve("postmaster.pid"), StandardCharsets.ISO_8859_1);
      long pid = Long.parseLong(lines.get(0).strip());
      int port = lines.size() > PORT_LINE ? Integer.parseInt(lines.get(PORT_LINE).strip()) : 0;
      boolean ready = lines.size() > STATE_LINE && lines.get(STATE_LINE).strip().equals("ready");
      return Optional.of(new Postmaster(Math.abs(pid), port, ready));
    } catch (IOException | RuntimeException e) { // none, or one that is just being written
      return Optional.empty();
    }
  }

  /** Waits until the one of a cluster takes connections. */
  static Postmaster awaitReady(Path cluster, Duration patience) throws IOException {
    for (long left = patience.dividedBy(STEP); left > 0; left--) {
      Optional<Postmaster> running = of(cluster);
      if (running.isPresent() && running.get().ready() && running.get().process().isPresent()) {
        return running.get();
      }
      try {
        Thread.sleep(STEP.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      }
    }
    throw new IOException("not ready");
  }

  /**
   * Stops what a server that was killed left behind; whoever asks holds the lock of the folder, so
   * nobody uses it. A process that has the number only by chance is left alone: it does not run
   * from our own folder.
   */
  static void stopOrphan(Path cluster, Path programs, Duration patience) throws IOException {
    Optional<Postmaster> left = of(cluster);
    Optional<ProcessHandle> orphan = left.flatMap(Postmaster::process);
    if (left.isEmpty() || orphan.isEmpty() || !runsFrom(orphan.get(), programs)) {
      return;
    }
    orphan.get().destroy(); // on Windows this is as a crash, after which it recovers
    left.get().awaitEnd(patience);
  }

  private static boolean runsFrom(ProcessHandle process, Path programs) throws IOException {
    Optional<String> command = process.info().command();
    return command.isPresent()
        && Path.of(command.get()).normalize().startsWith(programs.toRealPath());
  }

  /** Waits until it has ended; what it still has to write may take a while. */
  void awaitEnd(Duration patience) throws IOException {
    Optional<ProcessHandle> process = process();
    if (process.isEmpty()) {
      return;
    }
    try {
      process.get().onExit().get(patience.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("PostgreSQL, process %d, does not end".formatted(pid), e);
    }
  }

  private Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
  }
}
