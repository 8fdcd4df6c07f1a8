package io.limpide.engine.text;

/**
 * How many edits turn one string into another. Implementations are stateless, so one instance
 * serves all threads; up to 64 letters they allocate nothing.
 *
 * <p>Edits are counted in UTF-16 units, compared exactly; see {@link Fold}.
 */
public interface EditDistance {
  /** Returns the number of edits, the same whichever string comes first. */
  default int between(String a, String b) {
    return between(a, b, Integer.MAX_VALUE - 1);
  }

  /**
   * Returns the number of edits if it is at most {@code max}, else {@code max + 1}: faster than the
   * exact number where only near strings matter.
   *
   * @param max 0 to {@code Integer.MAX_VALUE - 1}
   */
  int between(String a, String b, int max);

  /** Counts letters inserted, deleted or replaced. */
  static EditDistance levenshtein() {
    return BitParallel.LEVENSHTEIN;
  }

  /**
   * Counts letters inserted, deleted or replaced and neighbours swapped, no letter being edited
   * twice: the optimal string alignment, or restricted Damerau-Levenshtein, distance.
   */
  static EditDistance osa() {
    return BitParallel.OSA;
  }
}
