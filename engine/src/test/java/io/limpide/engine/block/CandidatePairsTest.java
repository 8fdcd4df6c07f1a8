package io.limpide.engine.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CandidatePairsTest {
  private static final FieldPrior PRIOR = new FieldPrior(0.8, 0.1);

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void makes_each_pair_of_the_rules_once_and_no_other(long seed) {
    Random random = new Random(seed);
    int records = 2 + random.nextInt(120);
    List<Atom> atoms =
        List.of(
            atom("a", 0, random, records, 1, 8),
            atom("b", 1, random, records, 3, 30), // several values
            atom("c", 2, random, records, 1, 3));
    PairScope scope = random.nextBoolean() ? PairScope.within(records) : sides(random, records);
    // So small an allowance that not everything is compared with everything.
    BlockingSettings settings =
        new BlockingSettings(40, 1, 1000, 5, 1 + random.nextInt(5), List.of());

    Planner.Planned planned = Planner.plan(atoms, List.of(PRIOR, PRIOR, PRIOR), scope, settings);

    Set<Long> expected = new HashSet<>();
    for (int a = 0; a < records; a++) {
      for (int b = a + 1; b < records; b++) {
        if (scope.allows(a, b) && anyRule(planned.plan().rules(), atoms, a, b)) {
          expected.add((long) a << 32 | b);
        }
      }
    }
    List<Long> made = pairs(planned.pairs());
    assertThat(made).doesNotHaveDuplicates();
    assertThat(new HashSet<>(made)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void makes_pairs_of_large_blocks_once_and_only_among_neighbours(long seed) {
    Random random = new Random(seed);
    int records = 50 + random.nextInt(400);
    List<Atom> atoms =
        List.of(atom("a", 0, random, records, 2, 3), atom("b", 1, random, records, 1, 2));
    BlockingSettings settings = new BlockingSettings(1000, 1, 10, 4, 3, List.of());

    Planner.Planned planned =
        Planner.plan(atoms, List.of(PRIOR, PRIOR), PairScope.within(records), settings);

    List<Long> made = pairs(planned.pairs());
    assertThat(made).doesNotHaveDuplicates();
    assertThat(made.size()).isLessThanOrEqualTo(3 * 2 * records * 4); // rules, values, window
    for (long pair : made) {
      assertThat(anyRule(planned.plan().rules(), atoms, (int) (pair >> 32), (int) pair)).isTrue();
      assertThat(planned.pairs().rulesOf((int) (pair >> 32), (int) pair)).isNotZero();
    }
  }

  @Test
  void compares_everything_where_that_is_cheap() {
    Random random = new Random(7);
    Planner.Planned planned =
        Planner.plan(
            List.of(atom("a", 0, random, 40, 1, 1000)),
            List.of(PRIOR),
            PairScope.within(40),
            BlockingSettings.DEFAULT);

    assertThat(pairs(planned.pairs())).hasSize(40 * 39 / 2);
  }

  @Test
  void reports_what_the_budget_does_not_allow() {
    int records = 20_000;
    int[] few = new int[records];
    for (int record = 0; record < records; record++) {
      few[record] = 1 + record % 40; // blocks of 500: 40 x 500 x 499 / 2 = 4 990 000 pairs
    }
    Planner.Planned planned =
        Planner.plan(
            List.of(new Atom("few", 0, List.of(few), 0, false)),
            List.of(PRIOR),
            PairScope.within(records),
            new BlockingSettings(10, 1, 1000, 10, 5, List.of()));

    assertThat(planned.plan().rules()).isEmpty();
    assertThat(planned.plan().skipped()).containsExactly("few");
    assertThat(planned.plan().expectedRecall()).isZero();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void makes_all_pairs_of_rules_that_are_asked_for_however_large_their_blocks(long seed) {
    Random random = new Random(seed);
    int records = 50 + random.nextInt(1500);
    List<Atom> atoms =
        List.of(atom("a", 0, random, records, 1, 2), atom("b", 1, random, records, 2, 900));
    BlockingSettings settings =
        new BlockingSettings(1, 1, 10, 2, 1, List.of("a + b", "b")).asking(List.of("a", "b"));

    Planner.Planned planned =
        Planner.plan(atoms, List.of(PRIOR, PRIOR), PairScope.within(records), settings);

    Set<Long> expected = new HashSet<>();
    for (int a = 0; a < records; a++) {
      for (int b = a + 1; b < records; b++) {
        if (agrees(atoms.get(0), a, b) || agrees(atoms.get(1), a, b)) {
          expected.add((long) a << 32 | b);
        }
      }
    }
    assertThat(planned.plan().rules()).extracting(BlockingRule::name).containsExactly("a", "b");
    assertThat(planned.plan().overBudget()).isTrue();
    List<Long> made = pairs(planned.pairs());
    assertThat(made).doesNotHaveDuplicates();
    assertThat(new HashSet<>(made)).isEqualTo(expected);
  }

  private static Atom atom(
      String name, int field, Random random, int records, int values, int distinct) {
    List<int[]> codes = new ArrayList<>();
    for (int value = 0; value < values; value++) {
      codes.add(random.ints(records, 0, distinct + 1).toArray());
    }
    return new Atom(name, field, codes, 0.5, false);
  }

  private static PairScope sides(Random random, int records) {
    byte[] sides = new byte[records];
    for (int record = 0; record < records; record++) {
      sides[record] = (byte) random.nextInt(2);
    }
    return PairScope.between(sides);
  }

  private static boolean anyRule(List<BlockingRule> rules, List<Atom> atoms, int a, int b) {
    return rules.stream()
        .anyMatch(rule -> rule.atoms().stream().allMatch(atom -> agrees(atoms.get(atom), a, b)));
  }

  private static boolean agrees(Atom atom, int a, int b) {
    for (int[] one : atom.codes()) {
      for (int[] other : atom.codes()) {
        if (one[a] != 0 && one[a] == other[b]) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<Long> pairs(CandidatePairs candidates) {
    List<Long> pairs = new ArrayList<>();
    for (int chunk = 0; chunk < candidates.chunks(); chunk++) {
      candidates.visit(
          chunk,
          (a, b) -> {
            assertThat(a).isLessThan(b);
            pairs.add((long) a << 32 | b);
          });
    }
    return pairs;
  }
}
