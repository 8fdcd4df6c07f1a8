package io.limpide.engine.compare;

/**
 * Compares names word by word when one of them has several: {@code Jean-Pierre} and {@code
 * Jean-Paul} begin alike and are two names all the same.
 *
 * <p>Each word of the shorter name takes the first word of the other that is the same, misspelt or
 * its initial; nothing is taken twice. A single word must be there as it is: that a misspelt name
 * is part of another would be two guesses in one. Particles alone ({@code de}, {@code al}) say
 * nothing.
 */
enum CompoundNames {
  /** No word of more than two letters is in both. */
  NOTHING,
  /** A word is in both, and each has another word that is not. */
  SOME,
  /** All words of one are in the other, which has more, or some of them as initials. */
  PART,
  /** As many words, each in the other or misspelt there. */
  ALL;

  private static final int FEWEST_LETTERS = 3;
  private static final int MOST_WORDS = Long.SIZE;

  static CompoundNames compare(String[] a, String[] b) {
    String[] shorter = a.length <= b.length ? a : b;
    String[] longer = shorter == a ? b : a;
    if (longer.length > MOST_WORDS) {
      return NOTHING;
    }
    long taken = 0;
    int found = 0;
    boolean telling = false;
    boolean initials = false;
    for (String word : shorter) {
      int at = find(word, longer, taken, shorter.length > 1);
      if (at >= 0) {
        taken |= 1L << at;
        found++;
        int letters = Math.min(word.length(), longer[at].length());
        telling |= letters >= FEWEST_LETTERS;
        initials |= letters == 1 && !word.equals(longer[at]);
      }
    }
    if (!telling) {
      return NOTHING;
    }
    if (found < shorter.length) {
      return SOME;
    }
    return initials || shorter.length < longer.length ? PART : ALL;
  }

  /** The same word goes before one that is only like it. */
  private static int find(String word, String[] others, long taken, boolean misspelt) {
    int like = -1;
    for (int at = 0; at < others.length; at++) {
      if ((taken >>> at & 1) != 0 || word.charAt(0) != others[at].charAt(0)) {
        continue; // slips of the pen spare the first letter
      }
      if (word.equals(others[at])) {
        return at;
      }
      if (like < 0 && misspelt && NameComparison.alike(word, others[at])) {
        like = at;
      }
    }
    return like;
  }
}
