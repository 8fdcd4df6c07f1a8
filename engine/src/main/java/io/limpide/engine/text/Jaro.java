package io.limpide.engine.text;

/*
 * Letters are common if they are equal and not farther apart than half the longer string. Common
 * letters that do not come in the same order count by halves against. Winkler's variant moves
 * strings that begin alike nearer to 1, if they are rather alike anyway.
 *
 * Sources: M. A. Jaro, "Advances in record-linkage methodology ...", JASA 84, 1989; W. E. Winkler,
 * "String comparator metrics and enhanced decision rules ...", 1990; constants as in strcmp95.c of
 * the US Census Bureau: prefix scale 0.1, 4 letters, above 0.7 only, odd transpositions rounded
 * down.
 */
enum Jaro implements Similarity {
  PLAIN,
  WINKLER;

  private static final int PREFIX = 4;
  private static final double SCALE = 0.1;
  private static final double THRESHOLD = 0.7;

  @Override
  public double between(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }
    double jaro = a.length() <= 64 && b.length() <= 64 ? inWords(a, b) : inLists(a, b);
    if (this == PLAIN || jaro <= THRESHOLD) {
      return jaro;
    }
    int prefix = 0;
    int most = Math.min(PREFIX, Math.min(a.length(), b.length()));
    while (prefix < most && a.charAt(prefix) == b.charAt(prefix)) {
      prefix++;
    }
    return jaro + prefix * SCALE * (1 - jaro);
  }

  private static int window(String a, String b) {
    return Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
  }

  private static double jaro(String a, String b, int common, int outOfOrder) {
    if (common == 0) {
      return 0;
    }
    double all = common;
    int swapped = outOfOrder / 2;
    return (all / a.length() + all / b.length() + (all - swapped) / all) / 3;
  }

  /** For short strings: which letters are common is noted in the bits of two words. */
  private static double inWords(String a, String b) {
    int window = window(a, b);
    long inA = 0;
    long inB = 0;
    int common = 0;
    for (int i = 0; i < a.length(); i++) {
      char letter = a.charAt(i);
      int to = Math.min(b.length() - 1, i + window);
      for (int j = Math.max(0, i - window); j <= to; j++) {
        if (b.charAt(j) == letter && (inB >>> j & 1) == 0) {
          inA |= 1L << i;
          inB |= 1L << j;
          common++;
          break;
        }
      }
    }
    int outOfOrder = 0;
    while (inA != 0) {
      int i = Long.numberOfTrailingZeros(inA);
      int j = Long.numberOfTrailingZeros(inB);
      if (a.charAt(i) != b.charAt(j)) {
        outOfOrder++;
      }
      inA &= inA - 1;
      inB &= inB - 1;
    }
    return jaro(a, b, common, outOfOrder);
  }

  /**
   * For long strings, in linear time: each letter of {@code a} takes the first free one of its kind
   * in {@code b} that is near enough. As the window moves right, what was passed is never wanted
   * again, so a list of places for each kind of letter is walked once.
   */
  private static double inLists(String a, String b) {
    int window = window(a, b);
    int[] first = new int[Character.MAX_VALUE + 1]; // place in b plus 1
    int[] next = new int[b.length()];
    for (int j = b.length() - 1; j >= 0; j--) {
      next[j] = first[b.charAt(j)];
      first[b.charAt(j)] = j + 1;
    }
    boolean[] inB = new boolean[b.length()];
    char[] commonOfA = new char[Math.min(a.length(), b.length())];
    int common = 0;
    for (int i = 0; i < a.length(); i++) {
      char letter = a.charAt(i);
      int place = first[letter];
      while (place != 0 && place - 1 < i - window) {
        place = next[place - 1];
      }
      if (place != 0 && place - 1 <= i + window) {
        inB[place - 1] = true;
        commonOfA[common++] = letter;
        place = next[place - 1];
      }
      first[letter] = place;
    }
    int outOfOrder = 0;
    for (int j = 0, k = 0; j < b.length(); j++) {
      if (inB[j] && b.charAt(j) != commonOfA[k++]) {
        outOfOrder++;
      }
    }
    return jaro(a, b, common, outOfOrder);
  }
}
