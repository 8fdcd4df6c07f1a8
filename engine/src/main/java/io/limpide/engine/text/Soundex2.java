package io.limpide.engine.text;

/**
 * Soundex2: what a French name sounds like in at most four letters. Wide, so for finding candidates
 * only: Nicolas and Nicole have the same code.
 *
 * <p>Source: F. Brouard, "L'art des Soundex", sqlpro.developpez.com/cours/soundex; its steps in its
 * order, but codes are not padded with blanks.
 */
public final class Soundex2 {
  private static final int LENGTH = 4;
  private static final String[][] GROUPS = {
    {"GUI", "KI"},
    {"GUE", "KE"},
    {"GA", "KA"},
    {"GO", "KO"},
    {"GU", "K"},
    {"CA", "KA"},
    {"CO", "KO"},
    {"CU", "KU"},
    {"Q", "K"},
    {"CC", "K"},
    {"CK", "K"}
  };
  private static final String[][] PREFIXES = {
    {"MAC", "MCC"}, {"ASA", "AZA"}, {"KN", "NN"}, {"PF", "FF"}, {"SCH", "SSS"}, {"PH", "FF"}
  };

  private Soundex2() {}

  /**
   * Returns the code of a name: 0 to 4 capital letters, none if the name has no Latin letter.
   * Accents, case, blanks and hyphens make no difference.
   */
  public static String code(String name) {
    String code = Letters.latin(name);
    for (String[] group : GROUPS) {
      code = code.replace(group[0], group[1]);
    }
    code = oneVowel(code);
    for (String[] prefix : PREFIXES) {
      if (code.startsWith(prefix[0])) {
        code = prefix[1] + code.substring(prefix[0].length());
      }
    }
    code = without(code, 'H', "CS");
    code = without(code, 'Y', "A");
    return shortened(code);
  }

  /** Every vowel but Y, and but a leading one, becomes A. */
  private static String oneVowel(String name) {
    StringBuilder out = new StringBuilder(name);
    for (int i = 1; i < out.length(); i++) {
      if ("EIOU".indexOf(out.charAt(i)) >= 0) {
        out.setCharAt(i, 'A');
      }
    }
    return out.toString();
  }

  /** Drops a letter wherever it neither leads nor follows one of some others. */
  private static String without(String name, char letter, String exceptAfter) {
    if (name.indexOf(letter, 1) < 0) {
      return name;
    }
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      if (i == 0 || name.charAt(i) != letter || exceptAfter.indexOf(name.charAt(i - 1)) >= 0) {
        out.append(name.charAt(i));
      }
    }
    return out.toString();
  }

  /** Drops a final A, D, T or S, every A but a leading one, and repeated letters. */
  private static String shortened(String name) {
    int end = name.length();
    if (end > 0 && "ADTS".indexOf(name.charAt(end - 1)) >= 0) {
      end--;
    }
    StringBuilder out = new StringBuilder(LENGTH);
    for (int i = 0; i < end && out.length() < LENGTH; i++) {
      char c = name.charAt(i);
      boolean repeated = out.length() > 0 && out.charAt(out.length() - 1) == c;
      if (!repeated && (i == 0 || c != 'A')) {
        out.append(c);
      }
    }
    return out.toString();
  }
}
