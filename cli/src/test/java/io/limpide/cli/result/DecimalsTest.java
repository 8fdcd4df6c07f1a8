package io.limpide.cli.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void writes_numbers_as_the_format_does(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      alike((float) (random.nextGaussian() * 20));
      alike(random.nextDouble());
      alike(Math.scalb(random.nextGaussian(), random.nextInt(80) - 40));
      alike(random.nextInt(2_001) / 1000.0 - 1); // halves
    }
  }

  @Test
  void writes_what_is_hardly_a_number_as_the_format_does() {
    for (double value :
        new double[] {
          0, -0.0, 0.05, -0.05, 0.045, -0.04, 1e300, Double.NaN, Double.NEGATIVE_INFINITY
        }) {
      alike(value);
    }
  }

  private static void alike(double value) {
    for (int decimals = 1; decimals <= 4; decimals++) {
      assertThat(Decimals.of(value, decimals))
          .isEqualTo(String.format(Locale.ROOT, "%." + decimals + "f", value));
      StringBuilder signed = new StringBuilder();
      Decimals.append(signed, value, decimals, true);
      assertThat(signed).hasToString(String.format(Locale.ROOT, "%+." + decimals + "f", value));
    }
  }
}
