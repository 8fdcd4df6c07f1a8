package io.limpide.engine.run;

import io.limpide.engine.match.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person said of two records, which are named as in the results.
 *
 * @param a the name of a record
 * @param b the name of another
 * @param same whether they are about one party
 */
public record JudgedPair(String a, String b, boolean same) {
  /** Returns whether both records are there; a base changes from month to month. */
  public boolean isKnown(RecordIds ids) {
    return ids.row(a).isPresent() && ids.row(b).isPresent();
  }

  /** Finds the records; pairs of which one is gone are left out. */
  static List<Judgement> found(List<JudgedPair> pairs, RecordIds ids) {
    List<Judgement> found = new ArrayList<>();
    for (JudgedPair pair : pairs) {
      Optional<Integer> a = ids.row(pair.a);
      Optional<Integer> b = ids.row(pair.b);
      if (a.isPresent() && b.isPresent() && !a.equals(b)) {
        found.add(new Judgement(a.get(), b.get(), pair.same));
      }
    }
    return found;
  }
}
