package io.limpide.engine.standardize.company;

import io.limpide.engine.text.WordFilter;
import java.text.Normalizer;
import java.util.Locale;

/** The characters of names: tidied for people, folded for keys. Every method takes linear time. */
final class NameText {
  /** Beyond the letters of Western languages there are no tables. */
  private static final int LATIN = 0x180;

  /** In {@link #CAPITAL}: a letter that takes two. */
  private static final char TWO = '\uffff';

  /** For each letter or digit the capital without accent; 0 for a sign. */
  private static final char[] CAPITAL = new char[LATIN];

  /** For each letter or digit the small letter without accent; 0 for a sign. */
  private static final char[] SMALL = new char[LATIN];

  static {
    for (char c = 0; c < LATIN; c++) {
      String folded = foldAny(String.valueOf(c));
      CAPITAL[c] = folded.isEmpty() ? 0 : folded.length() == 1 ? folded.charAt(0) : TWO;
      String phrase = phraseOfAny(String.valueOf(c));
      SMALL[c] = phrase.isEmpty() ? 0 : phrase.charAt(0);
    }
  }

  private NameText() {}

  /**
   * Returns the text with single spaces, straight apostrophes, composed accents and without control
   * or invisible characters: what nobody would object to.
   */
  static String tidy(String text) {
    if (isTidy(text)) {
      return text;
    }
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    StringBuilder tidy = new StringBuilder(composed.length());
    boolean space = false;
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      if (isInvisible(c)) {
        continue;
      }
      if (isSpace(c)) {
        space = tidy.length() > 0;
        continue;
      }
      if (space) {
        tidy.append(' ');
        space = false;
      }
      tidy.append(isApostrophe(c) ? '\'' : c);
    }
    return Normalizer.normalize(tidy, Normalizer.Form.NFC);
  }

  private static boolean isTidy(String text) {
    boolean afterSpace = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || (c > '~' && (c < '\u00c0' || c > '\u017f')) || c == '`') {
        return false;
      }
      if (c == ' ' && afterSpace) {
        return false;
      }
      afterSpace = c == ' ';
    }
    return !afterSpace || text.isEmpty();
  }

  /** Returns capitals and digits only, accents and ligatures resolved: {@code OEUVRE}. */
  static String fold(String text) {
    boolean plain = true;
    for (int i = 0; i < text.length() && plain; i++) {
      char c = text.charAt(i);
      plain = (c >= 'A' && c <= 'Z') || Digits.is(c);
    }
    if (plain) {
      return text;
    }
    char[] capitals = new char[text.length()];
    int length = 0;
    for (int i = 0; i < capitals.length; i++) {
      char c = text.charAt(i);
      char capital = c < LATIN ? CAPITAL[c] : TWO;
      if (capital == TWO) {
        return foldAny(text);
      }
      if (capital != 0) {
        capitals[length++] = capital;
      }
    }
    return new String(capitals, 0, length);
  }

  private static String foldAny(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder(decomposed.length() + 2);
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (c < 0x80) {
        if (c >= 'a' && c <= 'z') {
          folded.append((char) (c - 32));
        } else if ((c >= 'A' && c <= 'Z') || Digits.is(c)) {
          folded.append(c);
        }
      } else {
        special(folded, c);
      }
    }
    return folded.toString();
  }

  private static void special(StringBuilder folded, char c) {
    switch (c) {
      case 'æ', 'Æ' -> folded.append("AE");
      case 'œ', 'Œ' -> folded.append("OE");
      case 'ß', 'ẞ' -> folded.append("SS");
      case 'ø', 'Ø' -> folded.append('O');
      case 'ł', 'Ł' -> folded.append('L');
      case 'đ', 'Đ', 'ð', 'Ð' -> folded.append('D');
      case 'þ', 'Þ' -> folded.append("TH");
      case 'ı' -> folded.append('I');
      case 'ħ', 'Ħ' -> folded.append('H');
      default -> {
        if (Character.isLetterOrDigit(c)) {
          folded.append(String.valueOf(c).toUpperCase(Locale.ROOT));
        } else if (Character.isSurrogate(c)) {
          folded.append(c); // rare scripts: as they are
        }
      }
    }
  }

  /**
   * Returns the text in lower case without accents, character by character, so that a place in it
   * is the same place in the text.
   */
  static String parallel(String text) {
    char[] plain = new char[text.length()];
    for (int i = 0; i < plain.length; i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        plain[i] = (char) (c + 32);
      } else if (c < 0x80) {
        plain[i] = c;
      } else if (c == '’') {
        plain[i] = '\'';
      } else if (c <= 0x17f && Character.isLetter(c)) {
        String decomposed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        plain[i] = Character.toLowerCase(decomposed.charAt(0));
      } else {
        plain[i] = Character.toLowerCase(c);
      }
    }
    return new String(plain);
  }

  /** Returns words of lower case letters and digits without accents, single spaces between. */
  static String phrase(String text) {
    StringBuilder phrase = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= LATIN) {
        return phraseOfAny(text);
      }
      char small = SMALL[c];
      if (small == 0) {
        gap = phrase.length() > 0;
      } else {
        if (gap) {
          phrase.append(' ');
          gap = false;
        }
        phrase.append(small);
      }
    }
    return phrase.toString();
  }

  /** Returns whether a text, as {@link #phrase} has it, may be one of a few. */
  static boolean mayBe(String text, WordFilter phrases) {
    int hash = 0;
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= LATIN) {
        return true;
      }
      char small = SMALL[c];
      if (small == 0) {
        gap = hash != 0;
      } else {
        hash = WordFilter.hash(gap ? WordFilter.hash(hash, ' ') : hash, small);
        gap = false;
      }
    }
    return phrases.mayHold(hash);
  }

  /** Returns whether a word behind a space, as {@link #phrase} has it, may be one of a few. */
  static boolean mayHoldBehindSpace(String text, WordFilter words) {
    int at = text.indexOf(' ');
    while (at >= 0) {
      int hash = 0;
      for (at++; at < text.length(); at++) {
        char c = text.charAt(at);
        if (c >= LATIN) {
          return true;
        }
        if (SMALL[c] == 0) {
          break;
        }
        hash = WordFilter.hash(hash, SMALL[c]);
      }
      if (words.mayHold(hash)) {
        return true;
      }
      at = text.indexOf(' ', at);
    }
    return false;
  }

  private static String phraseOfAny(String text) {
    String plain = parallel(text);
    StringBuilder phrase = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        phrase.append(c);
      } else if (phrase.length() > 0 && phrase.charAt(phrase.length() - 1) != ' ') {
        phrase.append(' ');
      }
    }
    int end = phrase.length();
    return end > 0 && phrase.charAt(end - 1) == ' '
        ? phrase.substring(0, end - 1)
        : phrase.toString();
  }

  static boolean isSpace(char c) {
    return c <= ' ' || (c >= 0x7f && c <= 0xa0) || Character.isSpaceChar(c);
  }

  private static boolean isInvisible(char c) {
    return c == '\u00ad' || (c >= '\u200b' && c <= '\u200f') || c == '\u2060' || c == '\ufeff';
  }

  private static boolean isApostrophe(char c) {
    return c == '’' || c == '‘' || c == 'ʼ' || c == '′' || c == '´' || c == '`' || c == '‛';
  }

  static boolean hasLower(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLowerCase(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  static boolean hasUpper(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isUpperCase(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
