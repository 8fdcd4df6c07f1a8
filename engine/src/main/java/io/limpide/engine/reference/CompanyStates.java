package io.limpide.engine.reference;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is said of the state of a company or of one's relation with it. States are words such as
 * {@code active}, {@code closed}, {@code proceedings}, {@code dormant}, {@code prospect}, {@code
 * customer}.
 */
public final class CompanyStates {
  private static final Map<String, String> BY_PHRASE = new HashMap<>();
  private static final Set<String> ENDED = Set.of("closed", "proceedings", "dormant");
  private static final Set<String> GOES_ON =
      Set.of("le", "du", "en", "depuis", "au", "since", "on", "par", "suite", "pour", "as", "by");
  private static final int LONGEST = 6;

  static {
    for (String[] cells : ReferenceTable.rows("company-states.csv", 2)) {
      for (String phrase : cells[1].split("\\|", -1)) {
        BY_PHRASE.putIfAbsent(phrase, cells[0]);
      }
    }
  }

  private CompanyStates() {}

  /**
   * Returns the state that a phrase means, perhaps followed by a date or reason ({@code radiée le
   * 12/03/2020}); empty when it means none.
   *
   * @param phrase lower case without accents or punctuation, single spaces
   */
  public static String of(String phrase) {
    String whole = BY_PHRASE.get(phrase);
    if (whole != null) {
      return whole;
    }
    int end = 0;
    for (int words = 0; words < LONGEST; words++) {
      int space = phrase.indexOf(' ', end);
      if (space < 0) {
        break;
      }
      String state = BY_PHRASE.get(phrase.substring(0, space));
      if (state != null && goesOn(phrase, space + 1)) {
        return state;
      }
      end = space + 1;
    }
    return "";
  }

  /** Returns whether a state says that the company is no more, or not for long. */
  public static boolean isEnded(String state) {
    return ENDED.contains(state);
  }

  private static boolean goesOn(String phrase, int from) {
    int space = phrase.indexOf(' ', from);
    String next = phrase.substring(from, space < 0 ? phrase.length() : space);
    return GOES_ON.contains(next) || (!next.isEmpty() && Character.isDigit(next.charAt(0)));
  }
}
