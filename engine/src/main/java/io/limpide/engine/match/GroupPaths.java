package io.limpide.engine.match;

import io.limpide.engine.cluster.Joins;
import java.util.ArrayList;
import java.util.List;

/** How all groups came together; in the numbers of the input. */
final class GroupPaths {
  private final List<int[]> globals = new ArrayList<>();
  private final List<Joins> joins = new ArrayList<>();

  /** Adds the joins of a population and how its records are numbered in the input. */
  void add(int[] global, Joins of) {
    globals.add(global);
    joins.add(of);
  }

  /** Returns what joined the records of a group. */
  List<Join> of(int group, int[] clusters) {
    List<Join> path = new ArrayList<>();
    for (int population = 0; population < joins.size(); population++) {
      int[] global = globals.get(population);
      Joins of = joins.get(population);
      for (int join = 0; join < of.size(); join++) {
        if (clusters[global[of.a(join)]] == group) {
          path.add(
              new Join(
                  global[of.a(join)],
                  global[of.b(join)],
                  of.weight(join),
                  of.support(join),
                  of.sizeA(join),
                  of.sizeB(join)));
        }
      }
    }
    return path;
  }
}
