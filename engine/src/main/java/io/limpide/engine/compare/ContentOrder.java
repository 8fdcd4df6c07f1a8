package io.limpide.engine.compare;

import java.util.List;

/**
 * An order of records by what they contain: first the letters with which their main name begins,
 * then a number made of all their values. The same records get the same order however the file was
 * sorted, and names that begin alike stand side by side.
 */
final class ContentOrder {
  private static final int LETTERS = 6;
  private static final int LETTER_BITS = 5;
  private static final int RADIX_BITS = 11;

  private ContentOrder() {}

  static int[] of(List<FieldValues> fields, int records, String main, List<String> names) {
    long[] keys = new long[records];
    for (FieldValues field : fields) {
      int[] hashes = field.hashes(value -> value);
      for (int[] slot : field.slots()) {
        for (int record = 0; record < records; record++) {
          keys[record] = (keys[record] ^ hashes[slot[record]]) * 0x9E3779B97F4A7C15L;
          keys[record] ^= keys[record] >>> 32;
        }
      }
    }
    int at = names.indexOf(main);
    int shift = 63 - LETTERS * LETTER_BITS;
    for (int record = 0; record < records; record++) {
      keys[record] >>>= 64 - shift;
    }
    if (at >= 0) {
      FieldValues values = fields.get(at);
      long[] beginnings = new long[values.size()];
      for (int code = 1; code < beginnings.length; code++) {
        beginnings[code] = beginning(values.value(code)) << shift;
      }
      int[] slot = values.slots().get(0);
      for (int record = 0; record < records; record++) {
        keys[record] |= beginnings[slot[record]];
      }
    }
    return sorted(keys);
  }

  private static long beginning(String value) {
    long letters = 0;
    for (int i = 0; i < LETTERS; i++) {
      char c = i < value.length() ? value.charAt(i) : 0;
      long letter = c >= 'a' && c <= 'z' ? c - 'a' + 1 : c == 0 ? 0 : 27 + c % 5;
      letters = letters << LETTER_BITS | letter;
    }
    return letters;
  }

  /** Radix sort, eleven bits at a time; equal keys keep their order. Keys are not negative. */
  private static int[] sorted(long[] keys) {
    int[] order = new int[keys.length];
    int[] other = new int[keys.length];
    long[] sorted = keys.clone(); // moved along, for keys looked up here and there take longer
    long[] otherSorted = new long[keys.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int shift = 0; shift < Long.SIZE; shift += RADIX_BITS) {
      int[] starts = new int[(1 << RADIX_BITS) + 1];
      for (long key : sorted) {
        starts[digit(key, shift) + 1]++;
      }
      for (int i = 1; i < starts.length; i++) {
        starts[i] += starts[i - 1];
      }
      for (int i = 0; i < order.length; i++) {
        int to = starts[digit(sorted[i], shift)]++;
        other[to] = order[i];
        otherSorted[to] = sorted[i];
      }
      int[] swap = order;
      order = other;
      other = swap;
      long[] swapSorted = sorted;
      sorted = otherSorted;
      otherSorted = swapSorted;
    }
    return order;
  }

  private static int digit(long key, int shift) {
    return (int) (key >>> shift) & ((1 << RADIX_BITS) - 1);
  }
}
