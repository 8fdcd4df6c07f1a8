package io.limpide.engine.block;

import java.util.List;

/**
 * Imagined true pairs, to foresee which rules would find them before any is known: filled like the
 * records at hand, agreeing and misspelt as each field is assumed to be.
 *
 * <p>Every draw is a hash of what it is drawn for, so the same records give the same plan.
 */
final class VirtualPairs {
  static final int COUNT = 4096;
  private static final int WORDS = COUNT / 64;
  private static final int WINDOWED = 2000; // what is drawn, beside fields and atoms

  private final long[][] agrees; // [atom][word]

  VirtualPairs(List<Atom> atoms, List<FieldPrior> priors, int records) {
    agrees = new long[atoms.size()][WORDS];
    for (int pair = 0; pair < COUNT; pair++) {
      int a = pick(2L * pair, records);
      int b = pick(2L * pair + 1, records);
      for (int atom = 0; atom < agrees.length; atom++) {
        Atom drawn = atoms.get(atom);
        if (!drawn.filled(a) || !drawn.filled(b)) {
          continue;
        }
        FieldPrior prior = priors.get(drawn.field());
        double state = uniform(pair, drawn.field());
        boolean agreed =
            state < prior.equal()
                || (state < prior.equal() + prior.close()
                    && uniform(pair, 1000 + atom) < drawn.whenClose());
        if (agreed) {
          agrees[atom][pair >> 6] |= 1L << pair;
        }
      }
    }
  }

  private static int pick(long draw, int records) {
    return (int) Long.remainderUnsigned(BlockIndex.mix(draw + 77), Math.max(1, records));
  }

  private static double uniform(int pair, int what) {
    return (BlockIndex.mix((long) what << 32 | pair) >>> 11) * 0x1p-53;
  }

  long[] foundBy(BlockingRule rule) {
    long[] found = new long[WORDS];
    java.util.Arrays.fill(found, -1L);
    for (int atom : rule.atoms()) {
      for (int word = 0; word < WORDS; word++) {
        found[word] &= agrees[atom][word];
      }
    }
    return found;
  }

  /** Keeps about this share of what a rule finds: that of the pairs it makes. */
  static void thin(long[] found, double share) {
    for (int pair = 0; share < 1 && pair < COUNT; pair++) {
      if (uniform(pair, WINDOWED) >= share) {
        found[pair >> 6] &= ~(1L << pair);
      }
    }
  }

  static int gain(long[] found, long[] covered) {
    int gain = 0;
    for (int word = 0; word < WORDS; word++) {
      gain += Long.bitCount(found[word] & ~covered[word]);
    }
    return gain;
  }

  static long[] nothing() {
    return new long[WORDS];
  }

  static void cover(long[] covered, long[] found) {
    for (int word = 0; word < WORDS; word++) {
      covered[word] |= found[word];
    }
  }
}
