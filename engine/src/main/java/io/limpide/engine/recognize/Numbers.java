package io.limpide.engine.recognize;

import java.util.Set;

/**
 * Forms of numbered values. Identifiers: Luhn's sum (ISO/IEC 7812-1), which INSEE uses for SIREN
 * and SIRET; La Poste's establishments have a sum of digits that five divides.
 */
final class Numbers {
  private static final String LA_POSTE = "356000000";

  /** The European Union's prefixes (EL for Greece, XI for Northern Ireland), and neighbours. */
  private static final Set<String> VAT_COUNTRIES =
      Set.of(
          "at", "be", "bg", "ch", "cy", "cz", "de", "dk", "ee", "el", "es", "eu", "fi", "fr", "gb",
          "gr", "hr", "hu", "ie", "it", "lt", "lu", "lv", "mc", "mt", "nl", "no", "pl", "pt", "ro",
          "se", "si", "sk", "xi");

  private Numbers() {}

  /** Returns the text without spaces, dots, hyphens and slashes. */
  static String compact(String text) {
    StringBuilder compact = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        compact.append(c);
      }
    }
    return compact.toString();
  }

  static boolean allDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int twice = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
      sum += i % 2 == 0 ? digit : twice;
    }
    return sum % 10 == 0;
  }

  static boolean isSiren(String digits) {
    return allDigits(digits) && digits.charAt(0) != '0' && luhn(digits);
  }

  static boolean isSiret(String digits) {
    if (!allDigits(digits)) {
      return false;
    }
    if (digits.startsWith(LA_POSTE)) {
      return luhn(digits) || digits.chars().map(c -> c - '0').sum() % 5 == 0;
    }
    return luhn(digits) && luhn(digits.substring(0, 9));
  }

  static boolean isVat(String compact) {
    int length = compact.length();
    if (length < 9 || length > 15 || !VAT_COUNTRIES.contains(compact.substring(0, 2))) {
      return false;
    }
    int digits = 0;
    for (int i = 2; i < length; i++) {
      digits += letter(compact, i) ? 0 : 1;
    }
    return digits >= 7 && (!compact.startsWith("fr") || length == 13);
  }

  static boolean isNaf(String compact) {
    int length = compact.length();
    return (length == 5 || length == 4)
        && letter(compact, length - 1)
        && allDigits(compact.substring(0, length - 1));
  }

  static boolean isRna(String compact) {
    return compact.length() == 10
        && compact.charAt(0) == 'w'
        && allDigits(compact.substring(1, 2))
        && allDigits(compact.substring(3));
  }

  static boolean isEmail(String folded) {
    int at = folded.indexOf('@');
    int dot = folded.lastIndexOf('.');
    return at > 0 && dot > at + 1 && dot < folded.length() - 1;
  }

  static boolean isNumber(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (!(c == '.' || c == ',' || c == ' ' || c == '\u00a0' || c == '\u202f')
          && !(i == 0 && (c == '-' || c == '+'))) {
        return false;
      }
    }
    return digits > 0 && digits <= 15 && groupsBy(text, '.') && groupsBy(text, ',');
  }

  /** A mark that occurs twice or more parts thousands; else it is an IP address, a version. */
  private static boolean groupsBy(String text, char mark) {
    int at = text.indexOf(mark);
    if (at < 0 || at == text.lastIndexOf(mark)) {
      return true;
    }
    for (int next = at; next >= 0; next = at < 0 ? -1 : at) {
      int from = next + 1;
      at = text.indexOf(mark, from);
      int to = at < 0 ? Math.min(from + 3, text.length()) : at;
      boolean whole = at >= 0 || to == text.length() || !Character.isDigit(text.charAt(to));
      if (to - from != 3 || !whole || !allDigits(text.substring(from, to))) {
        return false;
      }
    }
    return true;
  }

  static boolean isAmount(String text) {
    String bare = text;
    boolean currency = false;
    for (String sign : new String[] {"€", "$", "£", "eur", "usd", "k€", "chf"}) {
      if (bare.contains(sign)) {
        bare = bare.replace(sign, "").strip();
        currency = true;
      }
    }
    if (!isNumber(bare)) {
      return false;
    }
    int point = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
    int decimals = point < 0 ? 0 : bare.length() - 1 - point;
    return currency || decimals == 1 || decimals == 2;
  }

  static boolean isHouseNumber(String folded) {
    int digits = 0;
    while (digits < folded.length() && Character.isDigit(folded.charAt(digits))) {
      digits++;
    }
    String rest = folded.substring(digits).strip();
    return digits >= 1
        && digits <= 4
        && (rest.isEmpty()
            || (rest.length() == 1 && letter(rest, 0))
            || rest.equals("bis")
            || rest.equals("ter")
            || rest.equals("quater")
            || ((rest.charAt(0) == '-' || rest.charAt(0) == '/') && rest.length() <= 5));
  }

  /** Postcodes as France, Germany, Britain, the Netherlands, Canada... write them. */
  static boolean isPostcode(String folded) {
    String code = folded;
    if (code.length() > 3 && code.charAt(1) == '-' && "fdblaei".indexOf(code.charAt(0)) >= 0) {
      code = code.substring(2); // F-75001, D-10115
    }
    int length = code.length();
    if (allDigits(code)) {
      return length == 5 || length == 4;
    }
    if (length == 10 && code.charAt(5) == '-') {
      return allDigits(code.substring(0, 5)) && allDigits(code.substring(6)); // ZIP+4
    }
    String tight = compact(code);
    int tail = tight.length();
    if (tail == 6 && allDigits(tight.substring(0, 4))) {
      return letter(tight, 4) && letter(tight, 5); // 1234 AB
    }
    if (tail < 5 || tail > 7 || !letter(tight, 0)) {
      return false;
    }
    boolean british =
        !letter(tight, tail - 3) && letter(tight, tail - 2) && letter(tight, tail - 1);
    boolean canadian =
        tail == 6 && !letter(tight, 1) && letter(tight, 2) && !letter(tight, 3) && letter(tight, 4);
    return british || canadian;
  }

  /** Returns 0 for no phone, 1 for a phone, 2 for a fixed line and 3 for a mobile. */
  static int phone(String folded, int digits, int letters) {
    if (digits < 8 || digits > 26 || letters > 8) {
      return 0;
    }
    int separators = 0;
    StringBuilder dialled = new StringBuilder();
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c >= '0' && c <= '9') {
        dialled.append(c);
      } else if (" .-/()+\u00a0\u202f".indexOf(c) >= 0) {
        separators += i > 0 ? 1 : 0;
      } else if (!Character.isLetter(c) && ":;,#°'".indexOf(c) < 0) {
        return 0;
      }
    }
    boolean glued = letters > 0 && folded.indexOf(' ') < 0 && Character.isDigit(folded.charAt(0));
    if (glued || (letters > 0 && digits < 9)) {
      return 0; // 0015g00000A1b2c is a key
    }
    String number = dialled.toString();
    boolean international = folded.startsWith("+") || number.startsWith("00");
    if (number.startsWith("00")) {
      number = number.substring(2);
    }
    if (international || (number.startsWith("33") && number.length() == 11)) {
      return planned(number);
    }
    if (number.length() >= 10 && number.charAt(0) == '0' && number.charAt(1) != '0') {
      char second = number.charAt(1);
      return number.length() == 10 ? (second == '6' || second == '7' ? 3 : 2) : 1;
    }
    if (number.length() == 9 && number.charAt(0) != '0' && number.charAt(0) != '8') {
      return separators == 0 || separators >= 3
          ? (number.charAt(0) == '6' || number.charAt(0) == '7' ? 3 : 2)
          : 1;
    }
    return (separators >= 1 && digits >= 9 && digits <= 15 && letters == 0) || digits == 10 ? 1 : 0;
  }

  private static int planned(String number) {
    if (number.startsWith("33")) {
      int at = number.startsWith("330") ? 3 : 2;
      char first = number.length() > at ? number.charAt(at) : '0';
      return number.length() < at + 9 ? 1 : first == '6' || first == '7' ? 3 : 2;
    }
    String[] mobiles = {"447", "4915", "4916", "4917", "393", "346", "347", "324", "417", "3367"};
    for (String mobile : mobiles) {
      if (number.startsWith(mobile)) {
        return 3;
      }
    }
    for (String country : new String[] {"44", "49", "39", "34", "32", "41"}) {
      if (number.startsWith(country)) {
        return 2;
      }
    }
    return 1;
  }

  private static boolean letter(String text, int at) {
    return text.charAt(at) >= 'a' && text.charAt(at) <= 'z';
  }
}
