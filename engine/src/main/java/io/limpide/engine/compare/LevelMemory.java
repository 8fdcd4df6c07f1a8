package io.limpide.engine.compare;

/**
 * Remembers the levels of value pairs seen lately, because blocks bring the same ones again and
 * again. For one thread; small enough for the processor's cache.
 */
final class LevelMemory {
  private static final int SLOTS = 1 << 13;
  private static final int CODE_BITS = 30;

  private final long[] entries = new long[SLOTS];

  int level(FieldComparison comparison, int a, int b) {
    if (b >>> CODE_BITS != 0) {
      return comparison.levelOf(a, b);
    }
    long key = (long) a << CODE_BITS | b; // a >= 1, so no key is 0
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> (64 - 13));
    long entry = entries[slot];
    if (entry >>> Levels.BITS == key) {
      return (int) entry & 7;
    }
    int level = comparison.levelOf(a, b);
    entries[slot] = key << Levels.BITS | level;
    return level;
  }
}
