package io.limpide.engine.compare;

import io.limpide.engine.text.EditDistance;
import io.limpide.engine.text.Glances;
import io.limpide.engine.text.Similarity;
import java.util.Arrays;
import java.util.List;

/** Compares short texts of any meaning, folded to words. */
final class TextComparison extends FieldComparison {
  private static final double CLOSE = 0.93;
  private static final double SIMILAR = 0.85;
  private static final double SHARED_WORDS = 0.5;

  private String[] texts = {};
  private final Glances glances = new Glances(0);
  private long[] words = {};

  TextComparison(String name, FieldRole role, FieldValues words) {
    super(name, role, Levels.TEXT, words);
    deriveAll();
  }

  @Override
  void reserve(int codes) {
    texts = Arrays.copyOf(texts, codes);
    words = Arrays.copyOf(words, codes);
    glances.reserve(codes);
  }

  @Override
  void derive(int code) {
    texts[code] = values.value(code);
    words[code] = Words.signs(texts[code]);
    glances.set(code, texts[code]);
  }

  @Override
  boolean apart(int a, int b) {
    return !glances.alike(a, b, SIMILAR) && !glances.within(a, b, 1) && (words[a] & words[b]) == 0;
  }

  @Override
  int levelOf(int a, int b) {
    String one = texts[a];
    String other = texts[b];
    if (one.length() < 4 || other.length() < 4) {
      return 1;
    }
    double likeness = Similarity.jaroWinkler().between(one, other);
    if (likeness >= CLOSE
        || (Math.min(one.length(), other.length()) >= 5
            && EditDistance.osa().between(one, other, 1) <= 1)) {
      return 3;
    }
    return likeness >= SIMILAR || Words.shared(one, other) > SHARED_WORDS ? 2 : 1;
  }

  @Override
  List<BlockKey> blockKeys() {
    return List.of(
        wholeKey(), blockKey(name() + ".beginning", v -> NameComparison.beginning(v, 5), 0.6));
  }
}
