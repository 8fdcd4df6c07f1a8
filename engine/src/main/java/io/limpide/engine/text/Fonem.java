package io.limpide.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * FONEM: what a French family name sounds like, letter by letter; Lefebvre and Lefèvre, Thibaud and
 * Thibault have the same code, Girard and Gérard have not. Narrow enough to be trusted.
 *
 * <p>Source: G. Bouchard, P. Brard, Y. Lavoie, "FONEM : un code de transcription phonétique pour la
 * reconstitution automatique des familles saguenayennes", Population 36(6), 1981, pages 1085-1103:
 * rules V-1 to V-20 (vowels) and C-1 to C-33 (consonants), in the order that makes them agree.
 */
public final class Fonem {
  private static final String VOWEL = "[AEIOUY]";
  private static final String CONSONANT = "[^AEIOUY]";
  private static final List<Rule> RULES = rules();

  private Fonem() {}

  /**
   * Returns the code of a name: capital letters (and a hyphen after a leading Saint), none if the
   * name has no Latin letter. Accents, case, blanks and hyphens make no difference.
   */
  public static String code(String name) {
    String code = Letters.latin(name);
    int letters = letters(code);
    for (Rule rule : RULES) {
      if ((rule.letters & ~letters) != 0 || !rule.needs.in(code)) {
        continue; // a rule about letters the name has not: most of them
      }
      Matcher matcher = rule.pattern.matcher(code);
      if (matcher.find()) {
        code = matcher.replaceAll(rule.replacement);
        letters = letters(code);
      }
    }
    // While the rules run, the two letter groups they must not touch are kept aside as signs.
    return code.replace("G1", "GA").replace("M1", "MAC");
  }

