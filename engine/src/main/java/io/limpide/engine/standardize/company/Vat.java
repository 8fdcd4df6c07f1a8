package io.limpide.engine.standardize.company;

/**
 * A VAT number with its country prefix and without separators, for example FR44732829320.
 *
 * <p>French ones hold a key of two characters and the SIREN. The key follows from the SIREN when it
 * is made of digits; keys with letters exist too, but their check is not official, so a failure is
 * a doubt only. Numbers of Monaco ({@code 000} after the key) hold no SIREN.
 *
 * <p>Sources: European Commission, VIES, "What is the format of a VAT number";
 * https://www.economie.gouv.fr/cedef/numero-tva-intracommunautaire (numeric key); python-stdnum 2.1
 * {@code fr/tva.py} (key with letters).
 */
public final class Vat {
  private static final String KEY_ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private Vat() {}

  /** Returns how far a number can be trusted. */
  public static Syntax syntax(CharSequence value) {
    if (value.length() == 0) {
      return Syntax.EMPTY;
    }
    return isFrench(value) ? french(value) : ForeignVat.syntax(value);
  }

  /**
   * Returns whether the number has the form of its country and its check, where known, is right.
   */
  public static boolean isValid(CharSequence value) {
    return syntax(value).compareTo(Syntax.UNVERIFIABLE) >= 0;
  }

  /** Returns the valid SIREN in a French number; empty when there is none. */
  public static String siren(CharSequence value) {
    if (!isFrench(value) || french(value) != Syntax.SYNTAX_OK || isMonaco(value)) {
      return "";
    }
    return value.subSequence(4, 13).toString();
  }

  /**
   * Returns the ISO code of the country whose prefix and form the number has; empty when unknown.
   */
  public static String country(CharSequence value) {
    if (isFrench(value)) {
      return isMonaco(value) ? "MC" : "FR";
    }
    return ForeignVat.country(value);
  }

  /** Returns the number that a company with this SIREN has if it has the usual one at all. */
  public static String ofSiren(String siren) {
    if (!Siren.isValid(siren)) {
      throw new IllegalArgumentException("not a SIREN");
    }
    int key = (12 + 3 * (Integer.parseInt(siren) % 97)) % 97;
    return "FR" + (key < 10 ? "0" : "") + key + siren;
  }

  /** FR, two characters of the key's alphabet, nine digits. */
  static boolean isFrench(CharSequence value) {
    return value.length() == 13
        && value.charAt(0) == 'F'
        && value.charAt(1) == 'R'
        && KEY_ALPHABET.indexOf(value.charAt(2)) >= 0
        && KEY_ALPHABET.indexOf(value.charAt(3)) >= 0
        && Digits.only(value, 4, 13);
  }

  static boolean isMonaco(CharSequence french) {
    return french.charAt(4) == '0' && french.charAt(5) == '0' && french.charAt(6) == '0';
  }

  static boolean hasNumericKey(CharSequence french) {
    return Digits.only(french, 2, 4);
  }

  private static Syntax french(CharSequence value) {
    int number = Digits.number(value, 4, 13);
    boolean known =
        isMonaco(value)
            ? number != 0
            : Luhn.holds(value, 4, 13) && !Siren.isPlaceholder(value.subSequence(4, 13));
    if (!known) {
      return Syntax.CHECKSUM_KO;
    }
    if (hasNumericKey(value)) {
      // Equal to int(SIREN + "12") mod 97.
      boolean right = Digits.number(value, 2, 4) == (number % 97 * 3 + 12) % 97;
      return right ? Syntax.SYNTAX_OK : Syntax.CHECKSUM_KO;
    }
    int first = KEY_ALPHABET.indexOf(value.charAt(2));
    int second = KEY_ALPHABET.indexOf(value.charAt(3));
    int check = Digits.is(value.charAt(2)) ? first * 24 + second - 10 : first * 34 + second - 100;
    boolean right = (number + 1 + check / 11) % 11 == check % 11;
    return right ? Syntax.SYNTAX_OK : Syntax.UNVERIFIABLE;
  }
}
