package io.limpide.engine.standardize.company;

/**
 * The check character of a Spanish tax number: DNI of residents, NIE of foreigners, CIF of
 * companies.
 *
 * <p>Source: Agencia Tributaria, "NIF de personas físicas y jurídicas"; Orden EHA/451/2008.
 */
final class SpanishVat {
  private static final String PERSON_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final String COMPANY_LETTERS = "JABCDEFGHI";

  private SpanishVat() {}

  static boolean holds(String number) {
    char first = number.charAt(0);
    char last = number.charAt(8);
    if (Digits.is(first) || "KLM".indexOf(first) >= 0) {
      int from = Digits.is(first) ? 0 : 1;
      return personLetter(Digits.number(number, from, 8)) == last;
    }
    int foreigner = "XYZ".indexOf(first);
    if (foreigner >= 0) {
      return personLetter(foreigner * 10_000_000 + Digits.number(number, 1, 8)) == last;
    }
    if ("ABCDEFGHJNPQRSUVW".indexOf(first) < 0) {
      return false;
    }
    int check = companyDigit(number);
    boolean letterOnly = "NPQRSW".indexOf(first) >= 0;
    boolean digitOnly = "ABEH".indexOf(first) >= 0;
    return (!letterOnly && last == '0' + check)
        || (!digitOnly && last == COMPANY_LETTERS.charAt(check));
  }

  private static char personLetter(int number) {
    return PERSON_LETTERS.charAt(number % 23);
  }

  private static int companyDigit(String number) {
    int sum = 0;
    for (int i = 1; i <= 7; i++) {
      int digit = number.charAt(i) - '0';
      int weighted = i % 2 == 1 ? 2 * digit : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return (10 - sum % 10) % 10;
  }
}
