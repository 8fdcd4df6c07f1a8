package io.limpide.engine.compare;

import io.limpide.engine.table.Dictionary;
import io.limpide.engine.text.Glances;
import java.util.Arrays;

/** The postcodes, or the towns, of places: each distinct one with what comparing it takes. */
final class PlaceParts {
  private final Dictionary dictionary = new Dictionary();
  final Glances glances = new Glances(1);
  private String[] texts = {""};
  private long[] words = {0};
  private int[] counts = {0}; // records that have it
  private int marked = Integer.MAX_VALUE;

  int code(String text) {
    int known = dictionary.size();
    int code = dictionary.encode(text);
    if (code == known) {
      if (code >= texts.length) {
        int room = 2 * code + 16;
        texts = Arrays.copyOf(texts, room);
        words = Arrays.copyOf(words, room);
        counts = Arrays.copyOf(counts, room);
        glances.reserve(room);
      }
      texts[code] = text;
      words[code] = Words.signs(text);
      counts[code] = 0;
      glances.set(code, text);
    }
    return code;
  }

  String text(int code) {
    return texts[code];
  }

  void count(int code, int records) {
    counts[code] += code == Dictionary.EMPTY ? 0 : records;
  }

  /** Returns how many records had it when they were counted; one that came later counts once. */
  int count(int code) {
    return Math.max(1, counts[code]);
  }

  boolean mayShareWord(int a, int b) {
    return (words[a] & words[b]) != 0;
  }

  void mark() {
    marked = dictionary.size();
  }

  void forget() {
    dictionary.forget(marked);
    marked = Integer.MAX_VALUE;
  }
}
