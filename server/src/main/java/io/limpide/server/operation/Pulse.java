package io.limpide.server.operation;

import io.limpide.server.database.DatabaseAddress;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers. It has a connection of its own: a busy server is not a dead one.
 * All who ask within a second share one question, for anybody may ask.
 */
@Component
class Pulse {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final DatabaseAddress address;
  private final ExecutorService line =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "pulse");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable Connection connection; // of the one thread
  private CompletableFuture<Boolean> last = CompletableFuture.completedFuture(false);
  private long askedAt = System.nanoTime() - PATIENCE.toNanos();

  Pulse(DatabaseAddress address) {
    this.address = address;
  }

  /** Returns whether it answers within a second. */
  boolean beats() {
    try {
      return ask().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  private synchronized CompletableFuture<Boolean> ask() {
    long now = System.nanoTime();
    if (last.isDone() && now - askedAt >= PATIENCE.toNanos()) {
      askedAt = now;
      last = CompletableFuture.supplyAsync(this::answers, line);
    }
    return last;
  }

  private boolean answers() {
    try {
      Connection open = connection;
      if (open == null || !open.isValid((int) PATIENCE.toSeconds())) {
        close();
        open = address.connect();
        connection = open;
        return open.isValid((int) PATIENCE.toSeconds());
      }
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private void close() throws SQLException {
    Connection open = connection;
    connection = null;
    if (open != null) {
      open.close();
    }
  }

  @PreDestroy
  void stop() {
    line.execute(
        () -> {
          try {
            close();
          } catch (SQLException e) {
            // it goes with the process
          }
        });
    line.shutdown();
  }
}
