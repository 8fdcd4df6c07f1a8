package io.limpide.connect.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How likely it is that somebody wrote a text: the logarithm of a chance, so that two readings of
 * the same bytes can be compared.
 *
 * <p>Only what touches a character that is not ASCII counts, the rest being the same in all
 * readings. Each word is in whatever language explains it best: one list of customers has names of
 * many.
 */
final class Plausibility {
  private static final double UNREADABLE = -25;
  private static final double CONTROL = -16;
  private static final double ODD_CASE = -4.5;
  private static final double MIXED_SCRIPTS = -9;
  private static final double SYMBOL_IN_WORD = -5;

  /** The logarithm of how readily a language is believed, in files of French companies. */
  private static final Map<String, Double> PRIORS =
      Map.ofEntries(
          Map.entry("fr", 0.0),
          Map.entry("en", -2.0),
          Map.entry("de", -2.0),
          Map.entry("es", -2.0),
          Map.entry("it", -2.5),
          Map.entry("pt", -2.5),
          Map.entry("nl", -2.5),
          Map.entry("da", -3.5),
          Map.entry("sv", -3.5),
          Map.entry("nb", -3.5),
          Map.entry("pl", -3.0),
          Map.entry("cs", -3.5),
          Map.entry("tr", -3.5),
          Map.entry("ro", -3.5),
          Map.entry("hu", -3.5));

  private static final double OTHER_PRIOR = -4.5;
  private static final int SYMBOLS_KNOWN = 64;

  private final List<Language> languages;
  private final double[] priors;
  private final Map<Character, Double> symbols = symbols();

  Plausibility(List<Language> languages) {
    this.languages = languages;
    this.priors = new double[languages.size()];
    for (int i = 0; i < priors.length; i++) {
      priors[i] = PRIORS.getOrDefault(languages.get(i).tag(), OTHER_PRIOR);
    }
  }

