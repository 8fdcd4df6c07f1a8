package io.limpide.server.source;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Takes steps two at a time, each of which ends only after the one before it has. When one fails,
 * those after it fail with what it threw.
 */
final class InTurn implements AutoCloseable {
  private final ExecutorService two =
      Executors.newFixedThreadPool(
          2,
          task -> {
            Thread thread = new Thread(task, "in-turn");
            thread.setDaemon(true);
            return thread;
          });
  private CompletableFuture<Void> before = CompletableFuture.completedFuture(null);
  private CompletableFuture<Void> last = before;

  /** A step. */
  @FunctionalInterface
  interface Step {
    /**
     * Takes it.
     *
     * @param turn waits until the step before it is through; fails when that failed
     */
    void take(Runnable turn) throws SQLException;
  }

  /** Takes a step as soon as only one other is on its way; throws what one before it threw. */
  void add(Step step) throws SQLException {
    end(before);
    CompletableFuture<Void> turn = last;
    before = last;
    last =
        CompletableFuture.runAsync(
            () -> {
              try {
                step.take(turn::join);
              } catch (SQLException e) {
                throw new CompletionException(e);
              }
            },
            two);
  }

  /** Waits until every step is through. */
  void end() throws SQLException {
    end(last);
  }

  private static void end(CompletableFuture<Void> step) throws SQLException {
    try {
      step.join();
    } catch (CompletionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof SQLException fault) {
        throw fault;
      }
      if (cause instanceof RuntimeException fault) {
        throw fault;
      }
      if (cause instanceof Error fault) {
        throw fault;
      }
      throw e;
    }
  }

  /** Waits until no step is on its way any more, however it ended. */
  @Override
  public void close() {
    last.exceptionally(fault -> null).join();
    two.shutdown();
    try {
      two.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