  private static int letters(String code) {
    int letters = 0;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        letters |= 1 << (c - 'A');
      }
    }
    return letters;
  }

  /** What a name must have for a pattern to be found in it: cheaper to see than the pattern. */
  private interface Need {
    boolean in(String code);
  }

  private record Rule(int letters, Need needs, Pattern pattern, String replacement) {}

  private static List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    doubled(rules);
    add(rules, "GO", code -> code.contains("GE"), "GE(?:O|AU)", "JO"); // C-12
    add(rules, "C", "CC(?=[EIY])", "X"); // C-9
    add(rules, "G", "G(?=[EIY])", "J"); // C-10
    add(rules, "MAC", "^MAC(?=c)", "M1"); // C-16
    add(rules, "MC", "^MC", "M1"); // C-17
    add(rules, "SC", "^SC(?=[EIY])", "S"); // C-20
    add(rules, "C", "(v)C(?=[EIY])", "$1SS"); // C-2
    add(rules, "C", "([^CX])C(?=[EIY])", "$1S"); // C-3
    add(rules, "C", "C(?=[^AEIOUYCH])", "K"); // C-7
    add(rules, "LT", "(?:E?AU|O)LT$", "O"); // V-2
    add(rules, "AUT", "E?AUT$", "O"); // V-3
    add(rules, "AUX", "E?AUX$", "O"); // V-4
    add(rules, "LX", "(?:E?AU|O)LX$", "O"); // V-5
    add(rules, "AU", "E?AUL?D$", "O"); // V-6
    add(rules, "AU", "E?AU", "O"); // V-1
    add(rules, "H", "(^|[^CPS])H", "$1"); // C-14
    add(rules, "GA", "GA(?=I?[MN])", "G1"); // C-11
    add(rules, "STE", "^STE", "STE-"); // C-33
    add(rules, "ST", "^ST(?!E)", "ST-"); // C-32
    add(rules, "SAINTE", "^SAINTE", "STE-"); // C-31
    add(rules, "I", "^(?:SINT?|SAINT?|SEIN|SEIM|CINQ?)", "ST-"); // C-30
    vowels(rules);
    consonants(rules);
    String ends = "(?:(ILS)|([CS]H)|([MN]P)|(R[CFKLNSX])|(c)c)$";
    add(rules, "", Fonem::endsInConsonants, ends, "$1$2$3$4$5"); // C-29
    doubled(rules);
    return List.copyOf(rules);
  }

  private static void doubled(List<Rule> rules) {
    add(rules, "", Fonem::hasDouble, "(v)\\1", "$1"); // V-14
    String pairs = "([^AEIOUYCLS])\\1|(C)C(?!v)|(cS)S|(.S)S(?!v)|([^I]L)L";
    add(rules, "", Fonem::hasDouble, pairs, "$1$2$3$4$5"); // C-28
    add(rules, "ILE", "ILE$", "ILLE"); // C-28 bis
  }

  private static void vowels(List<Rule> rules) {
    add(rules, "M", "[AE]M(?=[^AEIOUYN](?!$))", "EN"); // V-15
    add(rules, "AN", "AN(?=c)", "EN"); // V-17
    add(rules, "I", "(?:AIM|AIN|EIN)(?=c|$)", "IN"); // V-18
    add(rules, "AY", "([^G])AY$", "$1E"); // V-7
    add(rules, "EUX", "EUX$", "EU"); // V-8
    add(rules, "EY", "EY(?=$|c)", "E"); // V-9
    add(rules, "Y", "(^|c)Y|Y(c|$)", "$1I$2"); // V-10
    add(rules, "I", "(v)I(?=v)", "$1Y"); // V-11
    add(rules, "IL", "(v)ILL", "$1Y"); // V-12
    add(rules, "OU", "OU(?=I(?!LL)|[AEOU])", "W"); // V-13
    add(rules, "OM", "OM(?=[^AEIOUYN])", "ON"); // V-16
    add(rules, "B", "(?:BORNE?|BOURNE?|BURNE)$", "BURN"); // V-19
    add(rules, "IM", "(?:^IM|IM(?=c))(?=[^AEIOUYN])", "IN"); // V-20
  }

  private static void consonants(List<Rule> rules) {
    add(rules, "BV", "BV", "V"); // C-1
    add(rules, "C", "^C(?=[EIY])", "S"); // C-4
    add(rules, "C", "^C(?=[AOU])", "K"); // C-5
    add(rules, "C", "(v)C$", "$1K"); // C-6
    add(rules, "C", "CC(?=[AOU])", "K"); // C-8
    add(rules, "GNI", "GNI(?=v)", "GN"); // C-13
    add(rules, "JEA", "JEA", "JA"); // C-15
    add(rules, "PH", "PH", "F"); // C-18
    add(rules, "QU", "QU", "K"); // C-19
    add(rules, "SC", "(.)SC(?=[EIY])", "$1SS"); // C-21
    add(rules, "SC", "(.)SC(?=[AOU])", "$1SK"); // C-22
    add(rules, "SH", "SH", "CH"); // C-23
    add(rules, "TIA", "TIA$", "SSIA"); // C-24
    add(rules, "W", "([AIOUY])W", "$1"); // C-25
    add(rules, "X", "X[CSZ]", "X"); // C-26
    add(rules, "Z", "(?:Z(?=v)|(c)Z(?=c))", "$1S"); // C-27
  }

  private static boolean hasDouble(String code) {
    for (int i = 1; i < code.length(); i++) {
      if (code.charAt(i) == code.charAt(i - 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsInConsonants(String code) {
    int length = code.length();
    return length > 1
        && VOWEL.indexOf(code.charAt(length - 1)) < 0
        && VOWEL.indexOf(code.charAt(length - 2)) < 0;
  }

  /** Adds a rule whose pattern is found only where {@code part} stands. */
  private static void add(List<Rule> rules, String part, String pattern, String replacement) {
    add(
        rules,
        part,
        part.length() > 1 ? code -> code.contains(part) : code -> true,
        pattern,
        replacement);
  }

  /** In the patterns, {@code v} stands for any vowel and {@code c} for anything else. */
  private static void add(
      List<Rule> rules, String part, Need needs, String pattern, String replacement) {
    String regex = pattern.replace("v", VOWEL).replace("c", CONSONANT);
    rules.add(new Rule(letters(part), needs, Pattern.compile(regex), replacement));
  }
}
