package io.limpide.engine.text;

import java.util.Arrays;
import java.util.Collection;

/**
 * Says from the hash of a word alone that it is none of a few: for loops that read a text once and
 * want to make no string of its words. A word of the few is never missed; of a hundred others, one
 * or two have to be looked up for nothing.
 */
public final class WordFilter {
  private static final int BITS = 16;

  private final long[] bits = new long[1 << (BITS - 6)];

  /** Makes a filter for these words. */
  public WordFilter(Collection<String> words) {
    words.forEach(this::add);
  }

  /** Makes a filter for the words of several filters. */
  public WordFilter(WordFilter... others) {
    for (WordFilter other : others) {
      Arrays.setAll(bits, at -> bits[at] | other.bits[at]);
    }
  }

  private void add(String word) {
    int place = place(word.hashCode());
    bits[place >> 6] |= 1L << place;
  }

  /** Returns the hash of a word that is one letter longer; that of no letter is 0. */
  public static int hash(int before, char letter) {
    return 31 * before + letter; // as String does
  }

  /** Returns false if the word with this hash is surely none of the few. */
  public boolean mayHold(int hash) {
    int place = place(hash);
    return (bits[place >> 6] & 1L << place) != 0;
  }

  private static int place(int hash) {
    return (hash * 0x9E3779B9) >>> (32 - BITS);
  }
}
