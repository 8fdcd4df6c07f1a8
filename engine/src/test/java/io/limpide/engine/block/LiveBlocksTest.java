package io.limpide.engine.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LiveBlocksTest {
  private static final FieldPrior PRIOR = new FieldPrior(0.8, 0.1);
  private static final BlockingSettings LOW = new BlockingSettings(1000, 1, 6, 2, 4, List.of());
  private static final int STEPS = 30;

  /** What a record has: where it stands, and for each atom its values. */
  private record Row(long order, List<int[]> values) {
    static Row any(Random random) {
      return new Row(
          random.nextInt(15), // many stand at the same place
          List.of(
              new int[] {random.nextInt(4)},
              new int[] {random.nextInt(6), random.nextInt(6)},
              new int[] {random.nextInt(3)}));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void makes_the_pairs_of_a_run_and_tells_which_others_a_record_concerns(long seed) {
    Random random = new Random(seed);
    List<Row> first = new ArrayList<>();
    int size = 5 + random.nextInt(40);
    for (int record = 0; record < size; record++) {
      first.add(Row.any(random));
    }
    first.sort(Comparator.comparingLong(Row::order));
    Planner.Planned planned =
        Planner.plan(atoms(first), List.of(PRIOR, PRIOR, PRIOR), PairScope.within(size), LOW);
    LiveBlocks live = planned.pairs().live(first.stream().mapToLong(Row::order).toArray());
    Map<Integer, Row> rows = new TreeMap<>();
    for (int record = 0; record < size; record++) {
      rows.put(record, first.get(record));
    }
    Set<Long> pairs = run(planned.plan().rules(), rows);
    for (int step = 0; step < STEPS; step++) {
      int record = random.nextInt(size + 10);
      Row row = Row.any(random);
      BlockChanges changes = new BlockChanges();
      if (!rows.containsKey(record)) {
        live.look(record, row.order(), atoms(List.of(row)));
        Set<Integer> wouldMeet = met(live, record, false);
        live.add(record, row.order(), atoms(List.of(row)), changes);
        assertThat(wouldMeet).isEqualTo(met(live, record, true));
        rows.put(record, row);
      } else if (random.nextBoolean()) {
        live.change(record, row.order(), atoms(List.of(row)), changes);
        rows.put(record, row);
      } else {
        live.remove(record, changes);
        rows.remove(record);
      }
      Set<Long> before = pairs;
      pairs = run(planned.plan().rules(), rows);
      assertThat(made(live, rows)).isEqualTo(pairs);
      if (rows.containsKey(record)) {
        assertThat(met(live, record, true)).isEqualTo(partners(pairs, record));
      }
      assertThat(suspected(changes)).containsAll(others(before, pairs, record));
    }
  }

  private static Set<Integer> met(LiveBlocks live, int record, boolean inside) {
    Set<Integer> met = new TreeSet<>();
    live.meet(record, inside, Integer.MAX_VALUE, other -> assertThat(met.add(other)).isTrue());
    return met;
  }

  private static Set<Long> made(LiveBlocks live, Map<Integer, Row> rows) {
    Set<Long> made = new HashSet<>();
    for (int a : rows.keySet()) {
      for (int b : rows.keySet()) {
        if (a < b && live.makes(a, b)) {
          made.add(pair(a, b));
          assertThat(live.rulesOf(a, b)).isNotZero();
        }
      }
    }
    return made;
  }

  private static Set<Integer> partners(Set<Long> pairs, int record) {
    Set<Integer> partners = new TreeSet<>();
    for (long pair : pairs) {
      int a = (int) (pair >> 32);
      int b = (int) pair;
      if (a == record || b == record) {
        partners.add(a == record ? b : a);
      }
    }
    return partners;
  }

  /** Pairs of other records that are made before and not after, or after and not before. */
  private static Set<Long> others(Set<Long> before, Set<Long> after, int record) {
    Set<Long> others = new HashSet<>(before);
    others.removeAll(after);
    Set<Long> come = new HashSet<>(after);
    come.removeAll(before);
    others.addAll(come);
    others.removeIf(pair -> (int) (pair >> 32) == record || pair.intValue() == record);
    return others;
  }

  private static Set<Long> suspected(BlockChanges changes) {
    Set<Long> suspected = new HashSet<>();
    changes.pairs((a, b) -> suspected.add(pair(a, b)));
    List<int[]> blocks = new ArrayList<>(changes.opened());
    blocks.addAll(changes.closed());
    for (int[] block : blocks) {
      for (int a : block) {
        for (int b : block) {
          suspected.add(pair(Math.min(a, b), Math.max(a, b)));
        }
      }
    }
    return suspected;
  }

  /** The pairs that a run makes of the records, by number. */
  private static Set<Long> run(List<BlockingRule> rules, Map<Integer, Row> rows) {
    List<Map.Entry<Integer, Row>> sorted = new ArrayList<>(rows.entrySet());
    sorted.sort(Comparator.comparingLong(row -> row.getValue().order())); // of equal ones, stable
    CandidatePairs pairs =
        BatchPairs.of(
            rules, atoms(sorted.stream().map(Map.Entry::getValue).toList()), sorted.size(), LOW);
    Set<Long> made = new HashSet<>();
    for (int chunk = 0; chunk < pairs.chunks(); chunk++) {
      pairs.visit(
          chunk,
          (a, b) -> {
            int one = sorted.get(a).getKey();
            int other = sorted.get(b).getKey();
            made.add(pair(Math.min(one, other), Math.max(one, other)));
          });
    }
    return made;
  }

  private static long pair(int a, int b) {
    return (long) a << 32 | b;
  }

  private static List<Atom> atoms(List<Row> rows) {
    List<Atom> atoms = new ArrayList<>();
    for (int atom = 0; atom < 3; atom++) {
      List<int[]> codes = new ArrayList<>();
      for (int value = 0; value < (atom == 1 ? 2 : 1); value++) {
        int[] column = new int[rows.size()];
        for (int row = 0; row < column.length; row++) {
          column[row] = rows.get(row).values().get(atom)[value];
        }
        codes.add(column);
      }
      atoms.add(new Atom("atom" + atom, atom, codes, 0.5, false));
    }
    return atoms;
  }
}
