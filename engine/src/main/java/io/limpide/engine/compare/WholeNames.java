package io.limpide.engine.compare;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Given and family name taken together, for where one ends and the other begins is not always told
 * alike: {@code Kim Jong-un} and {@code Kim Jong Un}, {@code Mohammed bin Salman} and {@code bin
 * Salman Mohammed}, {@code SergeiLavrov}.
 *
 * <p>Records may be added and changed later, by one thread while nobody compares.
 */
final class WholeNames {
  private static final int FEWEST = 2; // words of a name that is held to be part of another
  private static final int FEWEST_LETTERS = 3;

  private final NameComparison given;
  private final NameComparison family;
  // Record by record, side by side: a number made of the words in whatever order (upper half) and
  // one made of all letters in their order (lower half), 0 where there are none; a bit a word.
  private long[] signs;

  WholeNames(NameComparison given, NameComparison family) {
    this.given = given;
    this.family = family;
    int[] givenCodes = given.slots()[0];
    int[] familyCodes = family.slots()[0];
    int records = givenCodes.length;
    signs = new long[Math.multiplyExact(2, records)];
    IntStream.range(0, records)
        .parallel() // each record by itself
        .forEach(record -> set(record, givenCodes[record], familyCodes[record]));
  }

  /** Sets the names of a record, which may be a new one. */
  void put(int record, int givenCode, int familyCode) {
    if (2 * record >= signs.length) {
      signs = Arrays.copyOf(signs, Math.multiplyExact(2, record + (record >> 2) + 16));
    }
    set(record, givenCode, familyCode);
  }

  private void set(int record, int givenCode, int familyCode) {
    int sum = 0;
    long bits = 0;
    String[] first = given.words(givenCode);
    String[] last = family.words(familyCode);
    for (String[] part : new String[][] {first, last}) {
      for (String word : part) {
        int hash = FieldValues.hash(word);
        long bit = 1L << (hash >>> 26);
        // A word that is there twice counts once; words that share a bit only miss a pair.
        sum += (bits & bit) == 0 ? hash : 0;
        bits |= bit;
      }
    }
    int letters = FieldValues.hash(String.join("", first) + String.join("", last));
    signs[2 * record] = (long) sum << 32 | (letters & 0xffffffffL);
    signs[2 * record + 1] = bits;
  }

  /** Whether two names are one, but for where given and family name stand, end and begin. */
  boolean same(int a, int b) {
    long unlike = signs[2 * a] ^ signs[2 * b];
    return signs[2 * a] != 0 && ((unlike >>> 32) == 0 || (int) unlike == 0);
  }

  /** Whether one of two names, of several words, is all there in the other. */
  boolean contains(int a, int b) {
    long one = signs[2 * a + 1];
    long other = signs[2 * b + 1];
    long common = one & other;
    return Long.bitCount(common) >= FEWEST
        && (common == one ? within(a, b) : common == other && within(b, a));
  }

  private boolean within(int a, int b) {
    int telling = 0;
    for (NameComparison name : new NameComparison[] {given, family}) {
      for (String word : name.words(name.slots()[0][a])) {
        if (!has(b, word)) {
          return false;
        }
        telling += word.length() >= FEWEST_LETTERS ? 1 : 0;
      }
    }
    return telling >= FEWEST;
  }

  private boolean has(int record, String word) {
    return Arrays.asList(given.words(given.slots()[0][record])).contains(word)
        || Arrays.asList(family.words(family.slots()[0][record])).contains(word);
  }
}
