package io.limpide.engine.standardize.person;

import io.limpide.engine.reference.Commonness;
import io.limpide.engine.reference.FirstNames;
import io.limpide.engine.reference.Nicknames;
import io.limpide.engine.reference.Surnames;
import io.limpide.engine.text.Fold;

/**
 * What speaks for runs of words being given names or a family name. Scores add up; 0 is no
 * evidence, and one more or less is about twice as likely or unlikely.
 */
final class Evidence {
  private static final double MISPLACED = 4; // a particle at the wrong end

  private final String[] keys;
  private final boolean[] weak;
  private final boolean[] particle;
  private final double[] given;
  private final double[] family;

  Evidence(String[] words) {
    int count = words.length;
    keys = new String[count];
    weak = new boolean[count];
    particle = new boolean[count];
    given = new double[count];
    family = new double[count];
    for (int i = 0; i < count; i++) {
      keys[i] = Fold.key(words[i]);
      weak[i] = Particles.isWeak(keys[i]);
      particle[i] = Particles.isAny(keys[i]);
      given[i] = given(words[i], keys[i]);
      family[i] = family(words[i], keys[i]);
    }
  }

  /** Returns what speaks for the words being given names; a particle among them speaks against. */
  double given(int from, int to) {
    double score = 0;
    for (int i = from; i < to; i++) {
      if (weak[i]) {
        score -= i == from || i == to - 1 ? MISPLACED : 0.5; // Maria da Luz
      } else if (i < to - 1 && particle[i]) {
        score -= 1; // Ben Salah is rather a family name
      } else {
        score += i == from ? given[i] : Math.min(given[i], 1) - 0.1; // a second one is rarer
      }
    }
    boolean compound =
        to - from == 2
            && given[from] > 0
            && FirstNames.spelling(keys[from] + keys[from + 1])
                .filter(spelling -> spelling.indexOf('-') > 0)
                .isPresent();
    return compound ? score + 1.5 : score;
  }

  /** Returns what speaks for the words being one family name. */
  double family(int from, int to) {
    double score = 0;
    for (int i = from; i < to; i++) {
      if (i < to - 1 && particle[i]) {
        score += i == from ? 1.5 : 0.5;
      } else if (i == to - 1 && weak[i] && to - from > 1) {
        score -= MISPLACED;
      } else {
        score += (i == from ? 1 : 0.5) * family[i];
      }
    }
    boolean listed = to - from == 2 && Surnames.isKnown(keys[from] + keys[from + 1]);
    return listed ? Math.max(score, 3) : score;
  }

  private static double given(String word, String key) {
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
    return listed < 0 && word.indexOf('-') > 0 ? givenInParts(word) : listed;
  }

  private static double givenInParts(String word) {
    for (String part : word.split("-", -1)) {
      if (!FirstNames.commonness(Fold.key(part)).atLeast(Commonness.USUAL)) {
        return -1.5;
      }
    }
    return 1.5;
  }

  private static double family(String word, String key) {
    double best = listedFamily(key);
    if (best == 0 && word.indexOf('-') > 0) {
      for (String part : word.split("-", -1)) {
        best = Math.max(best, listedFamily(Fold.key(part)));
      }
    }
    if (best > 0) {
      return best;
    }
    if (FirstNames.commonness(key).atLeast(Commonness.USUAL)) {
      return -1.5; // a given name that is no usual family name
    }
    return key.length() < 2 ? -1 : 0.5;
  }

  private static double listedFamily(String key) {
    return switch (Surnames.commonness(key)) {
      case COMMON -> 2;
      case USUAL -> 1.5;
      default -> 0;
    };
  }
}
