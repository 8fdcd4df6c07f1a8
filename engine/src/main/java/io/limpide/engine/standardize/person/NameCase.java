package io.limpide.engine.standardize.person;

import io.limpide.engine.reference.FirstNames;
import io.limpide.engine.reference.Nicknames;
import io.limpide.engine.reference.Surnames;
import io.limpide.engine.text.Fold;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Capitals of names that came without any, or in nothing else. Mixed case is left alone: whoever
 * typed McKinsey or DeLuca knew.
 *
 * <p>Sources: Le Robert, "Noms à particule"; J. Lacroux, Orthotypographie: de and d' are small,
 * articles keep their capital (de La Rochefoucauld); Du and Des are written with a capital when
 * they begin the name.
 */
final class NameCase {
  /** Small wherever a name follows. */
  private static final Set<String> SMALL = Set.of("de", "d", "von", "zu", "zum", "zur", "und");

  /** Small between two parts of a name, capital at its beginning. */
  private static final Set<String> SMALL_INSIDE =
      Set.of(
          "du", "des", "der", "den", "ter", "ten", "e", "y", "et", "da", "do", "dos", "das", "di",
          "del", "della", "dit", "dite", "and", "i");

  /** Whole words that mark what follows. */
  private static final Map<String, String> MARKERS =
      Map.of(
          "NÉE", "née", "NEE", "née", "NÉ", "né", "ÉPOUSE", "épouse", "EPOUSE", "épouse", "EP.",
          "ép.", "ÉP.", "ép.", "VEUVE", "veuve", "VVE", "vve", "ALIAS", "alias");

  /** After these an apostrophe is followed by a capital: O'Connor, N'Diaye, L'Hermite, D'Angelo. */
  private static final int LONGEST_ELISION = 4;

  private static final Set<String> ROMAN = Set.of("II", "III", "IV", "VI", "VII", "VIII");

  private static final Set<String> SCOTTISH =
      Set.of(
          "macdonald",
          "macdougall",
          "macgregor",
          "mackenzie",
          "mackay",
          "maclean",
          "macleod",
          "macarthur",
          "maccarthy",
          "macintosh",
          "macintyre",
          "macmillan",
          "macpherson",
          "macneil");

  private NameCase() {}

  /** Whether a value is written in capitals only or in small letters only. */
  static boolean isUniform(String value) {
    return isUpper(value) || isLower(value);
  }

  /** Whether a value has two letters or more, all capitals. */
  static boolean isUpper(String value) {
    return letters(value, true) > 1 && letters(value, false) == 0;
  }

  private static boolean isLower(String value) {
    return letters(value, false) > 0 && letters(value, true) == 0;
  }

