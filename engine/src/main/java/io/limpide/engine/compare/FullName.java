package io.limpide.engine.compare;

import io.limpide.engine.reference.Civilities;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Splits a whole name in two, well enough to compare: without the civility in front, before and
 * after a comma, capitals as family name, else the last word. Initials stand among given names
 * whatever their case: {@code Ali A. Velayati}.
 *
 * @param given folded
 * @param family folded
 */
record FullName(String given, String family) {
  private static final int MOST_WORDS = 12;

  static FullName parse(String text) {
    List<String> words = words(text);
    String name = String.join(" ", words);
    int comma = name.indexOf(',');
    if (comma > 0) {
      return new FullName(
          Forms.name(name.substring(comma + 1)), Forms.name(name.substring(0, comma)));
    }
    int last = name.lastIndexOf(' ');
    if (last > 0 && !Generations.of(Forms.words(name)).isEmpty()) {
      return parse(name.substring(0, last));
    }
    StringBuilder capitals = new StringBuilder();
    StringBuilder others = new StringBuilder();
    boolean mixed = false;
    for (String word : words) {
      boolean initials = isInitials(word);
      boolean upper = !initials && word.equals(word.toUpperCase(Locale.ROOT));
      mixed |= !initials && !upper;
      (upper ? capitals : others).append(word).append(' ');
    }
    if (!capitals.isEmpty() && mixed) {
      return new FullName(Forms.name(others.toString()), Forms.name(capitals.toString()));
    }
    return last < 0
        ? new FullName("", Forms.name(name))
        : new FullName(Forms.name(name.substring(0, last)), Forms.name(name.substring(last)));
  }

  /** The words but for a civility in front of two or more of them. */
  private static List<String> words(String text) {
    List<String> words = Arrays.asList(text.strip().split("\\s+", MOST_WORDS));
    int civility = Civilities.atStart(words).map(Civilities.Found::words).orElse(0);
    return words.size() - civility < 1 ? words : words.subList(civility, words.size());
  }

  /** {@code A}, {@code A.}, {@code J.-C.}: no two letters beside each other. */
  private static boolean isInitials(String word) {
    for (int i = 1; i < word.length(); i++) {
      if (Character.isLetter(word.charAt(i)) && Character.isLetter(word.charAt(i - 1))) {
        return false;
      }
    }
    return word.length() < 2 || (Character.isLetter(word.charAt(0)) && word.indexOf('.') > 0);
  }
}
