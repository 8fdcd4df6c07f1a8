package io.limpide.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GlancesTest {
  @Test
  void sees_that_two_names_have_little_in_common() {
    Glances glances = Glances.of(new String[] {"martin", "lefebvre", "martine"});

    assertThat(glances.alike(0, 1, 0.82)).isFalse();
    assertThat(glances.alike(0, 2, 0.82)).isTrue();
    assertThat(glances.within(0, 1, 2)).isFalse();
    assertThat(glances.within(0, 2, 1)).isTrue();
    assertThat(glances.begin(0, 1, 1)).isFalse();
    assertThat(glances.begin(0, 2, 6)).isTrue();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void never_says_no_where_reading_says_yes(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 50; round++) {
      String a = Words.random(random, round % 10 == 0 ? 300 : 20);
      String b = round % 2 == 0 ? Words.damaged(a, random) : Words.random(random, 20);
      Glances glances = Glances.of(new String[] {a, b});
      double likeness = Similarity.jaroWinkler().between(a, b);
      int edits = EditDistance.osa().between(a, b);

      assertThat(glances.alike(0, 1, likeness)).as("%s, %s", a, b).isTrue();
      assertThat(glances.within(0, 1, edits)).as("%s, %s", a, b).isTrue();
      assertThat(glances.begin(0, 1, common(a, b))).as("%s, %s", a, b).isTrue();
    }
  }

  private static int common(String a, String b) {
    int common = 0;
    while (common < Math.min(a.length(), b.length()) && a.charAt(common) == b.charAt(common)) {
      common++;
    }
    return common;
  }
}
