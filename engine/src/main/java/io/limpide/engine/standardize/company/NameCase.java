package io.limpide.engine.standardize.company;

import io.limpide.engine.reference.CompanyWords;
import io.limpide.engine.reference.LegalForm;
import io.limpide.engine.reference.LegalForms;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Capitals for names that are all capitals or have none: {@code TRANSPORTS DUPONT ET FILS SARL}
 * becomes {@code Transports Dupont et Fils SARL}. Only ever a proposal: nobody can know {@code
 * iDTGV} or the accents that capitals lost.
 */
final class NameCase {
  private static final Set<String> LOWER =
      Set.of(
          "DE", "DU", "DES", "D", "LA", "LE", "LES", "L", "ET", "EN", "AU", "AUX", "A", "POUR",
          "SUR", "SOUS", "PAR", "DANS", "OF", "AND", "THE", "FOR", "UND", "VON", "DELLA", "DI");
  private static final Set<String> SHORT_WORDS =
      Set.of(
          "AIR", "ART", "ARTS", "AUTO", "BAR", "BAIN", "BIO", "BOIS", "BON", "BUS", "CAR", "CARS",
          "CIE", "EAU", "ECO", "EST", "ETS", "FER", "FEU", "FIL", "GAZ", "JEU", "LIT", "MER", "NET",
          "NEZ", "OR", "PAIN", "PRO", "PUB", "ROI", "RUE", "SEL", "SOL", "SON", "STE", "SUD",
          "TAXI", "TOP", "VIE", "VIN", "VINS", "ZEN", "MON", "MES", "TON", "UN", "UNE", "AMI",
          "AMIS", "BEL", "CLE", "DOM", "VAL", "LAC", "ILE", "PIN", "PRE", "ROC", "SUN", "SEA",
          "SKY", "BOX", "ONE", "NEW", "BIG", "RED", "MAX", "LEO", "EVA", "LEA", "ZOE", "GUY", "LUC",
          "LEE", "KIM", "SOC", "ENT", "CAB", "GRP", "SAINT", "ST", "STS", "VVE", "FRS", "BOB",
          "TOM", "TIM", "ROY", "MAS", "PAT", "CAP", "SPA", "THE", "CUP", "TEA", "WAY", "DAY", "FUN",
          "FIT", "GYM", "KEY", "LAB", "LAW", "MAN", "MEN", "OUR", "OUT", "PET", "SET", "SHE", "TOY",
          "USE", "WEB", "WIN", "YOU");

  private NameCase() {}

  /** Returns whether the letters are all capitals or none is, and there are enough to tell. */
  static boolean isUniform(String name) {
    boolean upper = false;
    boolean lower = false;
    int longest = 0;
    int run = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      upper |= Character.isUpperCase(c);
      lower |= Character.isLowerCase(c);
      run = Character.isLetter(c) ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return upper != lower && longest >= 2 && name.length() <= 400;
  }

  static String proper(String name, NameWords words) {
    boolean fromUpper = NameText.hasUpper(name);
    List<NameToken> tokens = words.all();
    StringBuilder proper = new StringBuilder(name);
    for (int i = 0; i < tokens.size(); i++) {
      NameToken token = tokens.get(i);
      if (token.dotted() || !name.startsWith(token.raw(), token.start())) {
        continue;
      }
      boolean form = i < words.from() || i >= words.to();
      String written =
          form && isSingle(words, i) ? form(token) : word(token, i == words.from(), fromUpper);
      if (written.length() == token.raw().length()) {
        proper.replace(token.start(), token.start() + written.length(), written);
      }
    }
    return proper.toString();
  }

  private static boolean isSingle(NameWords words, int at) {
    return at < words.from() ? words.from() == 1 : words.all().size() - words.to() == 1;
  }

  private static String form(NameToken token) {
    LegalForm form = LegalForms.written(token.word());
    String upper = token.raw().toUpperCase(Locale.ROOT);
    return form != null && form.name().equalsIgnoreCase(upper) ? form.name() : upper;
  }

  private static String word(NameToken token, boolean first, boolean fromUpper) {
    String raw = token.raw();
    String word = token.word();
    if (!first && LOWER.contains(word)) {
      return raw.toLowerCase(Locale.FRENCH);
    }
    boolean known = SHORT_WORDS.contains(word) || LOWER.contains(word);
    if (!known) {
      boolean acronym =
          word.length() == 1
              || hasDigit(word)
              || !hasVowel(word)
              || isRoman(word)
              || (fromUpper && word.length() <= 3 && CompanyWords.expand(word).equals(word));
      if (acronym) {
        return raw.toUpperCase(Locale.FRENCH);
      }
    }
    return raw.substring(0, 1).toUpperCase(Locale.FRENCH)
        + raw.substring(1).toLowerCase(Locale.FRENCH);
  }

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean hasVowel(String word) {
    return word.chars().anyMatch(c -> "AEIOUY".indexOf(c) >= 0 || c > 0x7f);
  }

  private static boolean isRoman(String word) {
    return word.length() <= 4 && word.chars().allMatch(c -> "IVX".indexOf(c) >= 0);
  }
}
