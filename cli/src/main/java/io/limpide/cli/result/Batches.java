package io.limpide.cli.result;

import io.limpide.connect.write.RowBatch;
import io.limpide.connect.write.TableWriter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes the rows of a table in batches, on all processors, and writes them in their order. Only a
 * few batches are in memory at a time.
 */
final class Batches {
  private static final int SIZE = 2048;

  /** Makes some rows of a table; called by several threads at once. */
  @FunctionalInterface
  interface Maker {
    /** Makes the rows of what is numbered {@code from} (included) to {@code to} (excluded). */
    void make(int from, int to, RowBatch rows);
  }

  private Batches() {}

  static void write(TableWriter table, int count, Maker maker) throws IOException {
    int threads = Math.min(Runtime.getRuntime().availableProcessors(), (count + SIZE - 1) / SIZE);
    if (threads > 1) {
      sideBySide(table, count, maker, threads);
      return;
    }
    RowBatch rows = table.batch();
    for (int from = 0; from < count; from += SIZE) {
      maker.make(from, Math.min(count, from + SIZE), rows);
      table.add(rows);
    }
  }

  private static void sideBySide(TableWriter table, int count, Maker maker, int threads)
      throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(threads, Batches::thread);
    try {
      Deque<Future<RowBatch>> making = new ArrayDeque<>();
      Deque<RowBatch> spare = new ArrayDeque<>();
      int next = 0;
      while (next < count || !making.isEmpty()) {
        while (next < count && making.size() < threads * 2) {
          int from = next;
          int to = Math.min(count, from + SIZE);
          RowBatch rows = spare.isEmpty() ? table.batch() : spare.pop();
          making.add(
              pool.submit(
                  () -> {
                    maker.make(from, to, rows);
                    return rows;
                  }));
          next = to;
        }
        RowBatch made = await(making.remove());
        table.add(made);
        spare.push(made);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "results");
    thread.setDaemon(true);
    return thread;
  }

  private static RowBatch await(Future<RowBatch> batch) throws IOException {
    try {
      return batch.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while results were written");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
