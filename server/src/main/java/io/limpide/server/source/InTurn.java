package io.limpide.server.source;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Takes steps two at a time, each of which ends only after the one before it has. When one fails,
 * those after it fail with what it threw.
 */
final class InTurn implements AutoCloseable {
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
    joined(before);
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
            InTurn::start);
  }

  /** Waits until every step is through. */
  void end() throws SQLException {
    joined(last);
  }

  private static void start(Runnable step) {
    Thread thread = new Thread(step, "in-turn");
    thread.setDaemon(true);
    thread.start();
  }

  /** Waits for a result; throws what was thrown instead of it, as it was thrown. */
  static <T> T joined(CompletableFuture<T> result) throws SQLException {
    try {
      return result.join();
    } catch (CompletionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof SQLException fault) {
        throw fault;
      }
      if (cause instanceof Error fault) {
        throw fault;
      }
      throw cause instanceof RuntimeException fault ? fault : e;
    }
  }

  /** Waits until no step is on its way any more, however it ended. */
  @Override
  public void close() {
    CompletableFuture.allOf(before, last).exceptionally(fault -> null).join();
  }
}
