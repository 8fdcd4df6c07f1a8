package io.limpide.engine.compare;

import java.util.Map;

/**
 * What sets a father apart from a son of the same name: {@code John Smith Sr}, {@code John Smith
 * Jr}. It stands after the given or the family name and belongs to neither.
 */
final class Generations {
  private static final Map<String, String> WORDS =
      Map.of(
          "sr", "1", "senior", "1", "i", "1", "jr", "2", "jnr", "2", "junior", "2", "ii", "2",
          "iii", "3", "iv", "4");

  private Generations() {}

  /** Returns the generation that folded words end with, as a digit; empty if they name none. */
  static String of(String words) {
    int last = words.lastIndexOf(' ');
    return last < 0 ? "" : WORDS.getOrDefault(words.substring(last + 1), "");
  }

  /** Returns the folded words without it. */
  static String without(String words) {
    return of(words).isEmpty() ? words : words.substring(0, words.lastIndexOf(' '));
  }
}
