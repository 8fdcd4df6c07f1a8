package io.limpide.engine.standardize.company;

import io.limpide.engine.text.WordFilter;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people and spreadsheets do to identifiers, undone. */
final class IdentifierText {
  private static final int LONGEST = 80;
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:N|NO|NR|NUM|NUMERO|DE|DU|LE|IDENTIFIANT|CODE)*(?:SIRENE|SIREN|SIRET|INSEE|NIC)"
              + "(?:N|NO|NUM|NUMERO)?"
              + "|(?:N|NO|NUM|NUMERO)"
              + "|(?:SOUSLEN|SOUSLENUMERO)?(?:IMMATRICULEEAU|IMMATRICULEAU)?RCS[A-Z]*?"
              + "|RM(?:\\d{2,3}(?=\\d{9}$|\\d{14}$))?");
  private static final Pattern SUFFIX = Pattern.compile("(?:RCS|RM)[A-Z]*\\d{0,2}[A-Z]*");
  private static final Pattern VAT_LABEL =
      Pattern.compile(
          "(?:N|NO|NUM|NUMERO|DE|ID|IDENTIFIANT)*(?:TVA|VAT|UST|USTID|MWST|BTW|IVA|NIF|CIF|PIVA|TIN)"
              + "(?:INTRACOMMUNAUTAIRE|INTRACOM|INTRA|UE|CEE|EUROPEEN|FRANCAISE|FRANCAIS|REG|ID"
              + "|IDNR|NUMBER|NR|NO|N|NUM|NUMERO)*");
  private static final Pattern SCIENTIFIC =
      Pattern.compile("([1-9])(?:[.,](\\d{1,17}))?E\\+?(\\d{1,2})");
  private static final Pattern DECIMALS = Pattern.compile("(\\d{6,17})[.,]0{1,6}");
  static final Set<String> NOTHING =
      Set.of(
          "",
          "na",
          "n a",
          "nc",
          "nr",
          "ns",
          "nd",
          "neant",
          "aucun",
          "aucune",
          "inconnu",
          "inconnue",
          "non",
          "non renseigne",
          "non renseignee",
          "non communique",
          "non communiquee",
          "non disponible",
          "non connu",
          "non applicable",
          "sans",
          "sans objet",
          "vide",
          "null",
          "nil",
          "none",
          "nan",
          "unknown",
          "not available",
          "not applicable",
          "a completer",
          "a renseigner",
          "a definir",
          "a demander",
          "en attente",
          "tbd",
          "tbc",
          "indefini",
          "undefined",
          "pas de siret",
          "pas de siren",
          "pas de numero",
          "no",
          "x",
          "xx",
          "xxx",
          "xxxx",
          "xxxxx",
          "xxxxxxxxx",
          "xxxxxxxxxxxxxx",
          "test");

  private static final WordFilter NOTHINGS = new WordFilter(NOTHING);
  private static final WordFilter MASKED = new WordFilter(NameMarks.MASKED);

  private IdentifierText() {}

  /** Returns whether the text says in words or signs that there is nothing. */
  static boolean saysNothing(String text) {
    if (text.length() > 30) {
      return false;
    }
    return NameText.mayBe(text, NOTHINGS) && NOTHING.contains(NameText.phrase(text));
  }

  /** Returns whether the register masks the value: its owner objects to its disclosure. */
  static boolean isMasked(String text) {
    if (text.length() > LONGEST) {
      return false;
    }
    return NameText.mayBe(text, MASKED) && NameMarks.MASKED.contains(NameText.phrase(text));
  }

  /** Returns capital letters and digits only; the text itself when it is too long for that. */
  static String letters(String text) {
    return text.length() > LONGEST ? text : NameText.fold(text);
  }

  /** Takes off words such as {@code N° SIREN}, {@code RCS Paris B}, in front or behind. */
  static String withoutLabel(String letters) {
    if (letters.length() > LONGEST || Digits.only(letters)) {
      return letters;
    }
    int first = firstDigit(letters, 0);
    Matcher label = LABEL.matcher(letters);
    if (first > 0 && label.lookingAt()) {
      int end = label.end();
      String rest = letters.substring(end);
      if (Digits.only(rest) && !rest.isEmpty()) {
        return rest;
      }
      if (letters.startsWith("RCS") || letters.contains("AURCS")) {
        int last = lastNonDigit(letters);
        if (letters.length() - last - 1 >= 9) {
          return letters.substring(last + 1);
        }
      }
      if (letters.startsWith("SIRE")) {
        return rest;
      }
    }
    int end = first == 0 ? endOfDigits(letters) : 0;
    if (end >= 9 && SUFFIX.matcher(letters).region(end, letters.length()).matches()) {
      return letters.substring(0, end);
    }
    return letters;
  }

  /** Takes off words such as {@code N° TVA intracommunautaire}. */
  static String withoutVatLabel(String letters) {
    if (letters.length() > LONGEST) {
      return letters;
    }
    Matcher label = VAT_LABEL.matcher(letters);
    return label.lookingAt() ? letters.substring(label.end()) : letters;
  }

  /** Replaces letters by the digits they look like. */
  static String digitsForLetters(String letters, boolean doubtfulToo) {
    StringBuilder digits = new StringBuilder(letters.length());
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      digits.append(
          switch (c) {
            case 'O', 'Q' -> '0';
            case 'I', 'L' -> '1';
            case 'S' -> doubtfulToo ? '5' : c;
            case 'B' -> doubtfulToo ? '8' : c;
            case 'Z' -> doubtfulToo ? '2' : c;
            case 'G' -> doubtfulToo ? '6' : c;
            default -> c;
          });
    }
    return digits.toString();
  }

  /** Returns whether a spreadsheet turned the number into {@code 7,32829E+13}. */
  static boolean isScientific(String text) {
    return text.length() <= 24
        && (text.indexOf('E') > 0 || text.indexOf('e') > 0)
        && SCIENTIFIC.matcher(text.toUpperCase(java.util.Locale.ROOT)).matches();
  }

  /**
   * Returns the digits that scientific notation still holds, padded with zeros, if it is so precise
   * that only zeros can be missing; else empty.
   */
  static String unscientific(String text) {
    Matcher matcher = SCIENTIFIC.matcher(text.toUpperCase(java.util.Locale.ROOT));
    if (!matcher.matches()) {
      return "";
    }
    String fraction = matcher.group(2) == null ? "" : matcher.group(2);
    int exponent = Integer.parseInt(matcher.group(3));
    boolean rounded = fraction.length() <= 5; // what spreadsheets show
    if (exponent > 13
        || fraction.length() > exponent
        || (rounded && fraction.length() < exponent)) {
      return "";
    }
    return matcher.group(1) + fraction + "0".repeat(exponent - fraction.length());
  }

  /** Takes off the decimals that number columns get: {@code 732829320.0}. */
  static String withoutDecimals(String text) {
    if (text.length() > 24 || (text.indexOf('.') < 0 && text.indexOf(',') < 0)) {
      return text;
    }
    Matcher matcher = DECIMALS.matcher(text);
    return matcher.matches() ? matcher.group(1) : text;
  }

  private static int firstDigit(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (Digits.is(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private static int endOfDigits(String text) {
    int end = 0;
    while (end < text.length() && Digits.is(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int lastNonDigit(String text) {
    int at = text.length() - 1;
    while (at >= 0 && Digits.is(text.charAt(at))) {
      at--;
    }
    return at;
  }
}
