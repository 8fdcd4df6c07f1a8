package io.limpide.engine.standardize.company;

import io.limpide.engine.reference.NafCodes;

/**
 * The activity code (APE) that INSEE gives a company, for example 62.01Z.
 *
 * <p>Two nomenclatures are in use side by side: NAF rev. 2 (2008), whose last letter is A to F or
 * Z, and NAF 2025, official from 1 January 2027, whose last letter is another one (01.11Z became
 * 01.11Y). So each code tells its nomenclature. None is ever turned into the other: one code often
 * became several.
 *
 * <p>Source: décret n° 2025-736 of 31 July 2025; INSEE, https://www.insee.fr/fr/information/8181066
 */
public final class Naf {
  /** What {@link #nomenclature} says of a code of 2008. */
  public static final String REV_2 = "NAFRev2";

  /** What {@link #nomenclature} says of a code of 2025. */
  public static final String OF_2025 = "NAF2025";

  private static final int[] NO_DIVISION = {4, 34, 40, 44, 45, 48, 54, 57, 67, 76, 83, 89};

  private Naf() {}

  /** Returns how far a code in its standard form, {@code 62.01Z}, can be trusted. */
  public static Syntax syntax(CharSequence value) {
    if (value.length() == 0) {
      return Syntax.EMPTY;
    }
    if (!hasForm(value)) {
      return Syntax.FORMAT_KO;
    }
    return switch (nomenclature(value)) {
      case REV_2 -> Syntax.SYNTAX_OK;
      case OF_2025 -> Syntax.UNVERIFIABLE;
      default -> Syntax.CHECKSUM_KO;
    };
  }

  /** Returns whether a code exists in NAF rev. 2 or may exist in NAF 2025. */
  public static boolean isValid(CharSequence value) {
    return syntax(value).compareTo(Syntax.UNVERIFIABLE) >= 0;
  }

  /** Returns {@link #REV_2}, {@link #OF_2025}, or empty when the code can be of neither. */
  public static String nomenclature(CharSequence value) {
    if (!hasForm(value)) {
      return "";
    }
    char letter = value.charAt(5);
    if (letter == 'Z' || letter <= 'F') {
      return NafCodes.contains(value.toString()) ? REV_2 : "";
    }
    int division = Digits.number(value, 0, 2);
    for (int none : NO_DIVISION) {
      if (division == none) {
        return "";
      }
    }
    return division == 0 ? "" : OF_2025;
  }

  /** Returns the French label of a code of NAF rev. 2; empty for others. */
  public static String label(CharSequence value) {
    return NafCodes.label(value.toString());
  }

  static boolean hasForm(CharSequence value) {
    return value.length() == 6
        && value.charAt(2) == '.'
        && Digits.only(value, 0, 2)
        && Digits.only(value, 3, 5)
        && value.charAt(5) >= 'A'
        && value.charAt(5) <= 'Z';
  }
}
