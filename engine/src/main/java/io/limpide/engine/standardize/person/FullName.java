package io.limpide.engine.standardize.person;

import io.limpide.engine.reference.FirstNames;
import io.limpide.engine.text.Fold;
import java.util.Arrays;

/**
 * A whole name told apart into given and family name.
 *
 * <p>A comma or capitals decide ({@code DUPONT, Jean}; {@code Jean DUPONT}). Failing these, each
 * word speaks for given or family name by how common it is as either, and the best of all ways to
 * cut the name in two wins; half of the common given names are family names too, so it may well win
 * by too little to be trusted.
 *
 * @param given the given names; empty if the name could not be told apart
 * @param family the family name; the whole name if it could not be told apart
 * @param confidence 0.5 (either order is as good) to 1
 * @param givenFirst whether the given name stands before the family name
 */
record FullName(String given, String family, double confidence, boolean givenFirst) {
  /** At least this sure, the parts may be put into cells of their own. */
  static final double CLEAR = 0.9;

  private static final int LONGEST = 120;
  private static final int MOST_WORDS = 12;

  static FullName parse(String name) {
    if (name.length() > LONGEST || name.indexOf(' ') < 0) {
      return unsplit(name);
    }
    int comma = name.indexOf(',');
    if (comma > 0 && comma == name.lastIndexOf(',') && comma < name.length() - 2) {
      String before = name.substring(0, comma).strip();
      String after = name.substring(comma + 1).strip();
      return after.isEmpty() || before.isEmpty()
          ? unsplit(name)
          : new FullName(after, before, FirstNames.isKnown(Fold.key(after)) ? 0.97 : 0.85, false);
    }
    String[] words = name.split(" ", -1);
    if (words.length > MOST_WORDS) {
      return unsplit(name);
    }
    FullName byCapitals = NameCase.isUniform(name) ? unsplit(name) : byCapitals(words);
    return byCapitals.given.isEmpty() ? byCommonness(words, name) : byCapitals;
  }

  private static FullName unsplit(String name) {
    return new FullName("", name, 0.5, true);
  }

  boolean isSplit() {
    return !given.isEmpty() && !family.isEmpty();
  }

  boolean isClear() {
    return isSplit() && confidence >= CLEAR;
  }

  /** The words in capitals, particles among them included, are the family name. */
  private static FullName byCapitals(String[] words) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < words.length; i++) {
      if (isShouted(words[i])) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first < 0) {
      return unsplit("");
    }
    for (int i = first; i <= last; i++) {
      if (!isShouted(words[i]) && !Particles.isAny(Fold.words(words[i]))) {
        return unsplit("");
      }
    }
    while (first > 0 && Particles.isAny(NameCase.lower(words[first - 1])) && first > 1) {
      first--;
    }
    if (first == 0 && last < words.length - 1) {
      return new FullName(
          join(words, last + 1, words.length), join(words, 0, last + 1), 0.97, false);
    }
    if (first > 0 && last == words.length - 1) {
      return new FullName(join(words, 0, first), join(words, first, words.length), 0.97, true);
    }
    return unsplit("");
  }

  private static boolean isShouted(String word) {
    return NameCase.isUpper(word) && !NameCase.isInitials(word, NameCase.lower(word));
  }

  private static FullName byCommonness(String[] words, String name) {
    Evidence evidence = new Evidence(words);
    double bestGivenFirst = Double.NEGATIVE_INFINITY;
    double bestFamilyFirst = Double.NEGATIVE_INFINITY;
    int cutGivenFirst = 0;
    int cutFamilyFirst = 0;
    for (int cut = 1; cut < words.length; cut++) {
      double givenFirst = evidence.given(0, cut) + evidence.family(cut, words.length) + 0.5;
      double familyFirst = evidence.family(0, cut) + evidence.given(cut, words.length);
      if (givenFirst > bestGivenFirst) {
        bestGivenFirst = givenFirst;
        cutGivenFirst = cut;
      }
      if (familyFirst >= bestFamilyFirst) { // the longer family name
        bestFamilyFirst = familyFirst;
        cutFamilyFirst = cut;
      }
    }
    boolean order = bestGivenFirst >= bestFamilyFirst;
    if (Math.max(bestGivenFirst, bestFamilyFirst) <= 0) {
      return unsplit(name); // no word of it is known
    }
    // Scores are powers of two, as match weights are.
    double odds = Math.pow(2, 1.5 * Math.abs(bestGivenFirst - bestFamilyFirst));
    double confidence = Math.min(0.98, odds / (1 + odds));
    int cut = order ? cutGivenFirst : cutFamilyFirst;
    String before = join(words, 0, cut);
    String after = join(words, cut, words.length);
    return order
        ? new FullName(before, after, confidence, true)
        : new FullName(after, before, confidence, false);
  }

  private static String join(String[] words, int from, int to) {
    return String.join(" ", Arrays.asList(words).subList(from, to));
  }
}
