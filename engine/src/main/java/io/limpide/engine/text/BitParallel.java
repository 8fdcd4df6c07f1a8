package io.limpide.engine.text;

/*
 * One column of the edit matrix is kept as bits: bit i of vp (vn) says that going down from row i
 * to i + 1 costs one more (less). A column then takes a dozen operations per 64 rows instead of 64
 * minima.
 *
 * Sources: G. Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic
 * programming", J. ACM 46(3), 1999; H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and
 * Damerau edit distances", Nordic J. of Computing 10, 2003 (the swap term and the carry between
 * blocks).
 */
enum BitParallel implements EditDistance {
  LEVENSHTEIN,
  OSA;

  private static final int WORD = 64;

  @Override
  public int between(String a, String b, int max) {
    if (max < 0) {
      throw new IllegalArgumentException("max must not be negative, but is " + max);
    }
    if (a.equals(b)) {
      return 0;
    }
    String pattern = a.length() <= b.length() ? a : b;
    String text = a.length() <= b.length() ? b : a;
    if (text.length() - pattern.length() > max) {
      return max + 1;
    }
    int from = 0;
    while (from < pattern.length() && pattern.charAt(from) == text.charAt(from)) {
      from++;
    }
    int end = pattern.length();
    int textEnd = text.length();
    while (end > from && pattern.charAt(end - 1) == text.charAt(textEnd - 1)) {
      end--;
      textEnd--;
    }
    int distance;
    if (end == from) {
      distance = textEnd - from;
    } else if (end - from <= WORD) {
      distance = oneWord(pattern, text, from, end, textEnd, max);
    } else {
      distance = new Blocks(pattern, from, end, this == OSA).distance(text, from, textEnd, max);
    }
    return Math.min(distance, max + 1);
  }

  private int oneWord(String pattern, String text, int from, int end, int textEnd, int max) {
    int length = end - from;
    LetterBits bits = LetterBits.ofThisThread();
    for (int i = 0; i < length; i++) {
      bits.add(pattern.charAt(from + i), 1L << i);
    }
    long last = 1L << (length - 1);
    long vp = -1L;
    long vn = 0;
    long d0 = 0;
    long before = 0; // the previous letter's bits
    int distance = length;
    int rest = textEnd - from;
    for (int j = from; j < textEnd; j++) {
      rest--;
      long pm = bits.of(text.charAt(j));
      long swap = this == OSA ? ((~d0 & pm) << 1) & before : 0;
      d0 = ((((pm & vp) + vp) ^ vp) | pm | vn) | swap;
      before = pm;
      long hp = vn | ~(d0 | vp);
      long hn = d0 & vp;
      if ((hp & last) != 0) {
        distance++;
      } else if ((hn & last) != 0) {
        distance--;
      }
      if (distance - rest > max) { // even if every letter to come took one off
        distance = max + 1;
        break;
      }
      hp = (hp << 1) | 1;
      hn <<= 1;
      vp = hn | ~(d0 | hp);
      vn = hp & d0;
    }
    for (int i = from; i < end; i++) {
      bits.clear(pattern.charAt(i));
    }
    return distance;
  }
}
