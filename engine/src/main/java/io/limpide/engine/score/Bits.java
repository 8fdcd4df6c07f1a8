package io.limpide.engine.score;

/**
 * Powers and logarithms to the base two, for odds in bits. Weighing a pair takes some six of them
 * and little else, so they are read from tables and corrected by the first terms of the series:
 * several times faster than {@link Math}, and right to eleven digits.
 */
final class Bits {
  private static final int TABLE_BITS = 8;
  private static final int TABLE = 1 << TABLE_BITS;
  private static final double LN_2 = Math.log(2);
  private static final double PER_LN_2 = 1 / LN_2;
  private static final int BIAS = 1023;
  private static final int MANTISSA_BITS = 52;
  private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;

  private static final double[] POWERS = new double[TABLE]; // 2 ^ (i / TABLE)
  private static final double[] INVERSES = new double[TABLE]; // of the middles of 1 .. 2
  private static final double[] LOGS = new double[TABLE]; // of these middles

  static {
    for (int i = 0; i < TABLE; i++) {
      POWERS[i] = Math.pow(2, (double) i / TABLE);
      double middle = 1 + (i + 0.5) / TABLE;
      INVERSES[i] = 1 / middle;
      LOGS[i] = Math.log(middle) * PER_LN_2;
    }
  }

  private Bits() {}

  /** Returns 2 to the power of {@code bits}. */
  static double pow2(double bits) {
    if (!(bits > 1 - BIAS && bits < BIAS)) {
      return Math.pow(2, bits); // next to nothing, next to infinity, or not a number
    }
    double scaled = bits * TABLE;
    int whole = (int) scaled;
    whole -= scaled < whole ? 1 : 0;
    double rest = (scaled - whole) * (LN_2 / TABLE); // 0 to 0.0027
    double series = 1 + rest * (1 + rest * (1.0 / 2 + rest * (1.0 / 6 + rest * (1.0 / 24))));
    long exponent = (long) (whole >> TABLE_BITS) + BIAS;
    return POWERS[whole & (TABLE - 1)]
        * series
        * Double.longBitsToDouble(exponent << MANTISSA_BITS);
  }

  /** Returns the logarithm of a number to the base two. */
  static double log2(double number) {
    if (!(number >= Double.MIN_NORMAL && number <= Double.MAX_VALUE)) {
      return Math.log(number) * PER_LN_2;
    }
    long bits = Double.doubleToRawLongBits(number);
    int at = (int) (bits >>> (MANTISSA_BITS - TABLE_BITS)) & (TABLE - 1);
    double mantissa = Double.longBitsToDouble((bits & MANTISSA) | (long) BIAS << MANTISSA_BITS);
    double rest = (mantissa - 1) * INVERSES[at] + (INVERSES[at] - 1); // within 0.002 of 0
    double series = rest * (1 - rest * (1.0 / 2 - rest * (1.0 / 3 - rest * (1.0 / 4 - rest / 5))));
    return (int) (bits >>> MANTISSA_BITS) - BIAS + LOGS[at] + series * PER_LN_2;
  }
}
