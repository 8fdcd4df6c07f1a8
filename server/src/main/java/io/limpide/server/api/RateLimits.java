package io.limpide.server.api;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A bucket of calls for each caller: it holds as many as may come at once and fills up evenly. The
 * buckets of the callers that were longest away are forgotten; theirs would be full again.
 */
final class RateLimits {
  private static final int MOST_CALLERS = 10_000;
  private static final double NANOS = 1e9;

  private final int perMinute;
  private final LongSupplier nanos;
  private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

  RateLimits(int perMinute, LongSupplier nanos) {
    this.perMinute = perMinute;
    this.nanos = nanos;
  }

  private static final class Bucket {
    double calls;
    long at;
  }

  /**
   * What a caller has left.
   *
   * @param allowed whether this call may be made
   * @param left how many more may come at once
   * @param seconds until there is another where there is none, else until the bucket is full
   */
  record Left(boolean allowed, int left, long seconds) {}

  int perMinute() {
    return perMinute;
  }

  /** Takes one call. */
  synchronized Left take(String caller) {
    long now = nanos.getAsLong();
    Bucket bucket = buckets.get(caller);
    if (bucket == null) {
      bucket = new Bucket();
      bucket.calls = perMinute;
      bucket.at = now;
      buckets.put(caller, bucket);
      forget();
    }
    double perSecond = perMinute / 60.0;
    bucket.calls = Math.min(perMinute, bucket.calls + (now - bucket.at) / NANOS * perSecond);
    bucket.at = now;
    if (bucket.calls < 1) {
      return new Left(false, 0, (long) Math.ceil((1 - bucket.calls) / perSecond));
    }
    bucket.calls--;
    return new Left(
        true, (int) bucket.calls, (long) Math.ceil((perMinute - bucket.calls) / perSecond));
  }

  private void forget() {
    Iterator<String> eldest = buckets.keySet().iterator();
    while (buckets.size() > MOST_CALLERS && eldest.hasNext()) {
      eldest.next();
      eldest.remove();
    }
  }

  synchronized int size() {
    return buckets.size();
  }
}
