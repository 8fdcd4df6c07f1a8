package io.limpide.server.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InTurnTest {
  private final List<Integer> through = new CopyOnWriteArrayList<>();

  @Test
  void ends_steps_in_their_order_whichever_is_faster() throws SQLException {
    try (InTurn turns = new InTurn()) {
      CountDownLatch second = new CountDownLatch(1);
      turns.add(
          turn -> {
            await(second); // the first is done with its own when the second is
            turn.run();
            through.add(1);
          });
      turns.add(
          turn -> {
            second.countDown();
            turn.run();
            through.add(2);
          });
      for (int step = 3; step <= 50; step++) {
        int number = step;
        turns.add(
            turn -> {
              turn.run();
              through.add(number);
            });
      }
      turns.end();
    }
    assertThat(through).isEqualTo(IntStream.rangeClosed(1, 50).boxed().toList());
  }

  @Test
  void takes_two_at_a_time() throws SQLException {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (InTurn turns = new InTurn()) {
      for (int step = 0; step < 50; step++) {
        turns.add(
            turn -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              turn.run();
              now.decrementAndGet();
            });
      }
      turns.end();
    }
    assertThat(most.get()).isBetween(1, 2);
  }

  @Test
  void lets_nothing_through_after_what_failed() {
    SQLException fault = new SQLException("the connection is lost");
    assertThatThrownBy(
            () -> {
              try (InTurn turns = new InTurn()) {
                for (int step = 1; step <= 10; step++) {
                  int number = step;
                  turns.add(
                      turn -> {
                        turn.run();
                        if (number == 3) {
                          throw fault;
                        }
                        through.add(number);
                      });
                }
                turns.end();
              }
            })
        .isSameAs(fault);
    assertThat(through).isEqualTo(List.of(1, 2));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
