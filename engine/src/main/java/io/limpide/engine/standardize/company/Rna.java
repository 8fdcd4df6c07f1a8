package io.limpide.engine.standardize.company;

/**
 * The number of a French association in the national register: W and nine characters, all digits
 * but for some overseas and Corsican offices (W2A1234567). It has no check digit. Associations of
 * Alsace and Moselle have none.
 *
 * <p>Source: https://www.service-public.fr/associations/vosdroits/F1926
 */
public final class Rna {
  private static final int LENGTH = 10;

  private Rna() {}

  /** Returns how far a number without separators can be trusted. */
  public static Syntax syntax(CharSequence value) {
    if (value.length() == 0) {
      return Syntax.EMPTY;
    }
    if (value.length() != LENGTH || value.charAt(0) != 'W' || !Digits.is(value.charAt(1))) {
      return Syntax.FORMAT_KO;
    }
    char office = value.charAt(2);
    if (!(Digits.is(office) || (office >= 'A' && office <= 'Z'))
        || !Digits.only(value, 3, LENGTH)) {
      return Syntax.FORMAT_KO;
    }
    return Digits.constant(value.subSequence(1, LENGTH)) ? Syntax.CHECKSUM_KO : Syntax.SYNTAX_OK;
  }

  /** Returns whether the value has the form of a number in the register. */
  public static boolean isValid(CharSequence value) {
    return syntax(value) == Syntax.SYNTAX_OK;
  }
}
