package io.limpide.bench.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * What calls took.
 *
 * @param calls how many there were
 * @param rate of calls a second, all clients together
 * @param half of the calls took at most so long, in ms
 * @param most 99 of 100 calls took at most so long, in ms
 * @param longest in ms
 * @param java CPU of the server for a call, in ms
 * @param database CPU of its PostgreSQL for a call, in ms
 */
record Load(
    int calls,
    double rate,
    double half,
    double most,
    double longest,
    double java,
    double database) {
  private static final long SEED = 11;

  /** One call. */
  @FunctionalInterface
  interface Call {
    void make(Random random) throws Exception;
  }

  /** Calls over and over by some clients at once, for some seconds. */
  static Load of(int clients, double seconds, Call call, Served server)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    return of(clients, () -> System.nanoTime() < end, call, server);
  }

  /** Calls over and over by some clients at once, as long as is said. */
  static Load of(int clients, BooleanSupplier goOn, Call call, Served server)
      throws IOException, InterruptedException {
    double java = server.javaCpu();
    double database = server.databaseCpu();
    long began = System.nanoTime();
    ExecutorService pool = Executors.newFixedThreadPool(clients);
    try {
      List<Callable<long[]>> all = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        Random random = new Random(SEED + client);
        all.add(() -> latencies(goOn, call, random));
      }
      long[] taken = {};
      for (Future<long[]> each : pool.invokeAll(all)) {
        long[] more = each.get();
        int before = taken.length;
        taken = Arrays.copyOf(taken, before + more.length);
        System.arraycopy(more, 0, taken, before, more.length);
      }
      return of(
          taken,
          (System.nanoTime() - began) / 1e9,
          server.javaCpu() - java,
          server.databaseCpu() - database);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static long[] latencies(BooleanSupplier goOn, Call call, Random random) throws Exception {
    long[] taken = new long[1024];
    int count = 0;
    while (count == 0 || goOn.getAsBoolean()) {
      long began = System.nanoTime();
      call.make(random);
      if (count == taken.length) {
        taken = Arrays.copyOf(taken, 2 * count);
      }
      taken[count++] = System.nanoTime() - began;
    }
    return Arrays.copyOf(taken, count);
  }

  private static Load of(long[] taken, double seconds, double java, double database) {
    Arrays.sort(taken);
    return new Load(
        taken.length,
        taken.length / seconds,
        taken[taken.length / 2] / 1e6,
        taken[(int) (taken.length * 0.99)] / 1e6,
        taken[taken.length - 1] / 1e6,
        1e3 * java / taken.length,
        1e3 * database / taken.length);
  }
}
