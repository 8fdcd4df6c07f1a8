package io.limpide.engine.text;

/**
 * For each letter, in which of 64 places it stands. Kept by each thread and used again, so that
 * comparing short strings allocates nothing; whoever adds clears.
 */
final class LetterBits {
  private static final ThreadLocal<LetterBits> OWN = ThreadLocal.withInitial(LetterBits::new);
  private static final int DIRECT = 0x180; // Latin letters with accents
  private static final int MASK = 127; // open addressing for the others: 64 at most are in use

  private final long[] direct = new long[DIRECT];
  private final char[] keys = new char[MASK + 1];
  private final long[] values = new long[MASK + 1];

  static LetterBits ofThisThread() {
    return OWN.get();
  }

  void add(char letter, long bit) {
    if (letter < DIRECT) {
      direct[letter] |= bit;
    } else {
      int slot = slot(letter);
      keys[slot] = letter;
      values[slot] |= bit;
    }
  }

  long of(char letter) {
    return letter < DIRECT ? direct[letter] : values[slot(letter)];
  }

  /** Forgets a letter; nothing may be looked up until every letter that was added is forgotten. */
  void clear(char letter) {
    if (letter < DIRECT) {
      direct[letter] = 0;
      return;
    }
    int home = ((letter * 0x9E37) >>> 4) & MASK;
    for (int slot = home; ; slot = (slot + 1) & MASK) {
      if (keys[slot] == letter) {
        values[slot] = 0;
        keys[slot] = 0;
        return;
      }
      if (slot == ((home - 1) & MASK)) {
        return; // cleared before: the letter stood there twice
      }
    }
  }

  private int slot(char letter) {
    int slot = ((letter * 0x9E37) >>> 4) & MASK;
    while (keys[slot] != letter && keys[slot] != 0) {
      slot = (slot + 1) & MASK;
    }
    return slot;
  }
}
