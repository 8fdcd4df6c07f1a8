package io.limpide.engine.compare;

/** Words of folded texts. */
final class Words {
  private static final int MOST = 32;

  private Words() {}

  /** Returns the share of words two texts have in common: 0 to 1, common words over all words. */
  static double shared(String a, String b) {
    if (a.indexOf(' ') < 0 || b.indexOf(' ') < 0) {
      return 0;
    }
    String padded = " " + b + " ";
    int common = 0;
    int all = count(b);
    int words = 0;
    for (int from = 0; from < a.length() && words < MOST; words++) {
      int to = a.indexOf(' ', from);
      to = to < 0 ? a.length() : to;
      if (padded.contains(" " + a.substring(from, to) + " ")) {
        common++;
      } else {
        all++;
      }
      from = to + 1;
    }
    return common / (double) all;
  }

  /**
   * Returns a bit for each word of a text, the same for the same word; none if it has but one.
   * Texts without a common bit share no word.
   */
  static long signs(String text) {
    if (text.indexOf(' ') < 0) {
      return 0;
    }
    long signs = 0;
    int hash = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ') {
        signs |= 1L << (hash >>> 26);
        hash = 0;
      } else {
        hash = (hash + c) * 0x9E3779B1;
      }
    }
    return signs | 1L << (hash >>> 26);
  }

  private static int count(String text) {
    int words = 1;
    for (int i = 0; i < text.length(); i++) {
      words += text.charAt(i) == ' ' ? 1 : 0;
    }
    return words;
  }
}
