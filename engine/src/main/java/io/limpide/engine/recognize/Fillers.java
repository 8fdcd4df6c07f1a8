package io.limpide.engine.recognize;

import java.util.Set;

/** Values that stand for none: they tell nothing about their column. */
final class Fillers {
  private static final Set<String> WORDS =
      Set.of(
          "na",
          "n-a",
          "nc",
          "nr",
          "null",
          "none",
          "nil",
          "nan",
          "inconnu",
          "inconnue",
          "unknown",
          "xxx",
          "xx",
          "aucun",
          "aucune",
          "neant",
          "vide",
          "empty",
          "nd",
          "non-renseigne",
          "non-communique",
          "test",
          "a-completer",
          "tbd",
          "sans-objet",
          "so",
          "unbekannt",
          "desconocido",
          "sconosciuto",
          "k-a",
          "keine-angabe",
          "undefined",
          "0000000000");

  private Fillers() {}

  static boolean isFiller(String value) {
    if (value.length() > 20) {
      return false;
    }
    String key = FoldedText.key(FoldedText.fold(value));
    return key.isEmpty() || WORDS.contains(key);
  }
}
