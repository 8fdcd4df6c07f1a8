package io.limpide.engine.compare;

import io.limpide.engine.table.Dictionary;
import java.util.List;

/**
 * An order of records by what they contain: first the letters with which their main name begins,
 * then a number made of all their values. The same records get the same order however the file was
 * sorted, and names that begin alike stand side by side.
 */
final class ContentOrder {
  private static final int LETTERS = 6;
  private static final int LETTER_BITS = 5;
  private static final int SHIFT = 63 - LETTERS * LETTER_BITS;
  private static final int RADIX_BITS = 11;

  private ContentOrder() {}

  /**
   * Returns for each record a number, not negative: its place in the order.
   *
   * @param main the field of the main name; -1 if there is none
   */
  static long[] keys(List<FieldValues> fields, int records, int main) {
    long[] keys = new long[records];
    List<int[]> hashes = fields.parallelStream().map(FieldValues::contents).toList();
    for (int field = 0; field < hashes.size(); field++) {
      int[] ofCode = hashes.get(field);
      for (int[] slot : fields.get(field).slots()) {
        for (int record = 0; record < records; record++) {
          keys[record] = mixed(keys[record], ofCode[slot[record]]);
        }
      }
    }
    for (int record = 0; record < records; record++) {
      keys[record] >>>= Long.SIZE - SHIFT;
    }
    if (main >= 0) {
      FieldValues values = fields.get(main);
      long[] beginnings = new long[values.size()];
      for (int code = 1; code < beginnings.length; code++) {
        beginnings[code] = beginning(values.value(code)) << SHIFT;
      }
      int[] slot = values.slots().get(0);
      for (int record = 0; record < records; record++) {
        keys[record] |= beginnings[slot[record]];
      }
    }
    return keys;
  }

  /** Returns the same number for one record, from its values by field. */
  static long key(List<String[]> fields, int main) {
    long key = 0;
    for (String[] values : fields) {
      for (String value : values) {
        key = mixed(key, Dictionary.hash(value));
      }
    }
    key >>>= Long.SIZE - SHIFT;
    return main < 0 ? key : key | beginning(fields.get(main)[0]) << SHIFT;
  }

  private static long mixed(long key, int value) {
    long mixed = (key ^ value) * 0x9E3779B97F4A7C15L;
    return mixed ^ mixed >>> 32;
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
  static int[] sorted(long[] keys) {
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
