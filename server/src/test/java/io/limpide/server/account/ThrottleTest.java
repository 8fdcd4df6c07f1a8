package io.limpide.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5); // it may overflow
  private final Throttle throttle = new Throttle(2, Duration.ofSeconds(60), 3, clock::get);

  @Test
  void lets_so_many_try_and_says_how_long_to_wait() {
    assertThat(throttle.take("a")).isEmpty();
    clock.addAndGet(Duration.ofSeconds(20).toNanos());
    assertThat(throttle.take("a")).isEmpty();
    assertThat(throttle.take("a")).hasValue(Duration.ofSeconds(60 - 20));
    assertThat(throttle.take("b")).isEmpty();

    clock.addAndGet(Duration.ofSeconds(40).toNanos());
    assertThat(throttle.take("a")).isEmpty();
  }

  @Test
  void does_not_count_what_was_right() {
    for (int i = 0; i < 10; i++) {
      assertThat(throttle.take("a")).isEmpty();
      throttle.giveBack("a");
    }
  }

  @Test
  void remembers_so_many_at_most() {
    throttle.take("a");
    throttle.take("a");
    throttle.take("b");
    throttle.take("c");
    assertThat(throttle.take("a")).isPresent();
    throttle.take("d"); // the first to come is forgotten

    assertThat(throttle.take("a")).isEmpty();
  }
}
