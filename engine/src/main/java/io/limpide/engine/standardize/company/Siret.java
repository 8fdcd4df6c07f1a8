package io.limpide.engine.standardize.company;

/**
 * The number of a French establishment: its company's SIREN and five digits more, the last one a
 * check digit over all fourteen, for example 73282932000074.
 *
 * <p>La Poste (SIREN 356000000) ran out of numbers: its establishments pass the usual check
 * <em>or</em> have a sum of digits that is a multiple of five. Establishments in Monaco carry codes
 * with letters, such as MONACOCONFO001, which nobody can check.
 *
 * <p>Source: INSEE, "Numéro Siret", https://www.insee.fr/fr/metadonnees/definition/c1841; La Poste:
 * https://fr.wikipedia.org/wiki/Système_d'identification_du_répertoire_des_établissements
 */
public final class Siret {
  private static final int LENGTH = 14;
  private static final String LA_POSTE = "356000000";
  private static final String MONACO = "MONACO";

  private Siret() {}

  /** Returns how far fourteen characters without separators can be trusted. */
  public static Syntax syntax(CharSequence value) {
    if (value.length() == 0) {
      return Syntax.EMPTY;
    }
    if (value.length() != LENGTH) {
      return Syntax.FORMAT_KO;
    }
    if (!Digits.only(value)) {
      return isMonaco(value) ? Syntax.UNVERIFIABLE : Syntax.FORMAT_KO;
    }
    if (isPlaceholder(value) || !Luhn.holds(value, 0, 9)) {
      return Syntax.CHECKSUM_KO;
    }
    return Luhn.holds(value) || isLaPoste(value) ? Syntax.SYNTAX_OK : Syntax.CHECKSUM_KO;
  }

  /** Returns whether the value is fourteen digits whose checks are right, and no placeholder. */
  public static boolean isValid(CharSequence value) {
    return syntax(value) == Syntax.SYNTAX_OK;
  }

  /** Returns whether somebody typed just anything, such as 12345678900000. */
  public static boolean isPlaceholder(CharSequence value) {
    return value.length() == LENGTH
        && (Digits.constant(value)
            || "12345678900000".contentEquals(value)
            || "12345678901234".contentEquals(value)
            || Siren.isPlaceholder(value.subSequence(0, 9)));
  }

  /** Returns the valid SIREN of the establishment's company; empty when the SIRET is not valid. */
  public static String siren(CharSequence value) {
    return isValid(value) ? value.subSequence(0, 9).toString() : "";
  }

  /** Returns the number as people read it, {@code 732 829 320 00074}. */
  public static String spaced(String value) {
    return value.length() != LENGTH || !Digits.only(value)
        ? value
        : Siren.spaced(value.substring(0, 9)) + " " + value.substring(9);
  }

  private static boolean isLaPoste(CharSequence value) {
    int sum = 0;
    for (int i = 0; i < LENGTH; i++) {
      if (i < 9 && value.charAt(i) != LA_POSTE.charAt(i)) {
        return false;
      }
      sum += value.charAt(i) - '0';
    }
    return sum % 5 == 0;
  }

  private static boolean isMonaco(CharSequence value) {
    for (int i = 0; i < LENGTH; i++) {
      char c = value.charAt(i);
      if (i < MONACO.length() ? c != MONACO.charAt(i) : !(Digits.is(c) || (c >= 'A' && c <= 'Z'))) {
        return false;
      }
    }
    return true;
  }
}
