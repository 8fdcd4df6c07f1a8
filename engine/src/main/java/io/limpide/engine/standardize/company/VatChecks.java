package io.limpide.engine.standardize.company;

/**
 * The check digits of national VAT numbers, given without their country prefix and in the right
 * form.
 *
 * <p>Source: European Commission, "VIES VAT number algorithms" (BMF, "Konstruktionsregeln der
 * UID"); python-stdnum 2.1, one module for each country.
 */
final class VatChecks {
  private static final String IRISH_LETTERS = "WABCDEFGHIJKLMNOPQRSTUV";

  private VatChecks() {}

  /** Returns the sum of the first digits, each times its weight. */
  static int weighted(String digits, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * digit(digits, i);
    }
    return sum;
  }

  /** Returns the number in the digits from {@code from} to {@code to} (excluded), modulo. */
  static int mod(String digits, int from, int to, int modulus) {
    int rest = 0;
    for (int i = from; i < to; i++) {
      rest = (rest * 10 + digit(digits, i)) % modulus;
    }
    return rest;
  }

  /** ISO/IEC 7064, MOD 11,10: Germany, Croatia. */
  static boolean mod11And10(String digits) {
    int product = 10;
    for (int i = 0; i < digits.length() - 1; i++) {
      int sum = (digit(digits, i) + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10 == digit(digits, digits.length() - 1);
  }

  static boolean austria(String rest) {
    int sum = 4;
    for (int i = 1; i <= 7; i++) {
      int weighted = digit(rest, i) * (i % 2 == 0 ? 2 : 1);
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return (10 - sum % 10) % 10 == digit(rest, 8);
  }

  /** Nine digits and one letter or two; the old form has a letter or sign second. */
  static boolean ireland(String rest) {
    String number = rest;
    if (!Digits.is(rest.charAt(1))) {
      number = "0" + rest.substring(2, 7) + rest.charAt(0) + rest.substring(7);
    }
    int sum = weighted(number, 8, 7, 6, 5, 4, 3, 2);
    if (number.length() == 9) {
      sum += 9 * (number.charAt(8) - 'A' + 1);
    }
    return IRISH_LETTERS.charAt(sum % 23) == number.charAt(7);
  }

  /** Companies: eleven-test over nine digits. Sole traders since 2020: MOD 97-10 over all. */
  static boolean netherlands(String rest) {
    if (weighted(rest, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == digit(rest, 8)) {
      return true;
    }
    // ISO/IEC 7064, letters count from A = 10: N is 23, L is 21, B is 11.
    String digits = "2321" + rest.substring(0, 9) + "11" + rest.substring(10);
    return mod(digits, 0, digits.length(), 97) == 1;
  }

  static boolean portugal(String rest) {
    int check = 11 - weighted(rest, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return (check > 9 ? 0 : check) == digit(rest, 8);
  }

  static boolean romania(String rest) {
    String padded = "0".repeat(10 - rest.length()) + rest;
    return weighted(padded, 7, 5, 3, 2, 1, 7, 5, 3, 2) * 10 % 11 % 10 == digit(padded, 9);
  }

  static boolean slovenia(String rest) {
    int check = 11 - weighted(rest, 8, 7, 6, 5, 4, 3, 2) % 11;
    return check != 11 && check % 10 == digit(rest, 7);
  }

  static boolean britain(String rest) {
    if (rest.startsWith("GD")) {
      return Integer.parseInt(rest.substring(2)) < 500;
    }
    if (rest.startsWith("HA")) {
      return Integer.parseInt(rest.substring(2)) >= 500;
    }
    int sum = weighted(rest, 8, 7, 6, 5, 4, 3, 2, 10, 1) % 97;
    return sum == 0 || sum == 42; // since 2010 numbers are given with 55 added: 97 - 55 = 42
  }

  static boolean switzerland(String rest) {
    int check = 11 - weighted(rest.substring(1), 5, 4, 3, 2, 7, 6, 5, 4) % 11;
    return check % 11 == digit(rest, 9);
  }

  static boolean norway(String rest) {
    int check = 11 - weighted(rest, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
    return check % 11 == digit(rest, 8);
  }

  private static int digit(String digits, int at) {
    return digits.charAt(at) - '0';
  }
}
