package io.limpide.engine.standardize.address;

import io.limpide.engine.reference.PlaceNames;
import io.limpide.engine.standardize.general.Spaces;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The words of a text, folded, each with its place in the text. A word is a run of letters and
 * digits; commas, line ends, semicolons, brackets and spaced dashes break the text into segments.
 */
final class Words {
  /** Nobody's address has more; what lies behind is left to the text as it is. */
  static final int MOST = 120;

  private final String text;
  private final List<String> folded = new ArrayList<>();
  private final int[] starts;
  private final int[] ends;
  private final BitSet breaks = new BitSet(); // words with a break before them
  private final BitSet used = new BitSet();

  Words(String text) {
    this.text = text;
    int most = Math.min(MOST, (text.length() + 1) / 2) + 1;
    this.starts = new int[most];
    this.ends = new int[most];
    boolean broken = true;
    int at = 0;
    while (at < text.length() && folded.size() < MOST) {
      char c = text.charAt(at);
      if (!inWord(c)) {
        broken |= isBreak(at, c);
        at++;
        continue;
      }
      int start = at;
      while (at < text.length() && inWord(text.charAt(at))) {
        at++;
      }
      String word = PlaceNames.fold(text.substring(start, at));
      if (!word.isEmpty()) {
        int index = folded.size();
        starts[index] = start;
        ends[index] = at;
        breaks.set(index, broken);
        folded.add(word);
        broken = false;
      }
    }
  }

  private static boolean inWord(char c) {
    return c < 128
        ? (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
        : Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private boolean isBreak(int at, char c) {
    return switch (c) {
      case ',', ';', '\n', '\r', '|', '(', ')', '[', ']' -> true;
      case '-', '–', '—' ->
          at > 0
              && at + 1 < text.length()
              && text.charAt(at - 1) == ' '
              && text.charAt(at + 1) == ' ';
      default -> false;
    };
  }

  int size() {
    return folded.size();
  }

  /** Returns the folded word; empty beyond the ends. */
  String word(int index) {
    return index >= 0 && index < folded.size() ? folded.get(index) : "";
  }

  List<String> folded() {
    return folded;
  }

  boolean isBroken(int index) {
    return index >= folded.size() || breaks.get(index);
  }

  boolean isUsed(int index) {
    return used.get(index);
  }

  void use(int from, int to) {
    used.set(from, to);
  }

  int start(int index) {
    return starts[index];
  }

  int end(int index) {
    return ends[index];
  }

  /** Returns whether only white space stands before the word. */
  boolean isSpaced(int index) {
    return index > 0 && text.substring(ends[index - 1], starts[index]).isBlank();
  }

  /** Returns where a segment that holds the word ends: at a break or a used word. */
  int segmentEnd(int index) {
    int end = index + 1;
    while (end < size() && !isBroken(end) && !isUsed(end)) {
      end++;
    }
    return end;
  }

  /** Returns the text of some words as it stands, blanks reduced. */
  String original(int from, int to) {
    if (from >= to) {
      return "";
    }
    int end = ends[to - 1];
    if (end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == '\'')) {
      end++; // an abbreviation keeps its point
    }
    return Spaces.single(text.substring(starts[from], end));
  }

  /** Returns the folded words in one string. */
  String folded(int from, int to) {
    return String.join(" ", folded.subList(from, to));
  }

  static boolean isDigits(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < '0' || word.charAt(i) > '9') {
        return false;
      }
    }
    return !word.isEmpty();
  }

  static boolean startsWithDigit(String word) {
    return !word.isEmpty() && word.charAt(0) >= '0' && word.charAt(0) <= '9';
  }
}
