package io.limpide.server;

import io.limpide.server.job.Run;
import io.limpide.server.job.Runs;
import java.util.function.BooleanSupplier;

/** Waits for what the server does by itself. */
public final class Waiting {
  private static final int PATIENCE_SECONDS = 120;

  private Waiting() {}

  /** Waits until a run is no longer on its way, and returns it. */
  public static Run forRun(long id) {
    Runs runs = Running.server().part(Runs.class);
    until("run " + id, () -> !runs.find(id).orElseThrow().isActive());
    return runs.find(id).orElseThrow();
  }

  /** Waits until something holds. */
  public static void until(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain for " + what);
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
