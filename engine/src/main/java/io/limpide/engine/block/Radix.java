package io.limpide.engine.block;

/** Sorts numbers by some of their bits, eleven at a time; what is equal keeps its order. */
final class Radix {
  private static final int BITS = 11;

  private Radix() {}

  /**
   * Returns the numbers in the order of their bits from {@code shift} up, taken as unsigned.
   *
   * @param numbers may be overwritten
   */
  static long[] sorted(long[] numbers, int shift) {
    long[] from = numbers;
    long[] to = new long[numbers.length];
    for (int bit = shift; bit < Long.SIZE; bit += BITS) {
      int[] starts = new int[1 << BITS];
      for (long number : from) {
        starts[digit(number, bit)]++;
      }
      int start = 0;
      for (int digit = 0; digit < starts.length; digit++) {
        int count = starts[digit];
        starts[digit] = start;
        start += count;
      }
      for (long number : from) {
        to[starts[digit(number, bit)]++] = number;
      }
      long[] swap = from;
      from = to;
      to = swap;
    }
    return from;
  }

  private static int digit(long number, int bit) {
    return (int) (number >>> bit) & ((1 << BITS) - 1);
  }
}
