package io.limpide.engine.standardize.person;

import io.limpide.engine.reference.Civilities;
import io.limpide.engine.text.Fold;
import io.limpide.engine.text.WordFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One look at a cell, that most names need no more of: is it nothing but words of letters with
 * single blanks, hyphens or apostrophes between, none of which means more than a name?
 */
final class NameGlance {
  private static final int LONGEST = 40; // what is longer is looked at closely
  private static final int LATIN = 0x180;

  /** For each letter its {@link Fold#key}; 0 for what is no letter or folds to several. */
  private static final char[] FOLDED = folded();

  private static final WordFilter MEANING =
      filter(
          List.of(
              Civilities.words(),
              NameCell.MARKERS,
              NamePlaceholders.ALL,
              NameRemarks.ORGANISATIONS,
              Set.of("et")));

  private NameGlance() {}

  /** Returns whether the cell holds words only, and nothing beside a name. */
  static boolean isOnlyName(String cell) {
    return look(cell, false);
  }

  /**
   * Returns whether the cell is {@link #isOnlyName only a name}, begins with a capital, and has
   * small letters too: as most names are that need no correction.
   */
  static boolean isInOrder(String cell) {
    return look(cell, true);
  }

  private static boolean look(String cell, boolean inOrder) {
    int length = cell.length();
    if (length < 3 || length > LONGEST || (inOrder && !Character.isUpperCase(cell.charAt(0)))) {
      return false;
    }
    int hash = 0;
    char first = 0;
    boolean varied = false;
    boolean small = false;
    for (int i = 0; i < length; i++) {
      char c = cell.charAt(i);
      char folded = c < LATIN ? FOLDED[c] : 0;
      if (folded != 0) {
        hash = WordFilter.hash(hash, folded);
        first = first == 0 ? folded : first;
        varied |= folded != first;
        small |= c == folded || (c >= 0x80 && Character.isLowerCase(c));
      } else if ((c == ' ' || c == '-' || c == '\'') && hash != 0) {
        if (MEANING.mayHold(hash)) {
          return false;
        }
        hash = 0;
      } else {
        return false;
      }
    }
    return hash != 0 && varied && (small || !inOrder) && !MEANING.mayHold(hash);
  }

  private static WordFilter filter(List<Set<String>> phrases) {
    List<String> words = new ArrayList<>();
    for (Set<String> some : phrases) {
      some.forEach(phrase -> words.addAll(Fold.tokens(phrase)));
    }
    return new WordFilter(words);
  }

  private static char[] folded() {
    char[] folded = new char[LATIN];
    for (char c = 'A'; c < LATIN; c++) {
      String key = Fold.key(String.valueOf(c));
      folded[c] = Character.isLetter(c) && key.length() == 1 ? key.charAt(0) : 0;
    }
    return folded;
  }
}
