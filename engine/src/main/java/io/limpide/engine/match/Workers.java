package io.limpide.engine.match;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Shares numbered pieces of work out among threads. Each piece writes to a place of its own, so the
 * outcome does not depend on who did it.
 */
final class Workers {
  private Workers() {}

  /** One thread's way of doing a piece. */
  interface Worker {
    void piece(int number);
  }

  static void run(int threads, int pieces, Supplier<Worker> newWorker, IntConsumer done) {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger finished = new AtomicInteger();
    AtomicReference<RuntimeException> failure = new AtomicReference<>();
    Runnable work =
        () -> {
          Worker worker = newWorker.get();
          for (int piece = next.getAndIncrement();
              piece < pieces && failure.get() == null;
              piece = next.getAndIncrement()) {
            worker.piece(piece);
            synchronized (finished) {
              done.accept(finished.incrementAndGet());
            }
          }
        };
    List<Thread> helpers = new ArrayList<>();
    for (int thread = 1; thread < Math.min(threads, pieces); thread++) {
      Thread helper =
          new Thread(
              () -> {
                try {
                  work.run();
                } catch (RuntimeException e) {
                  failure.compareAndSet(null, e);
                }
              },
              "match-" + thread);
      helper.setDaemon(true);
      helper.start();
      helpers.add(helper);
    }
    try {
      work.run();
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
    }
    await(helpers);
    RuntimeException thrown = failure.get();
    if (thrown != null) {
      throw thrown;
    }
  }

  private static void await(List<Thread> helpers) {
    boolean interrupted = false;
    for (Thread helper : helpers) {
      while (helper.isAlive()) {
        try {
          helper.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
