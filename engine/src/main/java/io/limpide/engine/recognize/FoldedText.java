package io.limpide.engine.recognize;

import java.text.Normalizer;
import java.util.Locale;

/** Text brought to a form in which differences of writing do not count. */
public final class FoldedText {
  private FoldedText() {}

  /** Returns text in lower case without accents; what is neither letter nor digit stays. */
  public static String fold(String text) {
    boolean ascii = true;
    for (int i = 0; ascii && i < text.length(); i++) {
      ascii = text.charAt(i) < 128;
    }
    if (ascii) {
      return text.toLowerCase(Locale.ROOT);
    }
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
