package io.limpide.engine.standardize.person;

import io.limpide.engine.reference.Commonness;
import io.limpide.engine.reference.FirstNames;
import io.limpide.engine.reference.Nicknames;
import io.limpide.engine.reference.Sex;
import io.limpide.engine.reference.Surnames;
import io.limpide.engine.text.Fold;

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
    String[] words = name.split(" ");
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
    double bestGivenFirst = Double.NEGATIVE_INFINITY;
    double bestFamilyFirst = Double.NEGATIVE_INFINITY;
    int cutGivenFirst = 0;
    int cutFamilyFirst = 0;
    for (int cut = 1; cut < words.length; cut++) {
      double givenFirst = given(words, 0, cut) + family(words, cut, words.length) + 0.5;
      double familyFirst = family(words, 0, cut) + given(words, cut, words.length);
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
    double best = Math.max(bestGivenFirst, bestFamilyFirst);
    if (best <= 0) {
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

  /** What speaks for some words being given names; a particle among them speaks against it. */
  private static double given(String[] words, int from, int to) {
    double score = 0;
    for (int i = from; i < to; i++) {
      String folded = Fold.words(words[i]);
      if (Particles.isWeak(folded)) {
        score -= i == from || i == to - 1 ? 4 : 0.5; // Maria da Luz
        continue;
      }
      if (i < to - 1 && Particles.isAny(folded)) {
        score -= 1; // Ben Salah is rather a family name
        continue;
      }
      double word = givenWord(Fold.key(words[i]), words[i]);
      score += i == from ? word : Math.min(word, 1) - 0.1; // second given names are rare
    }
    boolean compound = to - from == 2 && isCompound(words[from], words[from + 1]);
    return score + (compound ? 1.5 : 0);
  }

  private static boolean isCompound(String first, String second) {
    return FirstNames.spelling(Fold.key(first + second)).filter(s -> s.contains("-")).isPresent();
  }

  private static double givenWord(String key, String word) {
    if (key.length() < 2 || NameCase.isInitials(word, NameCase.lower(word))) {
      return 1; // an initial
    }
    double listed =
        switch (FirstNames.commonness(key)) {
          case COMMON -> 2.5;
          case USUAL -> 2;
          case KNOWN -> 0.5;
          case UNKNOWN -> -1.5;
        };
    if (listed < 2 && Nicknames.isShort(key)) {
      return 1.5;
    }
    if (listed < 0 && word.indexOf('-') > 0) {
      double parts = 2;
      for (String part : word.split("-")) {
        boolean usual = FirstNames.commonness(Fold.key(part)).atLeast(Commonness.USUAL);
        parts = Math.min(parts, usual ? 1.5 : -1.5);
      }
      return parts;
    }
    return listed;
  }

  private static double family(String[] words, int from, int to) {
    StringBuilder whole = new StringBuilder();
    double score = 0;
    for (int i = from; i < to; i++) {
      String folded = Fold.words(words[i]);
      whole.append(words[i]);
      if (i < to - 1 && Particles.isAny(folded)) {
        score += i == from ? 1.5 : 0.5;
      } else if (i == to - 1 && Particles.isWeak(folded) && to - from > 1) {
        score -= 4;
      } else {
        score += (i == from ? 1 : 0.5) * familyWord(words[i]);
      }
    }
    return to - from > 1 && Surnames.isKnown(Fold.key(whole.toString()))
        ? Math.max(score, 3)
        : score;
  }

  private static double familyWord(String word) {
    String key = Fold.key(word);
    double best = 0;
    for (String part : word.indexOf('-') > 0 ? word.split("-") : new String[] {word}) {
      best = Math.max(best, listedFamily(Fold.key(part)));
    }
    if (best > 0) {
      return best;
    }
    boolean givenName =
        FirstNames.commonness(key).atLeast(Commonness.USUAL) && FirstNames.sex(key) != Sex.UNKNOWN;
    return givenName ? -1.5 : key.length() < 2 ? -1 : 0.5;
  }

  private static double listedFamily(String key) {
    return switch (Surnames.commonness(key)) {
      case COMMON -> 2;
      case USUAL -> 1.5;
      default -> 0;
    };
  }

  private static String join(String[] words, int from, int to) {
    StringBuilder out = new StringBuilder();
    for (int i = from; i < to; i++) {
      out.append(i == from ? "" : " ").append(words[i]);
    }
    return out.toString();
  }
}
