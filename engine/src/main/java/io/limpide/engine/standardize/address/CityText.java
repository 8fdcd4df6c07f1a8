package io.limpide.engine.standardize.address;

import java.util.Locale;

/**
 * What a cell meant for a city holds: {@code 75015 PARIS 15 CEDEX 02} or any part of it.
 *
 * @param city the name as written, without what follows here
 * @param postcode five digits before the name; empty when there are none
 * @param cedex {@code CEDEX} or {@code CEDEX 02}; empty when there is none
 * @param arrondissement 1 to 20 when one is written behind Paris, Lyon or Marseille; else 0
 * @param department code in brackets behind the name, such as {@code 93}; empty when there is none
 */
record CityText(String city, String postcode, String cedex, int arrondissement, String department) {
  private static final int LONGEST = 200;

  static CityText of(String raw) {
    if (isFive(raw)) {
      return new CityText("", raw, "", 0, "");
    }
    if (raw.length() > LONGEST || CityName.isPlain(raw)) {
      return new CityText(raw, "", "", 0, "");
    }
    Words words = new Words(raw);
    int from = 0;
    int to = words.size();
    String postcode = postcodeAt(words, 0);
    if (!postcode.isEmpty()) {
      from = words.word(0).length() < 5 ? 2 : 1;
    }
    String cedex = "";
    for (int i = from; i < to; i++) {
      if (isCedex(words.word(i))) {
        String number = i + 1 < to ? cedexNumber(words.word(i + 1)) : "";
        cedex = number.isEmpty() ? "CEDEX" : "CEDEX " + number;
        to = i;
      } else if (i + 1 == to && isGluedCedex(words.word(i))) {
        cedex = "CEDEX " + cedexNumber(words.word(i).substring(5));
        to = i;
      }
    }
    String department = "";
    if (to - from > 1 && words.isBroken(to - 1) && isDepartment(words.word(to - 1))) {
      department = words.word(to - 1);
      to--;
    }
    int arrondissement = 0;
    if (to - from > 1) {
      arrondissement = arrondissement(words, from, to);
      to = arrondissement > 0 ? from + 1 : to;
    }
    String city = from < to ? slice(raw, words, from, to) : "";
    return new CityText(city, postcode, cedex, arrondissement, department);
  }

  /** From the first to the last word, with a closing bracket that belongs to it. */
  private static String slice(String raw, Words words, int from, int to) {
    int end = words.end(to - 1);
    String text = raw.substring(words.start(from), end);
    return text.indexOf('(') >= 0 && end < raw.length() && raw.charAt(end) == ')'
        ? text + ")"
        : text.indexOf('(') >= 0 && raw.indexOf(')', end) >= 0
            ? raw.substring(words.start(from), raw.indexOf(')', end) + 1)
            : text;
  }

  /** Five digits, perhaps behind F or FR, that some département could have. */
  static String postcodeAt(Words words, int index) {
    String word = words.word(index);
    if ((word.equals("F") || word.equals("FR")) && isFive(words.word(index + 1))) {
      return words.word(index + 1);
    }
    if (word.length() == 6 && word.charAt(0) == 'F') {
      word = word.substring(1);
    } else if (word.length() == 7 && word.startsWith("FR")) {
      word = word.substring(2);
    }
    return isFive(word) ? word : "";
  }

  static boolean isFive(String word) {
    return word.length() == 5 && Words.isDigits(word);
  }

  static boolean isCedex(String word) {
    return word.equals("CEDEX")
        || word.equals("CDX")
        || word.equals("CEDX")
        || word.equals("CEDEXE");
  }

  private static boolean isGluedCedex(String word) {
    return word.length() > 5
        && word.startsWith("CEDEX")
        && !cedexNumber(word.substring(5)).isEmpty();
  }

  private static String cedexNumber(String word) {
    return Words.isDigits(word) && word.length() <= 2
        ? String.format(Locale.ROOT, "%02d", Integer.parseInt(word))
        : "";
  }

  private static boolean isDepartment(String word) {
    return word.equals("2A")
        || word.equals("2B")
        || (Words.isDigits(word)
            && (word.length() == 2 || (word.length() == 3 && word.startsWith("97"))));
  }

  private static int arrondissement(Words words, int from, int to) {
    int most =
        switch (words.word(from)) {
          case "PARIS" -> 20;
          case "LYON" -> 9;
          case "MARSEILLE" -> 16;
          default -> 0;
        };
    if (most == 0) {
      return 0;
    }
    int at = from + 1;
    int number = ordinal(words.word(at));
    if (number == 0) {
      return 0;
    }
    for (at++; at < to; at++) {
      switch (words.word(at)) {
        case "E", "EME", "ER", "ARR", "ARRDT", "ARDT", "ARRONDISSEMENT", "ARRT", "ND", "EM" -> {}
        default -> {
          return 0;
        }
      }
    }
    return number <= most ? number : 0;
  }

  private static int ordinal(String word) {
    int digits = 0;
    while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
      digits++;
    }
    if (digits == 1 || digits == 2) {
      String ending = word.substring(digits);
      return switch (ending) {
        case "", "E", "EME", "ER", "IEME", "ND", "NDE", "EM", "EEME" ->
            Integer.parseInt(word.substring(0, digits));
        default -> 0;
      };
    }
    String numeral = word.endsWith("EME") ? word.substring(0, word.length() - 3) : word;
    int roman = Vocabulary.roman(numeral);
    if (roman == 0 && numeral.length() > 1) {
      String shorter = numeral.endsWith("ER") ? "I" : numeral.substring(0, numeral.length() - 1);
      roman = numeral.endsWith("E") || numeral.endsWith("ER") ? Vocabulary.roman(shorter) : 0;
    }
    return roman;
  }

  /** Returns the postcode of an arrondissement of Paris, Lyon or Marseille; empty without one. */
  String arrondissementPostcode() {
    if (arrondissement == 0) {
      return "";
    }
    String base =
        switch (Character.toUpperCase(city.charAt(0))) {
          case 'P' -> "750";
          case 'L' -> "690";
          default -> "130";
        };
    return base + String.format(Locale.ROOT, "%02d", arrondissement);
  }
}
