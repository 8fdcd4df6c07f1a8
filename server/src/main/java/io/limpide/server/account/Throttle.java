package io.limpide.server.account;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Bounds how often somebody may try something within a time. It remembers so many at most; whoever
 * came longest ago is forgotten first.
 */
final class Throttle {
  private final int most;
  private final Duration within;
  private final LongSupplier nanos;
  private final Map<String, Tries> tries;

  private static final class Tries {
    final long since;
    int count;

    Tries(long since) {
      this.since = since;
    }
  }

  /**
   * @param most tries
   * @param within the time in which they count
   * @param remembered how many are remembered at most
   * @param nanos a clock that only runs forward
   */
  Throttle(int most, Duration within, int remembered, LongSupplier nanos) {
    this.most = most;
    this.within = within;
    this.nanos = nanos;
    this.tries =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > remembered;
          }
        };
  }

  /** Takes one try; returns how long to wait where none is left. */
  synchronized Optional<Duration> take(String who) {
    long now = nanos.getAsLong();
    Tries held = tries.get(who);
    if (held == null || now - held.since >= within.toNanos()) {
      tries.remove(who); // so that it goes to the end of the queue
      held = new Tries(now);
      tries.put(who, held);
    }
    if (held.count >= most) {
      return Optional.of(within.minusNanos(now - held.since));
    }
    held.count++;
    return Optional.empty();
  }

  /** Gives a try back: it was no wrong one. */
  synchronized void giveBack(String who) {
    Tries held = tries.get(who);
    if (held != null && held.count > 0) {
      held.count--;
    }
  }
}
