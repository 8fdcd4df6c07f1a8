package io.limpide.engine.standardize.address;

import io.limpide.engine.reference.WayTypes;

/**
 * A house number among words.
 *
 * @param number digits without leading zeros; of a range the first
 * @param suffix in capitals; empty without one
 * @param first index of the first word, a sign such as {@code N°} included
 * @param end index behind the last word; -1 when there is no number
 */
record HouseNumber(String number, String suffix, int first, int end) {
  static final HouseNumber NONE = new HouseNumber("", "", -1, -1);

  /** Returns the absence of a number before a way that begins at an index. */
  static HouseNumber none(int at) {
    return new HouseNumber("", "", at, at);
  }

  int begin(int from) {
    return Math.max(0, Math.min(from, first));
  }

  /** Returns the number that begins at an index, {@link #NONE} if none does. */
  static HouseNumber at(Words words, int index) {
    int at = index;
    if (Vocabulary.NUMBER_SIGNS.contains(words.word(at)) && !words.isUsed(at + 1)) {
      at++;
    }
    String word = words.word(at);
    int digits = leadingDigits(word);
    if (digits == 0 || digits > 5) {
      return NONE;
    }
    String suffix = word.substring(digits);
    if (!suffix.isEmpty() && !isSuffix(suffix)) {
      return NONE;
    }
    String number = WayKey.unpadded(word.substring(0, digits));
    int end = at + 1;
    if (suffix.isEmpty() && standsAlone(words, end)) {
      suffix = words.word(end);
      end++;
    }
    end = range(words, end);
    return new HouseNumber(number, suffix, index, end);
  }

  static boolean isSuffix(String text) {
    return Vocabulary.SUFFIXES.contains(text)
        || (text.length() == 1 && text.charAt(0) >= 'A' && text.charAt(0) <= 'Z');
  }

  /** A suffix of its own: {@code 12 BIS}, or a letter that a way type, break or name follows. */
  private static boolean standsAlone(Words words, int at) {
    String word = words.word(at);
    if (words.isUsed(at) || (words.isBroken(at) && !Vocabulary.SUFFIXES.contains(word))) {
      return false;
    }
    if (Vocabulary.SUFFIXES.contains(word)) {
      return true;
    }
    if (!isSuffix(word) || word.equals("L") || (word.equals("D") && isName(words, at + 1))) {
      return false;
    }
    boolean typeFollows = WayTypes.table().at(words.folded(), at + 1).isPresent();
    boolean isType = WayTypes.table().at(words.folded(), at).isPresent();
    return typeFollows || (!isType && (at + 1 == words.size() || words.isBroken(at + 1)));
  }

  private static boolean isName(Words words, int at) {
    return at < words.size() && WayTypes.table().at(words.folded(), at).isEmpty();
  }

  /** The rest of {@code 12-14}, {@code 12/14 BIS}, {@code 4 à 8}, {@code 2 et 4}. */
  private static int range(Words words, int end) {
    int at = end;
    String word = words.word(at);
    if (word.equals("A") || word.equals("ET") || word.equals("AU")) {
      at++;
    }
    String next = words.word(at);
    int digits = leadingDigits(next);
    boolean number =
        digits > 0
            && digits < 5
            && (digits == next.length() || isSuffix(next.substring(digits)))
            && !words.isUsed(at)
            && !words.isBroken(at);
    if (!number) {
      return end;
    }
    int behind = at + 1;
    if (Vocabulary.SUFFIXES.contains(words.word(behind)) && !words.isUsed(behind)) {
      behind++;
    }
    boolean joined = at > end || !words.isSpaced(at);
    return joined ? range(words, behind) : end;
  }

  private static int leadingDigits(String word) {
    int digits = 0;
    while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
      digits++;
    }
    return digits;
  }
}
