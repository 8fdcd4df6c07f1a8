package io.limpide.engine.standardize;

/**
 * The records about which each rule had nothing to say though it saw only values that needed no
 * correction. Whoever looks at them with fewer rights to correct hears nothing there either.
 *
 * <p>Threads may note rows at a time, as long as their rows lie in different ranges of 64.
 */
final class Silence {
  private final long[][] bits; // by rule: a bit a row

  Silence(int rules, int rows) {
    this.bits = new long[rules][(rows + 63) / 64];
  }

  /** Returns the number of rules. */
  int rules() {
    return bits.length;
  }

  /** Returns whether a rule is silent about a row. */
  boolean covers(int rule, int row) {
    return (bits[rule][row >> 6] & 1L << row) != 0;
  }

  /** Notes that a rule is silent about a row. */
  void note(int rule, int row) {
    bits[rule][row >> 6] |= 1L << row;
  }
}
