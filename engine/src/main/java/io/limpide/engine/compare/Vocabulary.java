package io.limpide.engine.compare;

import io.limpide.engine.table.Dictionary;
import io.limpide.engine.text.Glances;
import java.util.Arrays;

/** The words of names, each with what it weighs: the rarer, the more. */
final class Vocabulary {
  private static final int FEW = 2;
  private static final int RARE = 2_000; // one name in so many

  private final int records;
  private final Dictionary dictionary = new Dictionary();
  final Glances glances = new Glances(1);
  private String[] texts = {""};
  private int[] counts = {0}; // records that have the word
  private int marked = Integer.MAX_VALUE;

  /** Of the names of so many records. */
  Vocabulary(int records) {
    this.records = records;
  }

  int code(String word) {
    int known = dictionary.size();
    int code = dictionary.encode(word);
    if (code == known) {
      if (code >= texts.length) {
        int room = 2 * code + 16;
        texts = Arrays.copyOf(texts, room);
        counts = Arrays.copyOf(counts, room);
        glances.reserve(room);
      }
      texts[code] = word;
      counts[code] = 0;
      glances.set(code, word);
    }
    return code;
  }

  String text(int code) {
    return texts[code];
  }

  void count(int code, int more) {
    counts[code] += more;
  }

  /** Returns whether so few names have the word that it may be a slip of the pen. */
  boolean isRare(int code) {
    return counts[code] <= FEW || (long) counts[code] * RARE <= records;
  }

  float weight(int code) {
    return (float) Math.log(1 + (records + 1.0) / Math.max(1, counts[code]));
  }

  void mark() {
    marked = dictionary.size();
  }

  void forget() {
    dictionary.forget(marked);
    marked = Integer.MAX_VALUE;
  }
}
