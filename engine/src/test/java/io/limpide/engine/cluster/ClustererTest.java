package io.limpide.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClustererTest {
  /** Everything weighs the same, but for what the array says; nothing conflicts. */
  private static final class Weights implements PairJudge {
    private final double[][] table;

    Weights(double[][] table) {
      this.table = table;
    }

    @Override
    public double weight(int a, int b) {
      return table[Math.min(a, b)][Math.max(a, b)];
    }

    @Override
    public boolean conflict(int a, int b) {
      return false;
    }
  }

  @Test
  void joins_along_chains_that_nothing_speaks_against() {
    Clusterer.Clusters clusters =
        Clusterer.cluster(4, links(0, 1, 9, 1, 2, 8), weights(4, 2), ClusterSettings.DEFAULT);

    assertThat(clusters.groups()).containsExactly(0, 0, 0, 3);
    assertThat(clusters.doubts()).isEmpty();
  }

  @Test
  void leaves_two_groups_apart_that_hang_together_by_one_pair() {
    // 0-1-2 and 3-4-5 are sound; 2-3 alone ties them, every other pair between them speaks against.
    Weights weights = weights(6, -8);
    weights.table[2][3] = 6;

    Clusterer.Clusters clusters =
        Clusterer.cluster(
            6,
            links(0, 1, 12, 1, 2, 12, 0, 2, 12, 3, 4, 12, 4, 5, 12, 3, 5, 12, 2, 3, 6),
            weightsWithin(weights),
            ClusterSettings.DEFAULT);

    assertThat(clusters.groups()).containsExactly(0, 0, 0, 3, 3, 3);
    assertThat(clusters.doubts())
        .containsExactly(new Doubt("weak_bridge", 2, 3, List.of(0, 1, 2, 3, 4, 5), 6));
  }

  @Test
  void never_joins_groups_that_hold_a_conflict() {
    PairJudge judge =
        new PairJudge() {
          @Override
          public double weight(int a, int b) {
            return 10;
          }

          @Override
          public boolean conflict(int a, int b) {
            return a + b == 2; // records 0 and 2
          }
        };

    Clusterer.Clusters clusters =
        Clusterer.cluster(3, links(0, 1, 20, 1, 2, 10), judge, ClusterSettings.DEFAULT);

    assertThat(clusters.groups()).containsExactly(0, 0, 2);
    assertThat(clusters.doubts())
        .containsExactly(new Doubt("conflict", 1, 2, List.of(0, 1, 2), 10));
  }

  @Test
  void reports_groups_of_unusually_many_records() {
    Links links = new Links();
    for (int record = 1; record < 60; record++) {
      links.add(0, record, 10);
    }

    Clusterer.Clusters clusters =
        Clusterer.cluster(60, links, weights(60, 10), ClusterSettings.DEFAULT);

    assertThat(clusters.groups()).containsOnly(0);
    assertThat(clusters.doubts()).extracting(Doubt::reason).containsExactly("over_large");
  }

  @Test
  void remembers_what_joined_each_group_the_surest_pair_first() {
    Weights weights = weights(4, 2);
    weights.table[0][2] = -1;

    Joins joins =
        Clusterer.cluster(4, links(1, 2, 8, 0, 1, 9, 0, 2, 7), weights, ClusterSettings.DEFAULT)
            .joins();

    assertThat(joins.size()).isEqualTo(2);
    assertThat(List.of(joins.a(0), joins.b(0), joins.sizeA(0), joins.sizeB(0)))
        .containsExactly(0, 1, 1, 1);
    assertThat(joins.support(0)).as("of two single records, the pair itself").isEqualTo(9);
    assertThat(List.of(joins.a(1), joins.b(1), joins.sizeA(1), joins.sizeB(1)))
        .containsExactly(1, 2, 2, 1);
    assertThat(joins.weight(1)).isEqualTo(8);
    assertThat(joins.support(1)).isEqualTo((-1 + 2) / 2f); // pairs 0-2 and 1-2
  }

  @Test
  void takes_pairs_of_equal_weight_in_order_of_their_records() {
    assertThat(links(2, 3, 5, 0, 1, 5, 4, 5, 7, 0, 6, -1).heaviestFirst())
        .containsExactly(2, 1, 0, 3);
  }

  private static Weights weights(int records, double all) {
    double[][] table = new double[records][records];
    for (double[] row : table) {
      java.util.Arrays.fill(row, all);
    }
    return new Weights(table);
  }

  private static Weights weightsWithin(Weights between) {
    for (int a = 0; a < 6; a++) {
      for (int b = 0; b < 6; b++) {
        if (a / 3 == b / 3) {
          between.table[a][b] = 12;
        }
      }
    }
    return between;
  }

  /** Triples of two records and their weight. */
  private static Links links(int... triples) {
    Links links = new Links();
    for (int i = 0; i < triples.length; i += 3) {
      links.add(triples[i], triples[i + 1], triples[i + 2]);
    }
    return links;
  }
}
