package io.limpide.engine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.limpide.engine.match.WeightDistribution.Decider;
import org.junit.jupiter.api.Test;

class WeightDistributionTest {
  private static final double ALL = Double.POSITIVE_INFINITY;

  private static long certain(double matches) {
    return (long) (matches * WeightDistribution.FIXED_POINT);
  }

  @Test
  void counts_a_pair_on_the_boundary_with_the_heavier_ones() {
    WeightDistribution distribution = new WeightDistribution();
    distribution.add(Decider.WEIGHT, 2f, 0);
    distribution.add(Decider.WEIGHT, 1.99f, 0);

    assertThat(distribution.pairs(Decider.WEIGHT, 2, 3)).isEqualTo(1);
    assertThat(distribution.pairs(Decider.WEIGHT, 1, 2)).isEqualTo(1);
  }

  @Test
  void gathers_what_lies_beyond_its_ends_whatever_that_is() {
    WeightDistribution distribution = new WeightDistribution();
    for (float weight :
        new float[] {-1000, 1000, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, Float.NaN}) {
      distribution.add(Decider.WEIGHT, weight, 0);
    }

    assertThat(distribution.pairs()).isEqualTo(5);
    assertThat(distribution.pairs(Decider.WEIGHT, -ALL, WeightDistribution.LOW)).isEqualTo(3);
    assertThat(distribution.pairs(Decider.WEIGHT, WeightDistribution.HIGH, ALL)).isEqualTo(2);
  }

  @Test
  void expects_of_a_threshold_what_the_pairs_above_it_promise() {
    WeightDistribution distribution = new WeightDistribution();
    distribution.add(Decider.WEIGHT, 5, certain(0.75));
    distribution.add(Decider.WEIGHT, 1, certain(0.5));
    distribution.add(Decider.MERGED, -3, certain(1)); // by a rule: above every threshold
    distribution.add(Decider.KEPT, 9, certain(0.25)); // by a rule: below every threshold

    Expectation high = distribution.at(3);
    assertThat(high.merged()).isEqualTo(2);
    assertThat(high.precision()).isCloseTo((0.75 + 1) / 2, within(1e-9));
    assertThat(high.recall()).isCloseTo((0.75 + 1) / (0.75 + 0.5 + 1 + 0.25), within(1e-9));
    Expectation low = distribution.at(0);
    assertThat(low.merged()).isEqualTo(3);
    assertThat(low.recall()).isCloseTo((0.75 + 0.5 + 1) / 2.5, within(1e-9));
    assertThat(low.candidates()).isEqualTo(4);
  }

  @Test
  void merges_to_what_one_pass_would_give() {
    WeightDistribution whole = new WeightDistribution();
    WeightDistribution one = new WeightDistribution();
    WeightDistribution other = new WeightDistribution();
    for (int weight = -50; weight < 70; weight++) {
      whole.add(Decider.WEIGHT, weight, weight + 50);
      (weight % 2 == 0 ? one : other).add(Decider.WEIGHT, weight, weight + 50);
    }
    other.addAll(one);

    for (int weight = -45; weight < 65; weight += 5) {
      assertThat(other.at(weight)).isEqualTo(whole.at(weight));
    }
  }

  @Test
  void follows_a_pair_about_which_a_rule_decides_after_all() {
    WeightDistribution distribution = new WeightDistribution();
    distribution.add(Decider.WEIGHT, 4, certain(0.5));
    distribution.move(Decider.WEIGHT, Decider.KEPT, 4, certain(0.5));

    assertThat(distribution.pairs()).isEqualTo(1);
    assertThat(distribution.at(0).merged()).isZero();
    assertThat(distribution.at(0).matches()).isCloseTo(0.5, within(1e-9));
  }
}
