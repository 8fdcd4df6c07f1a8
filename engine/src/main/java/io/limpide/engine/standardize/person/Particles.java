package io.limpide.engine.standardize.person;

import java.util.Set;

/** Small words that belong to the family name behind them. */
final class Particles {
  /** That may be left out, or run together with the name, without changing who is meant. */
  private static final Set<String> WEAK =
      Set.of(
          "de", "du", "des", "d", "la", "le", "les", "l", "van", "von", "der", "den", "vanden",
          "vander", "ter", "ten", "zu", "zum", "zur", "di", "da", "do", "dos", "das", "del",
          "della", "delle", "dello", "dal", "dalla", "y", "e", "af", "av", "het", "t");

  /** That belong to the name for good, and begin it. */
  private static final Set<String> STRONG =
      Set.of(
          "el", "al", "ben", "bin", "ibn", "bou", "bel", "ait", "aït", "ould", "abou", "abu", "abd",
          "saint", "sainte", "st", "ste", "mac", "mc", "o", "san", "santa", "los", "las");

  private Particles() {}

  static boolean isWeak(String folded) {
    return WEAK.contains(folded);
  }

  static boolean isAny(String folded) {
    return WEAK.contains(folded) || STRONG.contains(folded);
  }
}
