package io.limpide.engine.standardize.phone;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people and programs write around a number, and how it comes off. */
final class PhoneText {
  /** Longer texts are no phone numbers, even with two of them and a remark. */
  static final int LONGEST = 120;

  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:n[°o]\\s*(?:de\\s+)?)?(t[ée]l[ée]phone|t[ée]l[ée]copie|t[ée]l|phone|portable|port|mobile|mob|gsm|cell|fax|fixe|standard|direct|ligne"
              + " directe|bureau|bur|domicile|dom|perso|pro|travail|maison|accueil|t|p|f|m)"
              + "(?:(?:\\s+(?:portable|mobile|fixe|perso|pro|bureau|domicile|direct))?\\s*[.:=]\\s*[:=]?\\s*"
              + "|\\s+|(?=[+0(]))",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern NOTE =
      Pattern.compile(
          "(?<=\\d)\\s*[-,;:(\\[]*\\s*"
              + "(t[ée]l|phone|portable|port|mobile|mob|gsm|cell|fax|fixe|standard|direct|"
              + "ligne directe|bureau|bur|domicile|dom|personnel|perso|professionnel|pro|travail|"
              + "maison|accueil|principal|home|work)"
              + "\\.?\\s*[)\\]]?$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern EXTENSION =
      Pattern.compile(
          "[\\s,;(-]*\\b(?:postes?|p\\.|pste|ext\\.?|extension|int\\.?|interne|x)\\s*[:.n°]*\\s*(\\d{1,5})\\)?$"
              + "|\\s*#\\s*(\\d{1,5})$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern EXCEL_TEXT = Pattern.compile("^=?\"(.*)\"$|^'(.*)$");
  private static final Pattern EXCEL_DECIMAL = Pattern.compile("^(\\+?\\d{8,15})[.,]0{1,2}$");
  private static final Pattern SCIENTIFIC =
      Pattern.compile("^\\+?(\\d[.,]\\d{1,14})\\s*[eE]\\s*\\+?0?(\\d{1,2})$");
  private static final Pattern TRUNK_ZERO = Pattern.compile("[(\\[]\\s*0\\s*[)\\]]");

  private PhoneText() {}

  /** Returns the text with plain spaces, without invisible signs, and trimmed. */
  static String plain(String text) {
    int end = text.length();
    StringBuilder plain = null;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean space = c == '\t' || c == '\u00a0' || c == '\u202f' || c == '\u2009';
      boolean gone =
          c == '\ufeff' || (c >= '\u200b' && c <= '\u200f') || (c >= '\u202a' && c <= '\u202e');
      if ((space || gone) && plain == null) {
        plain = new StringBuilder(end).append(text, 0, i);
      }
      if (plain != null && !gone) {
        plain.append(space ? ' ' : c);
      }
    }
    return (plain == null ? text : plain.toString()).strip();
  }

  /**
   * Returns the label before or after the number, such as {@code fax}; empty when there is none.
   */
  static String label(String text) {
    if (isUri(text) || !hasLetter(text)) {
      return "";
    }
    Matcher before = LABEL.matcher(text);
    if (before.find()) {
      return fold(before.group(1));
    }
    Matcher after = NOTE.matcher(text);
    return after.find() ? fold(after.group(1)) : "";
  }

  private static String fold(String label) {
    return label.toLowerCase(Locale.ROOT).replace('é', 'e');
  }

  static String withoutLabel(String text) {
    if (!hasLetter(text) || isUri(text)) {
      return text;
    }
    Matcher before = LABEL.matcher(text);
    String rest = text;
    if (before.find() && hasDigit(text, before.end())) {
      rest = text.substring(before.end());
    }
    Matcher after = NOTE.matcher(rest);
    return (after.find() ? rest.substring(0, after.start()) : rest).strip();
  }

  /** RFC 3966: the library reads its parameters itself. */
  private static boolean isUri(String text) {
    return text.contains(";phone-context=") || text.contains(";isub=") || text.contains(";ext=");
  }

  static boolean hasLetter(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetter(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasDigit(String text, int from) {
    return text.chars().skip(from).anyMatch(Character::isDigit);
  }

  /** Undoes what spreadsheets do to numbers, where all digits are still there. */
  static String withoutSpreadsheet(String text) {
    Matcher quoted = EXCEL_TEXT.matcher(text);
    String rest = text;
    if (quoted.matches()) {
      rest = (quoted.group(1) == null ? quoted.group(2) : quoted.group(1)).strip();
    }
    Matcher decimal = EXCEL_DECIMAL.matcher(rest);
    if (decimal.matches()) {
      return decimal.group(1);
    }
    Matcher scientific = SCIENTIFIC.matcher(rest);
    if (scientific.matches()) {
      String mantissa = scientific.group(1).replace(',', '.');
      int exponent = Integer.parseInt(scientific.group(2));
      if (mantissa.length() - 2 == exponent) { // no digit was rounded away
        return new BigDecimal(mantissa).movePointRight(exponent).toPlainString();
      }
    }
    return rest;
  }

  /** Returns whether a spreadsheet has rounded digits away: {@code 3,36E+10}. */
  static boolean isRounded(String text) {
    return SCIENTIFIC.matcher(text).matches();
  }

  /** Replaces letters that look like digits, if nothing but such letters stands between digits. */
  static String withoutLetters(String text) {
    StringBuilder digits = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char digit =
          switch (c) {
            case 'O', 'o' -> '0';
            case 'I', 'l' -> '1';
            default -> c;
          };
      if (digit == c && Character.isLetter(c)) {
        return text;
      }
      if (digit != c && digits == null) {
        digits = new StringBuilder(text);
      }
      if (digits != null) {
        digits.setCharAt(i, digit);
      }
    }
    return digits == null ? text : digits.toString();
  }

  /** Returns the extension at the end of the text; empty when there is none. */
  static String extension(String text) {
    if (text.indexOf('#') < 0 && !hasLetter(text)) {
      return "";
    }
    Matcher matcher = EXTENSION.matcher(text);
    if (!matcher.find()) {
      return "";
    }
    return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
  }

  static String withoutExtension(String text) {
    Matcher matcher = EXTENSION.matcher(text);
    return matcher.find() ? text.substring(0, matcher.start()) : text;
  }

  /** {@code +33 (0)1 42}: the zero is only dialled within the country. */
  static String withoutTrunkZero(String text) {
    boolean international = text.startsWith("+") || text.startsWith("00") || text.startsWith("(");
    return international && text.indexOf('0') >= 0
        ? TRUNK_ZERO.matcher(text).replaceFirst(text.startsWith("(0)") ? "$0" : " ")
        : text;
  }

  static String digits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      }
    }
    return digits.toString();
  }
}