  private static int letters(String value, boolean upper) {
    int count = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (upper ? Character.isUpperCase(c) : Character.isLowerCase(c)) {
        count++;
      }
    }
    return count;
  }

  /** Returns given names with their capitals; a value of mixed case as it is. */
  static String given(String value) {
    return isUniform(value) ? words(value, true) : value;
  }

  /** Returns a family name with its capitals; a value of mixed case as it is. */
  static String family(String value) {
    if (!isUniform(value)) {
      return value;
    }
    String listed = listed(value);
    return listed.isEmpty() ? words(value, false) : listed;
  }

  /** Returns a family name as French offices write it. */
  static String upper(String value) {
    return value.toUpperCase(Locale.FRENCH);
  }

  /** The usual way to write exactly these letters: De Sousa, D'Angelo. */
  private static String listed(String value) {
    if (value.length() > 40) {
      return "";
    }
    for (String spelling : Surnames.spellings(Fold.key(value))) {
      if (spelling.equalsIgnoreCase(value)) {
        return spelling;
      }
    }
    return "";
  }

  /** Returns every word with its capitals, whatever case it has. */
  static String words(String value, boolean given) {
    StringBuilder out = new StringBuilder(value.length());
    int from = 0;
    boolean first = true;
    while (from < value.length()) {
      int to = value.indexOf(' ', from);
      to = to < 0 ? value.length() : to;
      String word = value.substring(from, to);
      boolean last = to == value.length();
      word(word, first, last, given, out);
      first &= word.isEmpty();
      if (!last) {
        out.append(' ');
      }
      from = to + 1;
    }
    return out.toString();
  }

  private static void word(
      String word, boolean first, boolean last, boolean given, StringBuilder out) {
    if (word.startsWith("(") && word.length() > 1) {
      out.append('(');
      plainWord(word.substring(1), first, last, given, out); // "(née Martin)"
    } else {
      plainWord(word, first, last, given, out);
    }
  }

  private static void plainWord(
      String word, boolean first, boolean last, boolean given, StringBuilder out) {
    String lower = lower(word);
    String marker = MARKERS.get(word.toUpperCase(Locale.ROOT));
    if (marker != null && !first && !last) {
      out.append(marker);
    } else if (!last && (given ? !first && isSmall(lower) : SMALL.contains(lower))) {
      out.append(lower);
    } else if (!last && !first && SMALL_INSIDE.contains(lower)) {
      out.append(lower);
    } else if (!last && word.length() == 2 && word.charAt(0) == '\'') {
      out.append(lower); // 't Hart
    } else if (ROMAN.contains(word) && !first) {
      out.append(word);
    } else if (given && isInitials(word, lower)) {
      out.append(word.toUpperCase(Locale.ROOT));
    } else {
      hyphenated(word, given, out);
    }
  }

  private static boolean isSmall(String lower) {
    return SMALL.contains(lower) || SMALL_INSIDE.contains(lower) || lower.equals("la");
  }

  /** JP, J.-P., M.C: initials of given names. */
  static boolean isInitials(String word, String lower) {
    if (word.indexOf('.') > 0) {
      int run = 0;
      for (int i = 0; i < word.length(); i++) {
        run = Character.isLetter(word.charAt(i)) ? run + 1 : 0;
        if (run > 1) {
          return false;
        }
      }
      return true;
    }
    return word.length() == 2
        && Nicknames.isShort(lower)
        && !FirstNames.isKnown(lower)
        && isPlain(lower);
  }

  private static boolean isPlain(String lower) {
    return "aeiouy".indexOf(lower.charAt(1)) < 0; // Ju, Jo, Yo are words; JP, JM are letters
  }

  private static void hyphenated(String word, boolean given, StringBuilder out) {
    int from = 0;
    while (from <= word.length()) {
      int to = word.indexOf('-', from);
      to = to < 0 ? word.length() : to;
      String part = word.substring(from, to);
      boolean inside = from > 0 && to < word.length();
      String lower = lower(part);
      if (inside && (SMALL.contains(lower) || SMALL_INSIDE.contains(lower) || lower.equals("la"))) {
        out.append(lower); // Maurice-de-Saxe, Marie-de-la-Paix
      } else {
        elided(part, lower, given, out);
      }
      if (to < word.length()) {
        out.append('-');
      }
      from = to + 1;
    }
  }

  private static void elided(String part, String lower, boolean given, StringBuilder out) {
    int apostrophe = part.indexOf('\'');
    boolean elision =
        apostrophe > 0 && apostrophe <= LONGEST_ELISION && part.length() - apostrophe > 2;
    if (elision) {
      String prefix = lower.substring(0, apostrophe);
      if (prefix.equals("d") && !given) {
        out.append('d');
      } else {
        capital(prefix, out);
      }
      out.append('\'');
      capital(lower.substring(apostrophe + 1), out);
    } else if (lower.length() > 4
        && lower.startsWith("mc")
        && Character.isLetter(lower.charAt(2))) {
      out.append("Mc");
      capital(lower.substring(2), out);
    } else if (SCOTTISH.contains(lower)) {
      out.append("Mac");
      capital(lower.substring(3), out);
    } else {
      capital(lower, out);
    }
  }

  /** The first letter, whatever stands before it, becomes a capital. */
  private static void capital(String lower, StringBuilder out) {
    int i = 0;
    while (i < lower.length() && !Character.isLetter(lower.charAt(i))) {
      out.append(lower.charAt(i++));
    }
    if (i < lower.length()) {
      out.append(Character.toTitleCase(lower.charAt(i)));
      out.append(lower, i + 1, lower.length());
    }
  }

  /** Letter by letter, so that no letter becomes two. */
  static String lower(String word) {
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      out.append(Character.toLowerCase(word.charAt(i)));
    }
    return out.toString();
  }
}
