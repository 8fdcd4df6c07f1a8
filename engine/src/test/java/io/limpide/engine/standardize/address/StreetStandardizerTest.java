package io.limpide.engine.standardize.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.RulePolicy;
import io.limpide.engine.standardize.Standardizer;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StreetStandardizerTest {
  private static final List<String> BEFORE =
      List.of(" ", ", ", ",", "  ", "\u00a0", " bis ", " B ", "bis, ", " - ", "-14 ", " à 8 ", "");

  private static final List<String> WORDS =
      List.of(
          "rue",
          "RUE",
          "av",
          "Bd.",
          "quai",
          "place",
          "Main",
          "Street",
          "calle",
          "12e",
          "8",
          "1945",
          "de",
          "du",
          "l'Industrie",
          "d’Arc",
          "D 'ARC",
          "Gal",
          "ST",
          "Jean-Jaurès",
          "BAT",
          "B",
          "BP",
          "CS",
          "étage",
          "Paris",
          "75001",
          "Belgique",
          "Islande",
          "CEDEX",
          "mai",
          "huit",
          "zi",
          "-",
          "Voltaire",
          "PEUPLIERS",
          "9876");

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void says_of_each_house_what_reading_it_alone_says(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<RulePolicy> policies =
        List.of(RulePolicy.DEFAULT, rule -> Level.OFF, rule -> Level.SUGGESTED);
    RulePolicy policy = policies.get((int) (seed % 3));
    Standardizer alone = new LineStandardizer(policy, seed % 2 == 0);
    Standardizer streets = new StreetStandardizer(alone);
    for (int i = 0; i < 100; i++) {
      String street = street(random);
      for (int house = 0; house < 4; house++) {
        String line = random.nextInt(1, 1 << random.nextInt(1, 16)) + street;
        assertThat(streets.standardize(line)).as(line).isEqualTo(alone.standardize(line));
      }
    }
  }

  private static String street(SplittableRandom random) {
    StringBuilder street = new StringBuilder(BEFORE.get(random.nextInt(BEFORE.size())));
    int words = 1 + random.nextInt(5);
    for (int i = 0; i < words; i++) {
      street.append(i > 0 ? " " : "").append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return street.toString();
  }
}
