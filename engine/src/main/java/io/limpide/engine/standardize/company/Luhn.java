package io.limpide.engine.standardize.company;

/** The check digit of ISO/IEC 7812-1, annex B. */
final class Luhn {
  private Luhn() {}

  /**
   * Returns whether the digits from {@code from} (included) to {@code to} (excluded), the last one
   * being the check digit, hold together.
   *
   * @param text must hold nothing but ASCII digits there
   */
  static boolean holds(CharSequence text, int from, int to) {
    int sum = 0;
    for (int i = to - 1, place = 0; i >= from; i--, place++) {
      int digit = text.charAt(i) - '0';
      int weighted = (place & 1) == 0 ? digit : 2 * digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }

  /** As {@link #holds(CharSequence, int, int)}, for the whole text. */
  static boolean holds(CharSequence text) {
    return holds(text, 0, text.length());
  }
}