  /** Returns the score of a text; the likelier, the nearer to 0. Only words with accents count. */
  double of(String text) {
    double score = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isLetter(c)) {
        int from = at;
        boolean high = false;
        while (at < text.length() && isPartOfWord(text.charAt(at))) {
          high |= text.charAt(at) > 0x7f;
          at++;
        }
        score += high ? word(text, from, at) : 0;
      } else {
        score += c > 0x7f ? symbol(text, at) : 0;
        at++;
      }
    }
    return score;
  }

  private static boolean isPartOfWord(char c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private double word(String text, int from, int to) {
    String word = text.substring(from, to);
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.length() != word.length()) {
      lower = word.replace("\u0130", "I").toLowerCase(Locale.ROOT);
    }
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < priors.length; i++) {
      double score = priors[i] + in(languages.get(i), lower);
      best = Math.max(best, score);
    }
    return best + odds(word);
  }

  private static double in(Language language, String word) {
    double score = 0;
    if (language.isIdeographic()) {
      for (int at = 0; at < word.length(); at++) {
        score += word.charAt(at) > 0x7f ? language.occurs(word.charAt(at)) : 0;
      }
      return score;
    }
    char before = Language.EDGE;
    for (int at = 0; at <= word.length(); at++) {
      char c = at == word.length() ? Language.EDGE : word.charAt(at);
      if (c > 0x7f || before > 0x7f) {
        score += language.follows(before, c);
      }
      before = c;
    }
    return score;
  }

  /** What no language does: capitals inside a word, letters of two alphabets side by side. */
  private static double odds(String word) {
    double score = 0;
    for (int at = 1; at < word.length(); at++) {
      char before = word.charAt(at - 1);
      char c = word.charAt(at);
      if (before <= 0x7f && c <= 0x7f) {
        continue;
      }
      if (Character.isLowerCase(before) && Character.isUpperCase(c)) {
        score += ODD_CASE;
      } else if (at > 1
          && Character.isUpperCase(word.charAt(at - 2))
          && Character.isUpperCase(before)
          && Character.isLowerCase(c)) {
        score += ODD_CASE;
      }
      score += script(before) == script(c) ? 0 : MIXED_SCRIPTS;
    }
    return score;
  }

  private static Character.UnicodeScript script(char c) {
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    return switch (script) {
      // Japanese mixes them.
      case HIRAGANA, KATAKANA, HAN -> Character.UnicodeScript.HAN;
      case INHERITED, COMMON ->
          c == '\u30fc' ? Character.UnicodeScript.HAN : Character.UnicodeScript.LATIN;
      default -> script;
    };
  }

  /** A character that is no letter, in its place. */
  private double symbol(String text, int at) {
    char c = text.charAt(at);
    char before = at == 0 ? '\n' : text.charAt(at - 1);
    char after = at + 1 == text.length() ? '\n' : text.charAt(at + 1);
    if (c == '\ufffd') {
      return UNREADABLE;
    }
    int type = Character.getType(c);
    if (type == Character.CONTROL
        || type == Character.UNASSIGNED
        || type == Character.PRIVATE_USE) {
      return CONTROL;
    }
    double score = symbols.getOrDefault(c, type == Character.OTHER_SYMBOL ? -13.0 : -11.0);
    boolean letterBefore = Character.isLetter(before);
    boolean letterAfter = Character.isLetter(after);
    if (c == '\u2019') {
      return score + (letterBefore && letterAfter ? 1 : letterBefore || letterAfter ? 0 : -2);
    }
    if (c == '\u00b0' || c == '\u00ba' || c == '\u00aa' || c == '\u00b2' || c == '\u00b3') {
      boolean usual =
          "nNoO".indexOf(before) >= 0
              || Character.isDigit(before)
              || (c > '\u00b0' && before == 'm');
      return score + (usual && !letterAfter ? 1 : letterAfter ? SYMBOL_IN_WORD : -2);
    }
    if (c == '\u20ac' || c == '\u00a3' || c == '\u00a5' || c == '\u00a4') {
      boolean amount =
          Character.isDigit(before) || Character.isDigit(after) || before == ' ' || before == 'k';
      return score + (letterAfter ? SYMBOL_IN_WORD : amount ? 1 : -1);
    }
    if (c == '\u00a0' || c == '\u202f') {
      boolean usual =
          Character.isDigit(before)
              || Character.isDigit(after)
              || " :;!?%\u00ab\u00bb\u20ac".indexOf(before) >= 0
              || " :!?%\u00ab\u00bb\u20ac".indexOf(after) >= 0;
      return score + (usual ? 0 : letterBefore && letterAfter ? -3 : -4);
    }
    return score + (letterBefore && letterAfter ? SYMBOL_IN_WORD : 0);
  }

  private static Map<Character, Double> symbols() {
    Map<Character, Double> symbols = new HashMap<>(SYMBOLS_KNOWN);
    put(symbols, -5.0, "\u2019\u00b0\u00a0");
    put(symbols, -6.0, "\u20ac\u00ab\u00bb\u2013\u201c\u201d");
    put(symbols, -7.0, "\u2026\u202f\u2014\u2018\u00ae\u2122\u00ba\u00b7\u2022\u200f\u200e");
    put(
        symbols,
        -8.0,
        "\u00a9\u00aa\u00b2\u00b4\u00a7\u201e\u00d7\u00a3\u2116\u00bf\u00a1\u3000\u3001\u30fb");
    put(symbols, -9.0, "\u00b3\u00bd\u00bc\u00be\u00b1\u00b5\u00a8\u00a5\u2032\u201a\u2039\u203a");
    put(symbols, -10.0, "\u00a4\u00a6\u00ac\u00b6\u00a2\u00b8\u00b9\u00f7\u00af\u00ad");
    for (char circled = '\u2460'; circled <= '\u2473'; circled++) {
      symbols.put(circled, -9.0);
    }
    return symbols;
  }

  private static void put(Map<Character, Double> symbols, double score, String characters) {
    for (int at = 0; at < characters.length(); at++) {
      symbols.put(characters.charAt(at), score);
    }
  }
}
