package io.limpide.engine.profile.scan;

import io.limpide.engine.recognize.FoldedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a text, folded, with their places. */
final class Words {
  private final List<String> folded = new ArrayList<>();
  private final List<int[]> places = new ArrayList<>();
  private final String text;

  Words(String text) {
    this.text = text;
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && isWord(text.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        folded.add(FoldedText.fold(text.substring(start, i)));
        places.add(new int[] {start, i});
        start = -1;
      }
    }
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  int size() {
    return folded.size();
  }

  String word(int index) {
    return folded.get(index);
  }

  int start(int index) {
    return places.get(index)[0];
  }

  int end(int index) {
    return places.get(index)[1];
  }

  /** Returns whether a sentence ends between a word and the next. */
  boolean breaks(int index) {
    for (int i = end(index); index + 1 < size() && i < start(index + 1); i++) {
      if (".;!?\n".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  boolean inCapitals(int index) {
    String word = text.substring(start(index), end(index));
    return word.equals(word.toUpperCase(Locale.ROOT)) && !word.isEmpty();
  }

  boolean isSmall(int index) {
    return Character.isLowerCase(text.charAt(start(index)));
  }
}
