package io.limpide.engine.standardize.general;

/** White space as people meant it, for every family. */
public final class Spaces {
  private Spaces() {}

  /** Returns a text on one line: no control characters, single spaces, none at its ends. */
  public static String single(String text) {
    if (isSingle(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isInvisible(c)) {
        continue;
      }
      if (isSpace(c)) {
        gap = out.length() > 0;
      } else {
        if (gap) {
          out.append(' ');
          gap = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isSingle(String text) {
    boolean space = true; // none may stand at the beginning
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' ? space : c < ' ' || (c >= 127 && (isInvisible(c) || isSpace(c)))) {
        return false;
      }
      space = c == ' ';
    }
    return !space || text.isEmpty();
  }

  /**
   * Returns a text that keeps its lines: no control characters but line ends and tabs, nothing at
   * its ends; every no-break space is a space.
   */
  public static String lines(String text) {
    if (isSingle(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == '\t') {
        out.append(c);
      } else if (isSpace(c)) {
        out.append(' ');
      } else if (!isInvisible(c)) {
        out.append(c);
      }
    }
    return stripped(out.toString());
  }

  /** Returns a text without white space at its ends. */
  public static String stripped(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** Returns whether a character is white space, no-break spaces and the like included. */
  public static boolean isSpace(char c) {
    return c == ' '
        || (c >= '\t' && c <= '\r')
        || c == '\u00a0'
        || c == '\u0085'
        || (c > 127 && Character.isSpaceChar(c));
  }

  private static boolean isInvisible(char c) {
    return (c < ' ' && !(c >= '\t' && c <= '\r'))
        || (c >= 127 && c < 160 && c != '\u0085')
        || c == '\u200b'
        || c == '\ufeff'
        || c == '\u00ad';
  }
}
