package io.limpide.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NearPairsTest {
  private static final int[] SAME = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

  @Test
  void keeps_the_nearest_on_its_side_one_of_each_pattern() {
    NearPairs above = new NearPairs(2, true);
    above.offer(2, 0, 1, 100);
    above.offer(1.9, 0, 2, 200); // below
    above.offer(3, 0, 3, 300);
    above.offer(2.5, 0, 4, 300); // nearer, of the same pattern
    above.offer(2.1, 0, 5, 100); // farther, of the same pattern

    assertThat(above.pairs(SAME)).containsExactly(new int[] {0, 1}, new int[] {0, 4});
  }

  @Test
  void keeps_the_same_whatever_the_order_and_however_split() {
    NearPairs whole = new NearPairs(0, false);
    NearPairs one = new NearPairs(0, false);
    NearPairs other = new NearPairs(0, false);
    Random random = new Random(7);
    double[] weights = random.doubles(500, -3, 1).toArray();
    for (int pair = 0; pair < weights.length; pair++) {
      whole.offer(weights[pair], pair, pair + 1, pair % 40);
    }
    for (int pair = weights.length - 1; pair >= 0; pair--) {
      (pair % 3 == 0 ? one : other).offer(weights[pair], pair, pair + 1, pair % 40);
    }
    other.addAll(one);
    int[] same = java.util.stream.IntStream.range(0, 600).toArray();

    assertThat(other.pairs(same)).hasSize(4).containsExactlyElementsOf(whole.pairs(same));
  }
}
