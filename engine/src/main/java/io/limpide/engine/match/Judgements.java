package io.limpide.engine.match;

import io.limpide.engine.cluster.Evaluation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What people said of the pairs of a population. Said twice, the last word counts. */
final class Judgements {
  private final Map<Long, Boolean> said = new HashMap<>();
  private final Map<Integer, Set<Integer>> others = new HashMap<>(); // by record

  /**
   * @param all in the numbers of the input
   * @param global the number in the input of each record of the population
   * @param records how many the input has
   */
  Judgements(List<Judgement> all, int[] global, int records) {
    if (all.isEmpty()) {
      return;
    }
    int[] local = new int[records];
    java.util.Arrays.fill(local, -1);
    for (int record = 0; record < global.length; record++) {
      local[global[record]] = record;
    }
    for (Judgement judgement : all) {
      int a = local[judgement.a()];
      int b = local[judgement.b()];
      if (a >= 0 && b >= 0) {
        say(a, b, judgement.same());
      }
    }
  }

  /** Takes down what somebody said of two records. */
  void say(int a, int b, boolean same) {
    said.put(key(a, b), same);
    others.computeIfAbsent(a, record -> new TreeSet<>()).add(b);
    others.computeIfAbsent(b, record -> new TreeSet<>()).add(a);
  }

  /** Takes back what was said of two records. */
  void unsay(int a, int b) {
    said.remove(key(a, b));
    part(a, b);
    part(b, a);
  }

  /** Takes back all that was said of a record. */
  void unsay(int record) {
    for (int other : others(record)) {
      unsay(record, other);
    }
  }

  private void part(int record, int other) {
    Set<Integer> left = others.get(record);
    if (left != null && left.remove(other) && left.isEmpty()) {
      others.remove(record);
    }
  }

  /** Returns the records of which something was said together with one. */
  List<Integer> others(int record) {
    return List.copyOf(others.getOrDefault(record, Set.of()));
  }

  private static long key(int a, int b) {
    return Evaluation.key(Math.min(a, b), Math.max(a, b));
  }

  boolean isEmpty() {
    return said.isEmpty();
  }

  boolean has(int a, int b) {
    return !said.isEmpty() && said.containsKey(key(a, b));
  }

  boolean same(int a, int b) {
    return Boolean.TRUE.equals(said.get(key(a, b)));
  }

  boolean different(int a, int b) {
    return Boolean.FALSE.equals(said.get(key(a, b)));
  }

  /** Returns the name of the rule that a judgement is; null where nothing was said. */
  @Nullable String rule(int a, int b) {
    if (!has(a, b)) {
      return null;
    }
    return same(a, b) ? Rules.JUDGED_SAME : Rules.JUDGED_DIFFERENT;
  }

  /** Returns the pairs, each as its smaller and its larger record, in order. */
  List<int[]> pairs() {
    List<int[]> pairs = new ArrayList<>();
    said.keySet().stream()
        .sorted()
        .forEach(key -> pairs.add(new int[] {(int) (key >> 32), (int) (long) key}));
    return pairs;
  }
}
