package io.limpide.engine.standardize.company;

/**
 * The number of a French legal unit: nine digits, the last one a check digit, for example
 * 732829320. It is given once and never changes; a check proves its form only.
 *
 * <p>Source: INSEE, "Numéro Siren", https://www.insee.fr/fr/metadonnees/definition/c2047
 */
public final class Siren {
  private static final int LENGTH = 9;

  private Siren() {}

  /** Returns how far nine digits without separators can be trusted. */
  public static Syntax syntax(CharSequence value) {
    if (value.length() == 0) {
      return Syntax.EMPTY;
    }
    if (value.length() != LENGTH || !Digits.only(value)) {
      return Syntax.FORMAT_KO;
    }
    return !Luhn.holds(value) || isPlaceholder(value) ? Syntax.CHECKSUM_KO : Syntax.SYNTAX_OK;
  }

  /** Returns whether the value is nine digits whose check digit is right, and no placeholder. */
  public static boolean isValid(CharSequence value) {
    return syntax(value) == Syntax.SYNTAX_OK;
  }

  /** Returns whether somebody typed just anything: 000000000, 999999999, 123456789. */
  public static boolean isPlaceholder(CharSequence value) {
    return value.length() == LENGTH
        && (Digits.constant(value)
            || "123456789".contentEquals(value)
            || "987654321".contentEquals(value));
  }

  /**
   * Returns the valid SIREN that a SIREN, a SIRET or a French VAT number holds, all without
   * separators; empty when there is none.
   */
  public static String in(CharSequence value) {
    int length = value.length();
    if (length == LENGTH && isValid(value)) {
      return value.toString();
    }
    if (length == 14 && Siret.isValid(value)) {
      return value.subSequence(0, LENGTH).toString();
    }
    return length == 13 ? Vat.siren(value) : "";
  }

  /** Returns the number as people read it, {@code 732 829 320}; as it is if not nine digits. */
  public static String spaced(String value) {
    return value.length() != LENGTH || !Digits.only(value)
        ? value
        : value.substring(0, 3) + " " + value.substring(3, 6) + " " + value.substring(6);
  }

  /** Returns whether the first digit says that it is a public body. */
  public static boolean isPublicBody(CharSequence value) {
    return isValid(value) && (value.charAt(0) == '1' || value.charAt(0) == '2');
  }
}
