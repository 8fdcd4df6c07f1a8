package io.limpide.engine.profile.scan;

import io.limpide.engine.recognize.FoldedText;
import java.util.List;
import java.util.Set;

/** Finds passwords that follow their announcement, and keys by the form their makers gave them. */
final class SecretDetector {
  private static final int MOST_SPACE = 4;
  private static final Set<String> PASSWORD =
      Set.of("mdp", "mp", "password", "passwd", "pwd", "pass", "passwort", "kennwort", "digicode");
  private static final Set<String> PASSWORD_PHRASES =
      Set.of(
          "mot de passe",
          "code secret",
          "code confidentiel",
          "code d acces",
          "code acces",
          "code pin",
          "code porte",
          "code alarme",
          "code carte",
          "pass word");
  private static final Set<String> SECRET = Set.of("token", "secret", "apikey", "bearer", "jeton");
  private static final Set<String> SECRET_PHRASES =
      Set.of("api key", "cle api", "cle d api", "secret key", "access key", "client secret");
  private static final Set<String> HARMLESS =
      Set.of(
          "oublie",
          "oubliee",
          "perdu",
          "perdue",
          "a",
          "non",
          "oui",
          "inconnu",
          "incorrect",
          "change",
          "modifie",
          "reinitialise",
          "reinitialiser",
          "reset",
          "envoye",
          "renvoye",
          "expire",
          "provisoire",
          "temporaire",
          "invalide",
          "errone",
          "ok",
          "ko",
          "bloque",
          "forgotten",
          "lost",
          "changed",
          "sent",
          "expired",
          "wrong",
          "invalid",
          "required",
          "obligatoire",
          "demande",
          "communique",
          "client",
          "du",
          "de",
          "le",
          "la",
          "les",
          "son",
          "sa",
          "pas",
          "ne",
          "en",
          "sur",
          "par",
          "pour",
          "is",
          "the",
          "not",
          "to",
          "voir",
          "cf",
          "idem",
          "aucun",
          "none",
          "navigo",
          "culture",
          "sanitaire",
          "vaccinal",
          "avec",
          "sans",
          "est",
          "c",
          "transmis",
          "donne",
          "recu",
          "faible",
          "fort",
          "securise",
          "complexe",
          "unique",
          "personnel",
          "professionnel");

  private SecretDetector() {}

  static void find(String text, Words words, List<Hit> hits) {
    int free = 0;
    for (int i = 0; i < words.size(); i++) {
      if (words.start(i) < free) {
        continue;
      }
      int key = key(text, words.start(i));
      if (key > 0) {
        hits.add(Hit.masked(Category.SECRET, text, words.start(i), key));
        free = key;
        continue;
      }
      for (int length = Math.min(3, words.size() - i); length >= 1; length--) {
        int end = announced(text, words, i, length, hits);
        if (end > 0) {
          free = end;
          break;
        }
      }
    }
  }

  /** Returns where the secret after such words ends; 0 when there is none. */
  private static int announced(String text, Words words, int at, int length, List<Hit> hits) {
    StringBuilder phrase = new StringBuilder(words.word(at));
    for (int i = 1; i < length; i++) {
      phrase.append(' ').append(words.word(at + i));
    }
    String said = phrase.toString();
    boolean password = length == 1 ? PASSWORD.contains(said) : PASSWORD_PHRASES.contains(said);
    boolean secret = length == 1 ? SECRET.contains(said) : SECRET_PHRASES.contains(said);
    if (!password && !secret) {
      return 0;
    }
    int from = valueStart(text, words.end(at + length - 1));
    if (from < 0) {
      return 0;
    }
    int to = from;
    while (to < text.length() && !Character.isWhitespace(text.charAt(to)) && to - from < 200) {
      to++;
    }
    while (to > from && ",;.)»\"'".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    String value = text.substring(from, to);
    boolean good = password ? isPassword(value, said) : value.length() >= 12 && isMixed(value);
    if (!good) {
      return 0;
    }
    hits.add(Hit.masked(password ? Category.PASSWORD : Category.SECRET, text, words.start(at), to));
    return to;
  }

  /** After ":", "=" or "est" begins the value; -1 where neither stands. */
  private static int valueStart(String text, int after) {
    int i = after;
    int limit = Math.min(text.length(), after + MOST_SPACE);
    while (i < limit && Character.isSpaceChar(text.charAt(i))) {
      i++;
    }
    if (i >= text.length()) {
      return -1;
    }
    if (text.startsWith("est ", i) || text.startsWith("is ", i)) {
      i = text.indexOf(' ', i);
    } else if (":=".indexOf(text.charAt(i)) >= 0) {
      i++;
    } else {
      return -1;
    }
    while (i < text.length()
        && (Character.isSpaceChar(text.charAt(i)) || "\"'«".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    return i < text.length() ? i : -1;
  }

  private static boolean isPassword(String value, String said) {
    String key = FoldedText.key(FoldedText.fold(value));
    if (value.length() < 3 || key.isEmpty() || HARMLESS.contains(key)) {
      return false;
    }
    boolean weakWord = said.equals("pass") || said.equals("mp") || said.startsWith("code");
    return !weakWord || value.chars().anyMatch(Character::isDigit);
  }

  private static boolean isMixed(String value) {
    return value.chars().anyMatch(Character::isDigit)
        && value.chars().anyMatch(Character::isLetter);
  }

  /** Returns where a key of a known maker ends; 0 when there is none here. */
  private static int key(String text, int at) {
    String[][] makers = {
      {"AKIA", "16"}, {"ASIA", "16"}, {"ghp_", "36"}, {"gho_", "36"}, {"github_pat_", "40"},
      {"glpat-", "20"}, {"xoxb-", "20"}, {"xoxp-", "20"}, {"AIza", "35"}, {"sk_live_", "16"},
      {"pk_live_", "16"}, {"rk_live_", "16"}, {"sk-", "32"}, {"SG.", "40"}, {"xkeysib-", "40"},
      {"eyJ", "40"}, {"npm_", "36"}, {"hf_", "30"}
    };
    for (String[] maker : makers) {
      if (text.startsWith(maker[0], at)) {
        int end = at + maker[0].length();
        while (end < text.length() && isKeyCharacter(text.charAt(end))) {
          end++;
        }
        String rest = text.substring(at + maker[0].length(), end);
        if (rest.length() >= Integer.parseInt(maker[1]) && isMixed(rest)) {
          return end;
        }
      }
    }
    boolean pem =
        text.startsWith("BEGIN", at) && text.startsWith("PRIVATE KEY", afterKind(text, at));
    return pem ? Math.min(text.length(), afterKind(text, at) + "PRIVATE KEY".length()) : 0;
  }

  private static int afterKind(String text, int at) {
    int i = at + "BEGIN ".length();
    for (String kind : new String[] {"RSA ", "EC ", "OPENSSH ", "DSA ", "ENCRYPTED "}) {
      if (text.startsWith(kind, i)) {
        return i + kind.length();
      }
    }
    return i;
  }

  private static boolean isKeyCharacter(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || "-_.".indexOf(c) >= 0;
  }
}
