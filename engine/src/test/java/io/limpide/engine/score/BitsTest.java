package io.limpide.engine.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Powers and logarithms from tables agree with those of the library. */
class BitsTest {
  private static final double RIGHT = 1e-11;
  private static final int TRIALS = 100_000;

  @Test
  void powersAreThoseOfTheLibrary() {
    SplittableRandom random = new SplittableRandom(1);
    for (int trial = 0; trial < TRIALS; trial++) {
      double bits = random.nextDouble(-1000, 1000);
      assertThat(Bits.pow2(bits) / Math.pow(2, bits)).as("2^%s", bits).isEqualTo(1, within(RIGHT));
    }
  }

  @Test
  void logarithmsAreThoseOfTheLibrary() {
    SplittableRandom random = new SplittableRandom(2);
    for (int trial = 0; trial < TRIALS; trial++) {
      double number = Math.pow(2, random.nextDouble(-1000, 1000));
      assertThat(Bits.log2(number))
          .as("log2 %s", number)
          .isEqualTo(Math.log(number) / Math.log(2), within(RIGHT));
    }
  }

  @Test
  void wholePowersAreExact() {
    for (int bits = -1021; bits < 1023; bits++) {
      assertThat(Bits.pow2(bits)).isEqualTo(Math.scalb(1.0, bits));
      assertThat(Bits.log2(Math.scalb(1.0, bits))).isEqualTo(bits, within(RIGHT));
    }
  }

  @Test
  void theEndsAreThoseOfTheLibrary() {
    for (double bits : new double[] {-1e9, -1074, -1022.5, 1023, 1024, 1e9}) {
      assertThat(Bits.pow2(bits)).as("2^%s", bits).isEqualTo(Math.pow(2, bits));
    }
    assertThat(Bits.log2(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Bits.log2(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Bits.log2(Double.MIN_VALUE)).isEqualTo(-1074, within(RIGHT));
    assertThat(Bits.log2(-1)).isNaN();
    assertThat(Bits.pow2(Double.NaN)).isNaN();
    assertThat(Bits.log2(Double.NaN)).isNaN();
  }
}
