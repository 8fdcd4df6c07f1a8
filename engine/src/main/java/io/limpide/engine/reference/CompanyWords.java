package io.limpide.engine.reference;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the words in company names are worth: abbreviations, generic words, articles, family words
 * and everyday words. Words are folded: capitals without accents.
 */
public final class CompanyWords {
  private static final Map<String, String> ABBREVIATIONS = new HashMap<>();
  private static final Set<String> GENERIC = new HashSet<>();
  private static final Set<String> STOP = new HashSet<>();
  private static final Set<String> FAMILY = new HashSet<>();
  private static final Set<String> COMMON = new HashSet<>();
  private static final Set<String> COMPLEMENTS = new HashSet<>();
  private static final Set<String> PLACES = new HashSet<>();

  static {
    for (String[] cells : ReferenceTable.rows("company-words.csv", 3)) {
      for (String word : cells[1].split("\\|", -1)) {
        switch (cells[0]) {
          case "abbreviation" -> ABBREVIATIONS.put(word, cells[2]);
          case "generic" -> GENERIC.add(word);
          case "stop" -> STOP.add(word);
          case "family" -> FAMILY.add(word);
          case "complement" -> COMPLEMENTS.add(word);
          case "place" -> PLACES.add(word);
          case "common" -> COMMON.add(word);
          default -> throw new IllegalStateException("company-words.csv: " + cells[0]);
        }
      }
    }
  }

  private CompanyWords() {}

  /** Returns the usual writing of a word: {@code ETABLISSEMENTS} for {@code ETS}. */
  public static String expand(String word) {
    return ABBREVIATIONS.getOrDefault(word, word);
  }

  /** Returns whether a word says nothing about which company it is: {@code GROUPE}. */
  public static boolean isGeneric(String word) {
    return GENERIC.contains(word);
  }

  /** Returns the words that say nothing about which company it is, in all ways to write them. */
  public static Set<String> generic() {
    Set<String> words = new HashSet<>(GENERIC);
    ABBREVIATIONS.forEach(
        (written, word) -> {
          if (GENERIC.contains(word)) {
            words.add(written);
          }
        });
    return words;
  }

  /** Returns whether a word is an article, preposition or conjunction. */
  public static boolean isStop(String word) {
    return STOP.contains(word);
  }

  /** Returns whether a word tells a firm from its namesake: {@code FILS}, {@code FRERES}. */
  public static boolean isFamily(String word) {
    return FAMILY.contains(word);
  }

  /** Returns whether a generic word counts after DE or DU: {@code Crédit Mutuel du Centre}. */
  public static boolean isComplement(String word) {
    return COMPLEMENTS.contains(word);
  }

  /** Returns whether words are a large town or a region, single spaces between. */
  public static boolean isPlace(String words) {
    return PLACES.contains(words);
  }

  /** Returns whether a word is an everyday one, no name by itself: {@code POSTE}. */
  public static boolean isCommon(String word) {
    return COMMON.contains(word);
  }
}
