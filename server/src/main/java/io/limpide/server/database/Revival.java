package io.limpide.server.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts PostgreSQL again whenever it ends before the server does, be it killed, out of memory or
 * out of room: at the same address, so that whoever waits for it finds it there. It tries for as
 * long as the server runs, for nobody may be there to do it.
 */
final class Revival implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Revival.class);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** How long it may take to recover: 2 GB of log take some 15 s. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final DataFolder data;
  private final Path programs;
  private final Path log;
  private final StartCommand command;
  private final Thread thread = new Thread(this::watch, "database-watch");
  private volatile boolean closed;

  private Revival(DataFolder data, Path programs, Path log) throws IOException {
    this.data = data;
    this.programs = programs.toRealPath();
    this.log = log;
    command = StartCommand.of(data.cluster());
    thread.setDaemon(true);
  }

  /** Watches the PostgreSQL that has just been started. */
  static Revival watching(DataFolder data, Path programs, Path log) throws IOException {
    Revival revival = new Revival(data, programs, log);
    revival.thread.start();
    return revival;
  }

  private void watch() {
    Duration pause = LOOK;
    Optional<ProcessHandle> watched = running();
    try {
      while (!closed) {
        Thread.sleep(pause.toMillis());
        if (closed || watched.filter(this::lives).isPresent()) {
          continue;
        }
        if (watched.isPresent()) {
          LOG.warn("PostgreSQL has ended and is started again");
        }
        watched = running(); // one that took its time to recover
        if (watched.isEmpty() && revive()) {
          watched = running();
        }
        Duration longer = pause.multipliedBy(2);
        pause = watched.isPresent() ? LOOK : longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server ends
    }
  }

  private Optional<ProcessHandle> running() {
    return Postmaster.of(data.cluster()).flatMap(Postmaster::process).filter(this::lives);
  }

  private boolean lives(ProcessHandle process) {
    return process.isAlive() && Postmaster.runsFrom(process, programs);
  }

  private boolean revive() throws InterruptedException {
    long began = System.nanoTime();
    try {
      Postmaster.stopOrphan(data.cluster(), programs, PATIENCE);
      command.start(data.cluster(), log, PATIENCE);
      LOG.warn("PostgreSQL is back after {} ms", (System.nanoTime() - began) / 1_000_000);
      return true;
    } catch (IOException e) {
      if (closed || Thread.currentThread().isInterrupted()) {
        throw new InterruptedException();
      }
      LOG.error(
          "PostgreSQL does not start; postgresql.log says why; {} MB are free; it is tried again",
          data.path().toFile().getUsableSpace() / 1_000_000);
      return false;
    }
  }

  /** Watches no longer; what is being started is left to whoever stops it. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(LONGEST.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
