package io.limpide.engine.text;

import java.util.Arrays;

/**
 * What can be told of two strings at a glance, without reading them: how many letters they can have
 * in common at most. Most pairs of strings are so unlike that this settles it, in a few operations
 * on numbers that lie side by side.
 *
 * <p>Never says no where the exact comparison says yes; a yes is only a "perhaps".
 */
public final class Glances {
  private static final int WORDS = 3;
  private static final int LONGEST = 255; // longer strings: always perhaps
  private static final int PREFIX = 4;
  private static final double SCALE = 0.1;
  private static final double WINKLER = 0.7;
  private static final double ROUNDING = 1e-9;
  private static final double[] PARTS = new double[LONGEST + 1]; // 1 / length

  static {
    for (int length = 1; length < PARTS.length; length++) {
      PARTS[length] = 1.0 / length;
    }
  }

  // For each string: the kinds of letters it has, those it has twice, and, by bytes from the
  // lowest:
  // its first four letters, its length, and how many letters it has beyond the two of a kind.
  private long[] words;

  /** For strings numbered from 0; those not yet set are empty. */
  public Glances(int size) {
    words = new long[Math.multiplyExact(WORDS, size)];
  }

  /** Looks at all strings of an array. */
  public static Glances of(String[] texts) {
    Glances glances = new Glances(texts.length);
    for (int at = 0; at < texts.length; at++) {
      glances.set(at, texts[at]);
    }
    return glances;
  }

  /** Makes room for so many strings. */
  public void reserve(int size) {
    words = Arrays.copyOf(words, Math.multiplyExact(WORDS, size));
  }

  /** Looks at a string. */
  public void set(int at, String text) {
    long once = 0;
    long twice = 0;
    long first = 0;
    int length = Math.min(LONGEST, text.length());
    for (int i = 0; i < length; i++) {
      char letter = text.charAt(i);
      long bit = 1L << kind(letter);
      twice |= once & bit;
      once |= bit;
      if (i < PREFIX) {
        first |= (letter & 0xffL) << (8 * i);
      }
    }
    long more = (long) length - Long.bitCount(once) - Long.bitCount(twice);
    words[WORDS * at] = once;
    words[WORDS * at + 1] = twice;
    words[WORDS * at + 2] = first | (long) length << 32 | more << 40;
  }

  private static int kind(char letter) {
    if (letter >= 'a' && letter <= 'z') {
      return letter - 'a';
    }
    return letter >= '0' && letter <= '9' ? 26 + letter - '0' : 36 + letter % 28;
  }

  private static int length(long about) {
    return (int) (about >>> 32) & 0xff;
  }

  /** The letters two strings have in common at most, in whatever order. */
  private int common(int a, int b, long aboutA, long aboutB) {
    return Long.bitCount(words[WORDS * a] & words[WORDS * b])
        + Long.bitCount(words[WORDS * a + 1] & words[WORDS * b + 1])
        + (int) Math.min(aboutA >>> 40, aboutB >>> 40);
  }

  /** Returns whether the Jaro-Winkler likeness of two strings may be {@code least} or more. */
  public boolean alike(int a, int b, double least) {
    long aboutA = words[WORDS * a + 2];
    long aboutB = words[WORDS * b + 2];
    int lengthA = length(aboutA);
    int lengthB = length(aboutB);
    if (lengthA == LONGEST || lengthB == LONGEST) {
      return true;
    }
    int common = common(a, b, aboutA, aboutB);
    if (common == lengthA && common == lengthB) {
      return true; // even if there is no letter at all
    }
    double jaro = (common * PARTS[lengthA] + common * PARTS[lengthB] + 1) / 3 + ROUNDING;
    if (jaro > WINKLER) {
      jaro += Math.min(PREFIX, prefix(aboutA, aboutB)) * SCALE * (1 - jaro);
    }
    return jaro >= least;
  }

  /** Returns whether so few edits, swaps of neighbours included, may make one string the other. */
  public boolean within(int a, int b, int edits) {
    long aboutA = words[WORDS * a + 2];
    long aboutB = words[WORDS * b + 2];
    int longer = Math.max(length(aboutA), length(aboutB));
    return longer == LONGEST || longer - common(a, b, aboutA, aboutB) <= edits;
  }

  /** Returns whether two strings may begin with the same letters; up to four are looked at. */
  public boolean begin(int a, int b, int letters) {
    return prefix(words[WORDS * a + 2], words[WORDS * b + 2]) >= Math.min(PREFIX, letters);
  }

  private static int prefix(long aboutA, long aboutB) {
    return Long.numberOfTrailingZeros((aboutA ^ aboutB) | (1L << 32)) >>> 3;
  }
}
