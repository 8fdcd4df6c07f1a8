package io.limpide.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.limpide.engine.Spec;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SimilarityTest {
  private static final List<Similarity> ALL =
      List.of(
          Similarity.jaro(), Similarity.jaroWinkler(), Similarity.levenshtein(), Similarity.osa());

  static Stream<Arguments> jaroWinkler() {
    return Spec.cases("text/jaro-winkler.csv", 5);
  }

  @ParameterizedTest(name = "{0} and {1}: {4}")
  @MethodSource("jaroWinkler")
  void agrees_with_winkler_s_table(
      String a, String b, double jaro, double jaroWinkler, String source) {
    assertThat(Similarity.jaro().between(a, b)).isCloseTo(jaro, within(0.0005));
    assertThat(Similarity.jaroWinkler().between(a, b)).isCloseTo(jaroWinkler, within(0.0005));
  }

  @Test
  void rewards_a_shared_prefix() {
    double jaro = (4 / 5.0 + 4 / 7.0 + (4 - 0) / 4.0) / 3; // common: J, O, N, S; none out of place
    assertThat(Similarity.jaroWinkler().between("JONES", "JOHNSON"))
        .isCloseTo(jaro + 2 * 0.1 * (1 - jaro), within(1e-12));
  }

  @Test
  void takes_the_share_of_the_longer_string_that_needs_no_edit() {
    assertThat(Similarity.levenshtein().between("Dupont", "Dupond")).isEqualTo(1 - 1 / 6.0);
    assertThat(Similarity.osa().between("Dupont", "Dupnot")).isEqualTo(1 - 1 / 6.0);
    assertThat(Similarity.levenshtein().between("Dupont", "Dupnot")).isEqualTo(1 - 2 / 6.0);
  }

  @Test
  void finds_nothing_equal_to_nothing_and_unlike_everything_else() {
    for (Similarity similarity : ALL) {
      assertThat(similarity.between("", "")).isEqualTo(1.0);
      assertThat(similarity.between("", "a")).isEqualTo(0.0);
      assertThat(similarity.between("b", "a")).isEqualTo(0.0);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void is_symmetric_and_stays_within_bounds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 50; round++) {
      String a = Words.random(random, 80);
      String b = random.nextBoolean() ? Words.damaged(a, random) : Words.random(random, 80);
      for (Similarity similarity : ALL) {
        double likeness = similarity.between(a, b);
        assertThat(likeness).isBetween(0.0, 1.0).isEqualTo(similarity.between(b, a));
        assertThat(similarity.between(a, a)).isEqualTo(1.0);
        assertThat(likeness == 1).isEqualTo(a.equals(b));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void agrees_with_the_definition_of_jaro(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 50; round++) {
      String a = Words.random(random, random.nextInt(5) == 0 ? 200 : 30);
      String b = random.nextBoolean() ? Words.damaged(a, random) : Words.random(random, 80);
      assertThat(Similarity.jaro().between(a, b))
          .as("<%s> <%s>", a, b)
          .isCloseTo(definition(a, b), within(1e-12));
    }
  }

  /** Jaro as Winkler describes it, with a list of flags for each string. */
  private static double definition(String a, String b) {
    if (a.isEmpty() && b.isEmpty()) {
      return 1;
    }
    int window = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
    boolean[] taken = new boolean[b.length()];
    StringBuilder commonOfA = new StringBuilder();
    for (int i = 0; i < a.length(); i++) {
      for (int j = 0; j < b.length(); j++) {
        if (Math.abs(i - j) <= window && !taken[j] && a.charAt(i) == b.charAt(j)) {
          taken[j] = true;
          commonOfA.append(a.charAt(i));
          break;
        }
      }
    }
    StringBuilder commonOfB = new StringBuilder();
    for (int j = 0; j < b.length(); j++) {
      if (taken[j]) {
        commonOfB.append(b.charAt(j));
      }
    }
    double common = commonOfA.length();
    if (common == 0) {
      return 0;
    }
    int outOfOrder = 0;
    for (int i = 0; i < common; i++) {
      outOfOrder += commonOfA.charAt(i) == commonOfB.charAt(i) ? 0 : 1;
    }
    int swapped = outOfOrder / 2;
    return (common / a.length() + common / b.length() + (common - swapped) / common) / 3;
  }
}
