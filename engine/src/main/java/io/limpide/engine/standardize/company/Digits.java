package io.limpide.engine.standardize.company;

/** Looks at runs of ASCII digits without allocating. */
final class Digits {
  private Digits() {}

  static boolean only(CharSequence text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!is(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean only(CharSequence text) {
    return only(text, 0, text.length());
  }

  static boolean none(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (is(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean is(char c) {
    return c >= '0' && c <= '9';
  }

  /** Returns whether every character is the same, as in 999999999. */
  static boolean constant(CharSequence text) {
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) != text.charAt(0)) {
        return false;
      }
    }
    return true;
  }

  static int number(CharSequence text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + (text.charAt(i) - '0');
    }
    return number;
  }
}
