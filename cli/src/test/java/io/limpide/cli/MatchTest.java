package io.limpide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking for duplicates without merging them. */
final class MatchTest {
  @TempDir private Path folder = Path.of(".");

  @Test
  void calls_a_pair_a_duplicate_as_soon_as_that_is_more_likely_than_not() throws IOException {
    Path out = folder.resolve("out");
    assertThat(Said.by("match", "../samples/crm-export.csv", "--out", out.toString()).code())
        .isZero();

    Rows pairs = Rows.of(out.resolve("pairs.csv"), ',');
    List<String> verdicts = pairs.column("verdict");
    List<String> rules = pairs.column("rule");
    List<String> probabilities = pairs.column("probability");
    int belowMerging = 0;
    for (int pair = 0; pair < verdicts.size(); pair++) {
      double probability = Double.parseDouble(probabilities.get(pair));
      if (rules.get(pair).equals("weight") && Math.abs(probability - 0.5) > 1e-3) {
        assertThat(verdicts.get(pair).equals("duplicate"))
            .as("probability %s", probability)
            .isEqualTo(probability > 0.5);
        belowMerging += probability > 0.5 && probability < 0.95 ? 1 : 0;
      }
    }
    assertThat(belowMerging).as("pairs that clean would not merge").isPositive();
  }
}
