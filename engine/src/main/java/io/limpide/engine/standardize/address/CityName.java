package io.limpide.engine.standardize.address;

/** Names of cities that are nothing but a name, and written as names are. */
final class CityName {
  private static final int LONGEST = 60;

  private CityName() {}

  /**
   * Returns whether a text is letters with one space, hyphen or apostrophe between words, and can
   * hold neither CEDEX nor an arrondissement: a look at each character tells, for nearly all.
   */
  static boolean isPlain(String text) {
    int length = text.length();
    if (length == 0 || length > LONGEST) {
      return false;
    }
    boolean begins = true; // a word
    boolean suspect = false; // a word with C that may turn out to be CEDEX
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (isLetter(c)) {
        suspect = begins ? c == 'C' || c == 'c' || c >= 0x80 : suspect;
        if (suspect && (c == 'x' || c == 'X')) {
          return false;
        }
        begins = false;
      } else if (begins || (c != ' ' && c != '-' && c != '\'')) {
        return false;
      } else {
        begins = true;
      }
    }
    return !begins && !mayHaveArrondissement(text);
  }

  /** Returns whether somebody chose the case of the letters. */
  static boolean isStyled(String text) {
    boolean upper = false;
    boolean lower = false;
    for (int i = 0; i < text.length() && !(upper && lower); i++) {
      upper |= Character.isUpperCase(text.charAt(i));
      lower |= Character.isLowerCase(text.charAt(i));
    }
    return upper && lower;
  }

  /** Latin letters; others, and those that are signs as well, are looked at more closely. */
  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= 0xc0 && c < 0x180 && c != 0xd7 && c != 0xf7);
  }

  /** Something stands behind a first word of the length of Paris, Lyon or Marseille. */
  private static boolean mayHaveArrondissement(String text) {
    return switch (text.charAt(0)) {
      case 'P', 'p' -> endsWord(text, 5);
      case 'L', 'l' -> endsWord(text, 4);
      case 'M', 'm' -> endsWord(text, 9);
      default -> false;
    };
  }

  private static boolean endsWord(String text, int at) {
    return text.length() > at && !isLetter(text.charAt(at));
  }
}
