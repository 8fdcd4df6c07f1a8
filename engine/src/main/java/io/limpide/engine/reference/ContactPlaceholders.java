package io.limpide.engine.reference;

import java.util.Locale;
import java.util.Set;

/** What people write into an e-mail, phone or web cell to say that there is nothing to write. */
public final class ContactPlaceholders {
  private static final int LONGEST = 30;

  private static final Set<String> NOTHING =
      Set.of(
          "a completer",
          "a demander",
          "a renseigner",
          "absent",
          "aucun",
          "aucune",
          "aucun mail",
          "aucun email",
          "aucun telephone",
          "aucun tel",
          "aucun site",
          "aucun numero",
          "inconnu",
          "inconnue",
          "n/a",
          "n.a.",
          "n.a",
          "#n/a",
          "na",
          "nan",
          "nc",
          "n.c.",
          "n.c",
          "n/c",
          "nd",
          "n.d.",
          "ne sait pas",
          "neant",
          "nil",
          "no",
          "non",
          "non communique",
          "non communiquee",
          "non connu",
          "non disponible",
          "non fourni",
          "non renseigne",
          "non renseignee",
          "none",
          "nr",
          "n.r.",
          "n/r",
          "nsp",
          "null",
          "pas d adresse",
          "pas d'adresse",
          "pas d'adresse mail",
          "pas de mail",
          "pas d'email",
          "pas d'e-mail",
          "pas d email",
          "pas de courriel",
          "pas de tel",
          "pas de telephone",
          "pas de numero",
          "pas de fixe",
          "pas de portable",
          "pas de mobile",
          "pas de site",
          "pas de site web",
          "pas de fax",
          "ras",
          "rien",
          "sans",
          "sans mail",
          "sans email",
          "sans e-mail",
          "sans tel",
          "sans telephone",
          "sans objet",
          "so",
          "s.o.",
          "s/o",
          "tbd",
          "todo",
          "undefined",
          "unknown",
          "vide",
          "(vide)",
          "(null)",
          "[null]",
          "(none)",
          "#ref!",
          "#value!",
          "#valeur!",
          "#nom?",
          "#name?",
          "false",
          "faux",
          "no email",
          "no mail",
          "no phone",
          "noemail",
          "nomail",
          "pas mail",
          "en attente",
          "empty",
          "blank");

  private ContactPlaceholders() {}

  /**
   * Returns whether the text says that there is no value: words such as {@code néant}, or signs.
   */
  public static boolean isNothing(String text) {
    if (text.length() > LONGEST * 4) {
      return false;
    }
    int start = 0;
    int end = text.length();
    boolean signsOnly = true;
    for (int i = 0; i < end && signsOnly; i++) {
      signsOnly = !Character.isLetterOrDigit(text.charAt(i));
    }
    if (signsOnly) {
      return text.indexOf('@') < 0 || text.strip().length() <= 3;
    }
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    if (end - start > LONGEST) {
      return false;
    }
    String word = text.substring(start, end).toLowerCase(Locale.ROOT);
    if (word.length() > 1 && word.chars().allMatch(c -> c == 'x')) {
      return true;
    }
    return word.equals("x") || NOTHING.contains(plain(word));
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || Character.isSpaceChar(c);
  }

  private static String plain(String word) {
    return word.replace('é', 'e')
        .replace('à', 'a')
        .replace('è', 'e')
        .replace('’', '\'')
        .replace('_', ' ');
  }
}
