package io.limpide.engine.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** {@link BitParallel} for patterns of more than 64 letters: a word for each 64 of them. */
final class Blocks {
  private static final long[] NOWHERE = {};

  private final int length;
  private final int words;
  private final boolean swaps;
  private final Map<Character, long[]> bits = new HashMap<>();

  Blocks(String pattern, int from, int end, boolean swaps) {
    this.length = end - from;
    this.words = (length + 63) / 64;
    this.swaps = swaps;
    for (int i = 0; i < length; i++) {
      bits.computeIfAbsent(pattern.charAt(from + i), letter -> new long[words])[i / 64] |= 1L << i;
    }
  }

  int distance(String text, int from, int end, int max) {
    long[] vp = new long[words];
    Arrays.fill(vp, -1L);
    long[] vn = new long[words];
    long[] d0 = new long[words];
    long[] before = new long[words];
    long[] none = new long[words];
    long last = 1L << (length - 1);
    int distance = length;
    int rest = end - from;
    for (int j = from; j < end; j++) {
      rest--;
      long[] found = bits.getOrDefault(text.charAt(j), NOWHERE);
      long[] letter = found == NOWHERE ? none : found;
      long hpCarry = 1;
      long hnCarry = 0;
      long swapCarry = 0;
      for (int word = 0; word < words; word++) {
        long pm = letter[word];
        long unmatched = ~d0[word] & pm;
        long swap = swaps ? ((unmatched << 1) | swapCarry) & before[word] : 0;
        swapCarry = unmatched >>> 63;
        long carried = pm | hnCarry;
        long diagonal = (((carried & vp[word]) + vp[word]) ^ vp[word]) | carried | vn[word] | swap;
        long hp = vn[word] | ~(diagonal | vp[word]);
        long hn = diagonal & vp[word];
        if (word == words - 1) {
          if ((hp & last) != 0) {
            distance++;
          } else if ((hn & last) != 0) {
            distance--;
          }
        }
        long hpOut = hp >>> 63;
        long hnOut = hn >>> 63;
        hp = (hp << 1) | hpCarry;
        hn = (hn << 1) | hnCarry;
        hpCarry = hpOut;
        hnCarry = hnOut;
        vp[word] = hn | ~(diagonal | hp);
        vn[word] = hp & diagonal;
        d0[word] = diagonal;
      }
      before = letter;
      if (distance - rest > max) {
        return max + 1;
      }
    }
    return distance;
  }
}
