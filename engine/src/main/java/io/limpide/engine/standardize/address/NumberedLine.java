package io.limpide.engine.standardize.address;

/**
 * Lines such as {@code 23 quai de l'Industrie} or {@code 23, quai de l'Industrie}: what is said of
 * one of them holds for every house of the street.
 */
final class NumberedLine {
  /** A house that stands for all others: no shorter number makes a line longer. */
  static final String MODEL = "9876";

  private static final int LONGEST = 100;

  private NumberedLine() {}

  /**
   * Returns the length of the house number, 0 unless the line is a number and a street: behind the
   * street's beginning there must be no break, and no digits that could be a postcode.
   */
  static int digits(String line) {
    int length = line.length();
    if (length > LONGEST || length == 0 || line.charAt(0) < '1' || line.charAt(0) > '9') {
      return 0;
    }
    int digits = 1;
    while (digits < length && isDigit(line.charAt(digits))) {
      digits++;
    }
    int street = street(line, digits);
    boolean fits =
        digits <= MODEL.length()
            && street < length
            && isWhole(line, street)
            && line.indexOf(MODEL, street) < 0; // the model must not be taken for a word of it
    return fits ? digits : 0;
  }

  /** Where the street begins; the length of the line when it does not begin with a letter. */
  private static int street(String line, int digits) {
    int at = digits;
    if (at < line.length() && line.charAt(at) == ',') {
      at++;
    }
    while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\u00a0')) {
      at++;
    }
    return at > digits && at < line.length() && isLetter(line.charAt(at)) ? at : line.length();
  }

  private static boolean isWhole(String line, int street) {
    int run = 0; // digits on end
    for (int i = street; i < line.length(); i++) {
      char c = line.charAt(i);
      run = isDigit(c) ? run + 1 : 0;
      boolean fits =
          isLetter(c)
              || (run > 0 && run < 5)
              || c == ' '
              || c == '\u00a0'
              || c == '\''
              || c == '\u2019'
              || c == '.'
              || (c == '-' && isLetter(line.charAt(i - 1)));
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return c < 128 ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') : Character.isLetter(c);
  }
}
