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
  private static final String FILE = "postmaster.pid";
  private static final int PORT_LINE = 3;
  private static final int STATE_LINE = 7;
  private static final Duration STEP = Duration.ofMillis(100);

  /** Returns the one that a cluster's file names, which may be gone. */
  static Optional<Postmaster> of(Path cluster) {
    try {
      List<String> lines = Files.readAllLines(cluster.resolve(FILE), StandardCharsets.ISO_8859_1);
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
   * from our own folder. A PostgreSQL that was killed itself leaves sessions that are too busy to
   * see it, and the next one does not start beside them: they end, too. Nor does it start while any
   * process has the number in its file, be it a stranger or a dead one that the system has not
   * buried yet: the file goes.
   */
  static void stopOrphan(Path cluster, Path programs, Duration patience) throws IOException {
    Path ours = programs.toRealPath();
    Optional<ProcessHandle> orphan = of(cluster).flatMap(Postmaster::process);
    if (orphan.isPresent() && runsFrom(orphan.get(), ours)) {
      end(orphan.get(), patience); // its sessions go with it
    }
    List<ProcessHandle> sessions =
        ProcessHandle.allProcesses().filter(process -> runsFrom(process, ours)).toList();
    for (ProcessHandle session : sessions) {
      end(session, patience);
    }
    Files.deleteIfExists(cluster.resolve(FILE));
  }

  /** A dead one that is not buried yet runs from nowhere. */
  static boolean runsFrom(ProcessHandle process, Path programs) {
    Optional<String> command = process.info().command();
    return command.isPresent() && Path.of(command.get()).normalize().startsWith(programs);
  }

  private static void end(ProcessHandle process, Duration patience) throws IOException {
    process.destroy(); // on Windows this is as a crash, after which it recovers
    awaitEnd(process, patience);
  }

  /** Waits until it has ended; what it still has to write may take a while. */
  void awaitEnd(Duration patience) throws IOException {
    Optional<ProcessHandle> process = process();
    if (process.isPresent()) {
      awaitEnd(process.get(), patience);
    }
  }

  private static void awaitEnd(ProcessHandle process, Duration patience) throws IOException {
    try {
      process.onExit().get(patience.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("PostgreSQL, process %d, does not end".formatted(process.pid()), e);
    }
  }

  /** Returns its process, unless that is gone. */
  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
  }
}
