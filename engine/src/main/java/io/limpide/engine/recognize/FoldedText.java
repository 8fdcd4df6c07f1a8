package io.limpide.engine.recognize;

import java.text.Normalizer;
import java.util.Locale;

/** Text brought to a form in which differences of writing do not count. */
public final class FoldedText {
  /**
   * What each of the first characters becomes, from Latin letters to the last with a plain twin.
   */
  private static final String[] LATIN = latin();

  private FoldedText() {}

  /** Returns text in lower case without accents; what is neither letter nor digit stays. */
  public static String fold(String text) {
    int plain = 0;
    while (plain < text.length() && text.charAt(plain) < 128) {
      plain++;
    }
    if (plain == text.length()) {
      return text.toLowerCase(Locale.ROOT);
    }
    StringBuilder folded = new StringBuilder(text.length() + 4);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= LATIN.length) {
        return folded(text);
      }
      folded.append(LATIN[c]);
    }
    return folded.toString();
  }

  private static String[] latin() {
    String[] latin = new String[0x250];
    for (char c = 0; c < latin.length; c++) {
      latin[c] = folded(String.valueOf(c));
    }
    return latin;
  }

  /** Returns what a character becomes; empty where that is not known without its neighbours. */
  static String folded(char c) {
    return c < LATIN.length ? LATIN[c] : "";
  }

  private static String folded(String text) {
    String parts = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(parts.length());
    for (int i = 0; i < parts.length(); i++) {
      char c = parts.charAt(i);
      switch (c) {
        case 'ß' -> folded.append("ss");
        case 'œ' -> folded.append("oe");
        case 'æ' -> folded.append("ae");
        case 'ø' -> folded.append('o');
        case 'ł' -> folded.append('l');
        default -> {
          if (Character.getType(c) != Character.NON_SPACING_MARK) {
            folded.append(c);
          }
        }
      }
    }
    return folded.toString();
  }

  /** Returns folded text with one hyphen between words and no dot at its end. */
  public static String key(String folded) {
    StringBuilder key = new StringBuilder(folded.length());
    boolean gap = false;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (Character.isLetterOrDigit(c) || c == '+') {
        if (gap && key.length() > 0) {
          key.append('-');
        }
        key.append(c);
        gap = false;
      } else if (c != '.' || (i + 1 < folded.length() && folded.charAt(i + 1) == ' ')) {
        gap = true;
      }
    }
    return key.toString();
  }
}
