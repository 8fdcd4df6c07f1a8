package io.limpide.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  @Test
  void counts_pairs_and_looks_at_every_record() {
    // Found: {0 1 2} {3 4}; truth: {0 1} {2 3 4}.
    Evaluation evaluation =
        Evaluation.ofClusters(new int[] {0, 0, 0, 3, 3}, new int[] {7, 7, 8, 8, 8});

    assertThat(evaluation.found()).isEqualTo(3 + 1);
    assertThat(evaluation.truth()).isEqualTo(1 + 3);
    assertThat(evaluation.common()).isEqualTo(2); // 0-1 and 3-4
    assertThat(evaluation.precision()).isEqualTo(2 / 4.0);
    assertThat(evaluation.recall()).isEqualTo(2 / 4.0);
    assertThat(evaluation.f1()).isEqualTo(0.5);
    // Records 0, 1: 2 of 3 right; 2: 1 of 3; 3, 4: 2 of 2.
    double precision = (2 / 3.0 + 2 / 3.0 + 1 / 3.0 + 1 + 1) / 5;
    // Records 0, 1: 2 of 2 found; 2: 1 of 3; 3, 4: 2 of 3.
    double recall = (1 + 1 + 1 / 3.0 + 2 / 3.0 + 2 / 3.0) / 5;
    assertThat(evaluation.bcubedPrecision()).isCloseTo(precision, within(1e-12));
    assertThat(evaluation.bcubedRecall()).isCloseTo(recall, within(1e-12));
    assertThat(evaluation.bcubed())
        .isCloseTo(2 * precision * recall / (precision + recall), within(1e-12));
  }

  @Test
  void compares_pairs() {
    Evaluation evaluation =
        Evaluation.ofPairs(
            Set.of(Evaluation.key(1, 5), Evaluation.key(2, 6), Evaluation.key(3, 9)),
            Set.of(Evaluation.key(1, 5), Evaluation.key(2, 6), Evaluation.key(4, 7), 0L));

    assertThat(evaluation.precision()).isEqualTo(2 / 3.0);
    assertThat(evaluation.recall()).isEqualTo(2 / 4.0);
  }

  @Test
  void is_perfect_where_there_is_nothing_to_find_and_nothing_found() {
    Evaluation evaluation = Evaluation.ofClusters(new int[] {1, 2}, new int[] {5, 6});

    assertThat(evaluation.f1()).isEqualTo(1);
    assertThat(evaluation.bcubed()).isEqualTo(1);
    assertThat(Evaluation.ofClusters(new int[0], new int[0]).f1()).isEqualTo(1);
  }
}
