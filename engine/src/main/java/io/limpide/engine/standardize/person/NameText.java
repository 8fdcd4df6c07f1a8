package io.limpide.engine.standardize.person;

import io.limpide.engine.standardize.Cleaning;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** What is done to the characters of a name whoever bears it: nothing that anybody would miss. */
final class NameText {
  private static final String EDGE = ",;:*_\"«»“”„/\\|+=~#^<>!¤§";

  private static final Pattern ELISION = Pattern.compile("(^|[ -])(\\p{L}{1,2}) ?' ?(?=\\p{L})");

  private NameText() {}

  /**
   * Tidies a name cell: composed letters, single blanks, straight apostrophes, plain hyphens.
   *
   * @param oneName whether the cell holds given or family names only
   */
  static void tidy(Cleaning name, boolean oneName) {
    name.change(PersonRules.CHARACTERS, composed(name.value()), 1);
    name.change(PersonRules.SPACES, spaced(name.value()), 1);
    name.change(PersonRules.APOSTROPHE, apostrophes(name.value()), 1);
    String hyphens = hyphens(name.value());
    name.change(PersonRules.HYPHEN, oneName ? joined(hyphens) : hyphens, 1);
    name.change(PersonRules.PUNCTUATION, withoutEdges(name.value()), 1);
  }

  /** Letters and their accents in one character each (NFC). */
  static String composed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x300) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text; // no character below U+0300 has another form
  }

  /** No blanks around, single ones between; nothing that has no width. */
  static String spaced(String text) {
    if (isSpaced(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isBlank(c)) {
        gap = out.length() > 0;
      } else if (!isInvisible(c)) {
        if (gap) {
          out.append(' ');
          gap = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isSpaced(String text) {
    boolean afterSpace = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = (c >= ' ' && c < 0x7f) || (c >= '\u00c0' && c < '\u0300');
      if (!plain || (c == ' ' && afterSpace)) {
        return false;
      }
      afterSpace = c == ' ';
    }
    return text.isEmpty() || !afterSpace;
  }

  /**
   * Returns false if two texts surely differ even without case, accents and signs, judging by the
   * letters they begin with.
   */
  static boolean mayBeginAlike(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return true;
    }
    int one = a.charAt(0) | 0x20;
    int other = b.charAt(0) | 0x20;
    return one == other || !isAsciiLetter(one) || !isAsciiLetter(other);
  }

  private static boolean isAsciiLetter(int small) {
    return small >= 'a' && small <= 'z';
  }

  private static boolean isBlank(char c) {
    return c <= ' ' ? c != 0 : c >= 0x7f && Character.isSpaceChar(c);
  }

  private static boolean isInvisible(char c) {
    if (c >= ' ' && c < 0x7f) {
      return false;
    }
    int type = Character.getType(c);
    return type == Character.FORMAT || type == Character.CONTROL || c == '\ufffe' || c == '\uffff';
  }

  /** Straight apostrophes; no blank beside the only one after a letter or two. */
  static String apostrophes(String text) {
    String plain = replaced(text, "’‘‛`´ʼʹ′＇", '\'');
    boolean one = plain.indexOf('\'') >= 0 && plain.indexOf('\'') == plain.lastIndexOf('\'');
    return one && (plain.contains("' ") || plain.contains(" '"))
        ? ELISION.matcher(plain).replaceFirst("$1$2'")
        : plain;
  }

  /** Plain hyphens. */
  static String hyphens(String text) {
    return replaced(text, "‐‑‒–—―−－", '-');
  }

  /** No blanks around hyphens: so in one name, not where a hyphen may stand between two cells. */
  static String joined(String text) {
    return text.replace(" -", "-").replace("- ", "-");
  }

  private static String replaced(String text, String variants, char plain) {
    String out = text;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '`' && variants.indexOf(text.charAt(i)) >= 0) {
        out = out.replace(text.charAt(i), plain);
      }
    }
    return out;
  }

  private static String withoutEdges(String text) {
    int from = 0;
    int to = text.length();
    boolean quoted = false;
    while (from < to && isLeadingEdge(text, from)) {
      quoted |= text.charAt(from) == '\'';
      from++;
    }
    while (from < to
        && (isEdge(text.charAt(to - 1))
            || (quoted && text.charAt(to - 1) == '\'')
            || (text.charAt(to - 1) == '.' && isWordBefore(text, from, to - 1)))) {
      to--;
    }
    return from == to ? text : text.substring(from, to); // nothing but punctuation: a placeholder
  }

  private static boolean isLeadingEdge(String text, int at) {
    char c = text.charAt(at);
    return isEdge(c) || c == '.' || (c == '\'' && !isDutchArticle(text, at));
  }

  /** {@code 't Hart}, {@code 's Gravesande}. */
  private static boolean isDutchArticle(String text, int at) {
    return at + 2 < text.length()
        && "tsnTSN".indexOf(text.charAt(at + 1)) >= 0
        && text.charAt(at + 2) == ' ';
  }

  /** Whether four letters stand before a place: then a point there is no abbreviation's. */
  private static boolean isWordBefore(String text, int from, int place) {
    for (int i = place - 4; i < place; i++) {
      if (i < from || !Character.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return text.indexOf('.', from) == place;
  }

  private static boolean isEdge(char c) {
    return c == ' ' || c == '-' || EDGE.indexOf(c) >= 0;
  }
}
