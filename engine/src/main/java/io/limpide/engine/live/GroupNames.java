package io.limpide.engine.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;

/**
 * Names groups that were made anew. Each old name goes to the part with most of its records; a part
 * that could have several takes the one that most of its records had, and of these the oldest,
 * which is the smallest number. So on a merge the larger group keeps its name, and on a split the
 * larger part.
 */
final class GroupNames {
  private GroupNames() {}

  private record Claim(int name, int part, int records, int first) {}

  /**
   * Returns the names of the parts.
   *
   * @param parts the records of each
   * @param oldName the name a record's group had; 0 if it had none
   * @param newName gives a name that was never given before
   */
  static int[] of(List<int[]> parts, IntUnaryOperator oldName, IntSupplier newName) {
    List<Claim> claims = new ArrayList<>();
    for (int part = 0; part < parts.size(); part++) {
      Map<Integer, Integer> counts = new HashMap<>();
      int first = Integer.MAX_VALUE;
      for (int record : parts.get(part)) {
        first = Math.min(first, record);
        int old = oldName.applyAsInt(record);
        if (old != 0) {
          counts.merge(old, 1, Integer::sum);
        }
      }
      for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
        claims.add(new Claim(count.getKey(), part, count.getValue(), first));
      }
    }
    claims.sort(
        Comparator.comparingInt(Claim::records)
            .reversed()
            .thenComparingInt(Claim::name)
            .thenComparingInt(Claim::first));
    int[] names = new int[parts.size()];
    Set<Integer> given = new HashSet<>();
    for (Claim claim : claims) {
      if (names[claim.part()] == 0 && given.add(claim.name())) {
        names[claim.part()] = claim.name();
      }
    }
    for (int part = 0; part < names.length; part++) {
      names[part] = names[part] == 0 ? newName.getAsInt() : names[part];
    }
    return names;
  }
}
