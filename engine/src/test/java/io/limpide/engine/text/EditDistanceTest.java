package io.limpide.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.limpide.engine.Spec;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EditDistanceTest {
  private static final EditDistance LEVENSHTEIN = EditDistance.levenshtein();
  private static final EditDistance OSA = EditDistance.osa();

  static Stream<Arguments> cases() {
    return Spec.cases("text/edit-distance.csv", 5);
  }

  @ParameterizedTest(name = "{0} and {1}: {4}")
  @MethodSource("cases")
  void counts_edits(String a, String b, int levenshtein, int osa, String source) {
    assertThat(LEVENSHTEIN.between(a, b)).isEqualTo(levenshtein);
    assertThat(LEVENSHTEIN.between(b, a)).isEqualTo(levenshtein);
    assertThat(OSA.between(a, b)).isEqualTo(osa);
    assertThat(OSA.between(b, a)).isEqualTo(osa);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void agrees_with_the_matrix(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 30; round++) {
      String a = Words.random(random, random.nextInt(10) == 0 ? 300 : 70);
      String b = random.nextBoolean() ? Words.damaged(a, random) : Words.random(random, 150);
      int levenshtein = matrix(a, b, false);
      int osa = matrix(a, b, true);
      assertThat(LEVENSHTEIN.between(a, b)).as("<%s> <%s>", a, b).isEqualTo(levenshtein);
      assertThat(OSA.between(a, b)).as("<%s> <%s>", a, b).isEqualTo(osa);
      assertThat(OSA.between(b, a)).as("<%s> <%s>", b, a).isEqualTo(osa);
      for (int max : new int[] {0, 1, 2, 5, levenshtein, osa, 1000}) {
        assertThat(LEVENSHTEIN.between(a, b, max))
            .as("<%s> <%s> at most %s", a, b, max)
            .isEqualTo(Math.min(levenshtein, max + 1));
        assertThat(OSA.between(b, a, max))
            .as("<%s> <%s> at most %s", b, a, max)
            .isEqualTo(Math.min(osa, max + 1));
      }
    }
  }

  @Test
  void refuses_a_negative_bound() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OSA.between("a", "b", -1))
        .withMessage("max must not be negative, but is -1");
  }

  @Test
  void takes_long_values() {
    String a = "ab".repeat(20_000);
    assertThat(LEVENSHTEIN.between(a, "ba".repeat(20_000))).isEqualTo(2);
    assertThat(OSA.between(a, a + "x")).isEqualTo(1);
  }

  /** The textbook matrix: slow, and plainly right. */
  private static int matrix(String a, String b, boolean swaps) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (swaps
            && i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
