package io.limpide.cli.result;

import java.util.Locale;

/** Numbers with so many decimals, as {@code %.2f} writes them in the root locale, but at once. */
final class Decimals {
  private static final double LARGEST = 1e9;
  private static final double UNSURE = 1e-4; // far more than arithmetic loses below that
  private static final long[] POWERS = {1, 10, 100, 1000, 10_000};

  private Decimals() {}

  /**
   * @param decimals 1 to 4
   */
  static String of(double value, int decimals) {
    StringBuilder text = new StringBuilder(12);
    append(text, value, decimals, false);
    return text.toString();
  }

  /**
   * Appends a number.
   *
   * @param decimals 1 to 4
   * @param plus whether a number that is not negative gets a sign, too
   */
  static void append(StringBuilder text, double value, int decimals, boolean plus) {
    double scaled = Math.abs(value) * POWERS[decimals];
    long whole = (long) scaled;
    double rest = scaled - whole;
    if (!(Math.abs(value) < LARGEST) || Math.abs(rest - 0.5) < UNSURE) {
      // Which way a half goes, the format decides on the shortest digits of the number.
      text.append(String.format(Locale.ROOT, (plus ? "%+." : "%.") + decimals + "f", value));
      return;
    }
    if (Double.compare(value, 0.0) < 0) {
      text.append('-');
    } else if (plus) {
      text.append('+');
    }
    long rounded = rest > 0.5 ? whole + 1 : whole;
    text.append(rounded / POWERS[decimals]).append('.');
    long fraction = rounded % POWERS[decimals];
    for (int place = decimals - 1; place >= 0; place--) {
      text.append((char) ('0' + fraction / POWERS[place] % 10));
    }
  }
}
