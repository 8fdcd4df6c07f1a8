package io.limpide.engine.standardize.phone;

import java.util.Set;

/** Recognises numbers that somebody typed to get past a mandatory field. */
final class PhoneDummies {
  /** National numbers without the leading zero. */
  private static final Set<String> FRENCH =
      Set.of(
          "123456789",
          "102030405",
          "606060606",
          "600000000",
          "101010101",
          "707070707",
          "612345678",
          "666666666",
          "987654321",
          "712345678",
          "611223344",
          "601020304",
          "600112233",
          "203040506",
          "908070605",
          "612121212",
          "600000001",
          "111223344",
          "102030400",
          "122334455",
          "234567890",
          "699999999",
          "611111111",
          "909090909",
          "202020202",
          "303030303",
          "404040404",
          "505050505");

  private PhoneDummies() {}

  /** Returns whether the national significant number is made up. */
  static boolean isDummy(String number) {
    return FRENCH.contains(number) || isMonotonous(number, 0) || isMonotonous(number, 1);
  }

  /** Only one digit from an index on. */
  private static boolean isMonotonous(String digits, int from) {
    if (digits.length() - from < 5) {
      return false;
    }
    for (int i = from + 1; i < digits.length(); i++) {
      if (digits.charAt(i) != digits.charAt(from)) {
        return false;
      }
    }
    return true;
  }
}
