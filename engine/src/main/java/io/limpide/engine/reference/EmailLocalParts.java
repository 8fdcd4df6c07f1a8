package io.limpide.engine.reference;

import io.limpide.engine.text.WordFilter;
import java.util.Set;

/**
 * What is known of the local parts of e-mail addresses. All are lower case.
 *
 * <p>Sources: functions from npm role-based-email-addresses 3.1.0 (MIT) without those that are
 * given names, and our own list of French ones; given names are those frequent in France.
 */
public final class EmailLocalParts {
  private static final Set<String> INTERNATIONAL =
      Set.copyOf(EmailTables.words("roles-international.txt"));
  private static final Set<String> FRENCH = Set.copyOf(EmailTables.words("roles-fr.txt"));
  private static final Set<String> GIVEN_NAMES = Set.copyOf(EmailTables.words("given-names.txt"));

  private static final WordFilter ROLES =
      new WordFilter(new WordFilter(FRENCH), new WordFilter(INTERNATIONAL));

  private EmailLocalParts() {}

  /**
   * Returns false if {@link #isRole} would, judging by hashes alone ({@link WordFilter#hash}).
   *
   * @param local of the whole local part
   * @param word of the letters it begins with
   */
  public static boolean mayBeRole(int local, int word) {
    return ROLES.mayHold(local) || ROLES.mayHold(word);
  }

  /**
   * Returns whether the local part names a function, such as {@code compta.fournisseur}: as a
   * whole, or by its first word before a dot, hyphen, underscore or digit.
   */
  public static boolean isRole(String local) {
    if (FRENCH.contains(local) || INTERNATIONAL.contains(local)) {
      return true;
    }
    int end = 0;
    while (end < local.length() && Character.isLetter(local.charAt(end))) {
      end++;
    }
    if (end == 0 || end == local.length()) {
      return false;
    }
    String first = local.substring(0, end);
    boolean onlyDigitsFollow =
        local.chars().skip(end).allMatch(c -> c == '.' || c == '-' || c == '_' || isDigit(c));
    return FRENCH.contains(first) || (onlyDigitsFollow && INTERNATIONAL.contains(first));
  }

  /** Returns whether the word, without accents, is a frequent given name. */
  public static boolean isGivenName(String word) {
    return GIVEN_NAMES.contains(word);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
