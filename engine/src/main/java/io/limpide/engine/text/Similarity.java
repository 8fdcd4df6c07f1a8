package io.limpide.engine.text;

/**
 * How alike two strings are. Implementations are stateless, so one instance serves all threads.
 *
 * <p>They compare UTF-16 units exactly: fold both sides first ({@link Fold}) where case and accents
 * must not count.
 */
public interface Similarity {
  /**
   * Returns the likeness of two values, the same whichever comes first.
   *
   * @return 0.0 (nothing in common) to 1.0 (equal); two empty strings are equal
   */
  double between(String a, String b);

  /** Jaro: shares of letters in common, and how many of them are out of order. */
  static Similarity jaro() {
    return Jaro.PLAIN;
  }

  /** Jaro-Winkler: forgiving of typos late in short words, so made for given names and surnames. */
  static Similarity jaroWinkler() {
    return Jaro.WINKLER;
  }

  /** One minus the {@link EditDistance#levenshtein} over the longer length. */
  static Similarity levenshtein() {
    return EditRatio.LEVENSHTEIN;
  }

  /** One minus the {@link EditDistance#osa} over the longer length. */
  static Similarity osa() {
    return EditRatio.OSA;
  }
}
