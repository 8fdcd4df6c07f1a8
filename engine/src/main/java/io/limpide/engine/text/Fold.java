package io.limpide.engine.text;

import java.text.Normalizer;
import java.util.List;

/**
 * Brings texts to a form in which only what distinguishes them is left: no accents, no case, no
 * punctuation, no ligatures. For comparing and looking up; never for showing.
 *
 * <p>Letters of other scripts keep their script; only accents on Latin, Greek, Cyrillic, Hebrew and
 * Arabic letters go. All methods take linear time and give back the very same string if there is
 * nothing to fold.
 */
public final class Fold {
  /** Plain letters for U+00C0 to U+017F; {@code ?} where it takes two letters or is none. */
  private static final String LATIN =
      "AAAAAA?CEEEEIIIIDNOOOOO?OUUUUY??aaaaaa?ceeeeiiiidnooooo?ouuuuy?y"
          + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi??JjKkkLlLlLlL"
          + "lLlNnNnNnnNnOoOoOo??RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

  private Fold() {}

  /**
   * Returns the words of a text: lower case, without accents, one space between them, none around.
   * Whatever is neither letter nor digit separates words: {@code "L'Été-2024 "} gives {@code "l ete
   * 2024"}.
   */
  public static String words(String text) {
    return fold(text, true);
  }

  /**
   * Returns the letters and digits of a text run together, lower case, without accents: {@code
   * "Jean-Pierre"} and {@code "JEAN PIERRE"} give {@code "jeanpierre"}.
   */
  public static String key(String text) {
    return fold(text, false);
  }

  /** Returns {@link #words} one by one; empty if there is none. */
  public static List<String> tokens(String text) {
    String words = words(text);
    return words.isEmpty() ? List.of() : List.of(words.split(" ", -1));
  }

  /** Returns the text without accents and ligatures, its case and punctuation kept. */
  public static String accents(String text) {
    int plain = 0;
    while (plain < text.length() && text.charAt(plain) < 0x80) {
      plain++;
    }
    if (plain == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 4).append(text, 0, plain);
    for (int i = plain; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c < 0x80) {
        out.append((char) c);
      } else {
        appendPlain(c, out);
      }
    }
    return out.toString();
  }

  private static String fold(String text, boolean spaced) {
    if (isFolded(text, spaced)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 4);
    StringBuilder plain = new StringBuilder(4);
    boolean gap = false; // a separator was seen since the last letter
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c < 0x80) {
        int lower = c >= 'A' && c <= 'Z' ? c + 32 : c;
        if (isWord(lower)) {
          gap = separate(out, gap && spaced);
          out.append((char) lower);
        } else {
          gap = true;
        }
        continue;
      }
      if (ignorable(c)) {
        continue;
      }
      plain.setLength(0);
      appendPlain(c, plain);
      for (int k = 0; k < plain.length(); ) {
        int p = plain.codePointAt(k);
        k += Character.charCount(p);
        if (Character.isLetterOrDigit(p) || isMark(p)) {
          gap = separate(out, gap && spaced);
          out.appendCodePoint(Character.toLowerCase(p));
        } else {
          gap = true;
        }
      }
    }
    return out.toString();
  }

  private static boolean isFolded(String text, boolean spaced) {
    boolean afterSpace = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isWord(c)) {
        afterSpace = false;
      } else if (c == ' ' && spaced && !afterSpace) {
        afterSpace = true;
      } else {
        return false;
      }
    }
    return !afterSpace || text.isEmpty();
  }

  private static boolean separate(StringBuilder out, boolean gap) {
    if (gap && out.length() > 0) {
      out.append(' ');
    }
    return false;
  }

  private static boolean isWord(int ascii) {
    return (ascii >= 'a' && ascii <= 'z') || (ascii >= '0' && ascii <= '9');
  }

  /** Vowel signs of Indic scripts and the like: they are letters in all but name. */
  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Signs without width, such as soft hyphens and byte order marks: as if they were not there. */
  private static boolean ignorable(int c) {
    return Character.getType(c) == Character.FORMAT;
  }

  private static void appendPlain(int c, StringBuilder out) {
    if (c >= 0xC0 && c <= 0x17F && LATIN.charAt(c - 0xC0) != '?') {
      out.append(LATIN.charAt(c - 0xC0));
      return;
    }
    switch (c) {
      case 'Æ' -> out.append("AE");
      case 'æ' -> out.append("ae");
      case 'Œ' -> out.append("OE");
      case 'œ' -> out.append("oe");
      case 'ß' -> out.append("ss");
      case 'ẞ' -> out.append("SS");
      case 'Þ' -> out.append("TH");
      case 'þ' -> out.append("th");
      case 'Ə' -> out.append('E');
      case 'ə' -> out.append('e');
      case '×' -> out.append('x');
      case '\u2018', '\u2019', '\u201A', '\u201B', '\u00B4', '\u02BC', '\u02B9' -> out.append('\'');
      default -> appendDecomposed(c, out);
    }
  }

  private static void appendDecomposed(int c, StringBuilder out) {
    if (isAccent(c)) {
      return;
    }
    if (c >= 0xD800 && c <= 0xDFFF) { // half of a pair: no letter
      out.append(' ');
      return;
    }
    String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
    if (parts.codePointAt(0) == c) {
      out.append(parts); // cannot be taken apart
      return;
    }
    for (int i = 0; i < parts.length(); ) {
      int part = parts.codePointAt(i);
      i += Character.charCount(part);
      if (part < 0x80) {
        out.append((char) part);
      } else {
        appendPlain(part, out);
      }
    }
  }

  private static boolean isAccent(int c) {
    return (c >= 0x300 && c <= 0x36F) // Latin, Greek, Cyrillic
        || (c >= 0x483 && c <= 0x487) // Cyrillic titlo
        || (c >= 0x591 && c <= 0x5C7 && Character.getType(c) == Character.NON_SPACING_MARK)
        || (c >= 0x64B && c <= 0x65F) // Arabic vowels
        || c == 0x670
        || c == 0x640; // tatweel, which only stretches a line
  }
}
