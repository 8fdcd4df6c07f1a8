package io.limpide.engine.standardize.company;

import java.util.ArrayList;
import java.util.List;

/**
 * One word of a company's name.
 *
 * @param raw as it is written
 * @param word folded: capitals and digits without accents, never empty
 * @param start where it begins in the name
 * @param end where it ends in the name, a dot that belongs to it included
 * @param dotted whether it is written with dots between its letters
 * @param tied whether a hyphen or apostrophe ties it to the next word
 */
record NameToken(String raw, String word, int start, int end, boolean dotted, boolean tied) {
  /**
   * Splits a tidy name into words: {@code &} and {@code +} become ET, {@code S.A.R.L.} and three or
   * more single letters in a row become one word, {@code L'Oréal} becomes two.
   */
  static List<NameToken> of(String name) {
    List<NameToken> tokens = new ArrayList<>();
    int at = 0;
    while (at < name.length()) {
      char c = name.charAt(at);
      if (isWord(c)) {
        at = word(name, at, tokens);
      } else {
        if (c == '&') {
          tokens.add(new NameToken("&", "ET", at, at + 1, false, false));
        } else if (c == '+') {
          boolean brand = at > 0 && isWord(name.charAt(at - 1)) && !startsWord(name, at + 1);
          tokens.add(new NameToken("+", brand ? "PLUS" : "ET", at, at + 1, false, false));
        }
        at++;
      }
    }
    return spelled(tokens);
  }

  private static int word(String name, int from, List<NameToken> tokens) {
    int end = wordEnd(name, from);
    StringBuilder letters = null;
    int last = end;
    // S.A.R.L or A/S: single letters with a dot or slash between them.
    while (end - from == 1 || letters != null) {
      int next = last + 1;
      if (last >= name.length() || !isDot(name.charAt(last)) || !startsWord(name, next)) {
        break;
      }
      int nextEnd = wordEnd(name, next);
      if (nextEnd - next != 1) {
        break;
      }
      if (letters == null) {
        letters = new StringBuilder(name.substring(from, end));
      }
      letters.append(name.charAt(next));
      last = nextEnd;
    }
    boolean dotted = letters != null;
    String raw = letters == null ? name.substring(from, end) : letters.toString();
    int after = last;
    if (dotted && after < name.length() && name.charAt(after) == '.') {
      after++;
    }
    boolean tied =
        after < name.length() && isTie(name.charAt(after)) && startsWord(name, after + 1);
    String folded = NameText.fold(raw);
    if (folded.isEmpty()) {
      return after;
    }
    if (folded.equals("S") && from > 0 && name.charAt(from - 1) == '\'' && !tokens.isEmpty()) {
      NameToken owner = tokens.remove(tokens.size() - 1); // McDonald's
      tokens.add(
          new NameToken(
              owner.raw + "'" + raw, owner.word + "S", owner.start, after, owner.dotted, tied));
    } else {
      tokens.add(new NameToken(raw, folded, from, after, dotted, tied));
    }
    return after;
  }

  /** Joins three or more single letters with spaces between: {@code S A R L}. */
  private static List<NameToken> spelled(List<NameToken> tokens) {
    int letters = 0;
    for (int i = 0; i < tokens.size() && letters < 3; i++) {
      letters = isLetter(tokens.get(i)) ? letters + 1 : 0;
    }
    return letters < 3 ? tokens : joined(tokens);
  }

  private static List<NameToken> joined(List<NameToken> tokens) {
    List<NameToken> joined = new ArrayList<>(tokens.size());
    int at = 0;
    while (at < tokens.size()) {
      int end = at;
      while (end < tokens.size()
          && isLetter(tokens.get(end))
          && isUpper(tokens.get(end)) == isUpper(tokens.get(at))) {
        end++;
      }
      if (end - at >= 3) {
        StringBuilder raw = new StringBuilder();
        StringBuilder word = new StringBuilder();
        for (NameToken token : tokens.subList(at, end)) {
          raw.append(token.raw);
          word.append(token.word);
        }
        NameToken last = tokens.get(end - 1);
        joined.add(
            new NameToken(
                raw.toString(), word.toString(), tokens.get(at).start, last.end, true, last.tied));
        at = end;
      } else {
        joined.add(tokens.get(at));
        at++;
      }
    }
    return joined;
  }

  /** Returns the words from {@code from} (included) to {@code to} (excluded), spaces between. */
  static String words(List<NameToken> tokens, int from, int to) {
    if (to - from == 1) {
      return tokens.get(from).word();
    }
    StringBuilder words = new StringBuilder();
    for (int i = from; i < to; i++) {
      words.append(i == from ? "" : " ").append(tokens.get(i).word());
    }
    return words.toString();
  }

  private static boolean isUpper(NameToken token) {
    return Character.isUpperCase(token.raw.charAt(0));
  }

  private static boolean isLetter(NameToken token) {
    return token.word.length() == 1
        && !token.tied
        && token.raw.length() == 1
        && Character.isLetter(token.raw.charAt(0));
  }

  private static int wordEnd(String name, int from) {
    int end = from;
    while (end < name.length() && isWord(name.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean startsWord(String name, int at) {
    return at < name.length() && isWord(name.charAt(at));
  }

  private static boolean isDot(char c) {
    return c == '.' || c == '/';
  }

  private static boolean isTie(char c) {
    return c == '-' || c == '\'';
  }

  private static boolean isWord(char c) {
    return c < 0x80
        ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || Digits.is(c)
        : Character.isLetterOrDigit(c)
            || Character.isSurrogate(c)
            || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
