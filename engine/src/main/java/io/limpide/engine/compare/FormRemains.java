package io.limpide.engine.compare;

import io.limpide.engine.reference.CompanyWords;
import io.limpide.engine.reference.LegalForms;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What is left of a legal form, or of a generic word, that nobody recognised when the name was read
 * because it is misspelt, runs into the name or stands at the wrong end: {@code Martin Srl}, {@code
 * MartinSARL}, {@code Inc Martin}, {@code Martin Gruop}.
 *
 * <p>Words are folded. A word is near a form if one letter is another, or in longer forms one too
 * few or too many, or two are swapped: all that are one slip away are written down once, so that a
 * word takes a few look-ups and no reading.
 */
final class FormRemains {
  private static final int SHORTEST = 3; // two letters may be anything
  private static final int LONG = 4; // from here on a letter too few leaves a form recognisable
  private static final int SHORTEST_GENERIC = 5;
  private static final char ANY = '?';

  private static final Set<String> FORMS = new HashSet<>();
  private static final Set<String> NEAR = new HashSet<>();

  static {
    for (String form : LegalForms.unmistakable()) {
      if (form.length() >= SHORTEST) {
        FORMS.add(form.toLowerCase(Locale.ROOT));
      }
    }
    FORMS.forEach(FormRemains::slips);
    for (String word : CompanyWords.generic()) {
      if (word.length() >= SHORTEST_GENERIC) {
        slips(word.toLowerCase(Locale.ROOT));
      }
    }
  }

  private FormRemains() {}

  private static void slips(String form) {
    for (int i = 0; i < form.length(); i++) {
      String before = form.substring(0, i);
      String after = form.substring(i + 1);
      NEAR.add(before + ANY + after);
      if (form.length() >= LONG) {
        NEAR.add(before + after);
        NEAR.add(before + ANY + form.substring(i));
        if (i > 0) {
          NEAR.add(form.substring(0, i - 1) + form.charAt(i) + form.charAt(i - 1) + after);
        }
      }
    }
  }

  /** Returns whether a word is a legal form and can be nothing else. */
  static boolean isForm(String word) {
    return FORMS.contains(word);
  }

  /** Returns whether a word is one slip of the pen away from a legal form or a generic word. */
  static boolean isNearForm(String word) {
    if (word.length() < SHORTEST) {
      return false;
    }
    if (NEAR.contains(word)) {
      return true;
    }
    StringBuilder pattern = new StringBuilder(word);
    for (int i = 0; i < word.length(); i++) {
      pattern.setCharAt(i, ANY);
      if (NEAR.contains(pattern.toString())) {
        return true;
      }
      pattern.setCharAt(i, word.charAt(i));
    }
    return false;
  }

  /**
   * Returns how many letters of a word come before a form that it ends with; all if there is none.
   */
  static int lettersBefore(String word) {
    for (int at = SHORTEST; at <= word.length() - SHORTEST; at++) {
      if (FORMS.contains(word.substring(at))) {
        return at;
      }
    }
    return word.length();
  }
}
