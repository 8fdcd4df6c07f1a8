package io.limpide.engine.compare;

import io.limpide.engine.block.Atom;
import io.limpide.engine.text.EditDistance;
import io.limpide.engine.text.Glances;
import io.limpide.engine.text.Similarity;
import java.util.List;

/** Compares short texts of any meaning, folded to words. */
final class TextComparison extends FieldComparison {
  private static final double CLOSE = 0.93;
  private static final double SIMILAR = 0.85;
  private static final double SHARED_WORDS = 0.5;

  private final String[] texts;
  private final Glances glances;
  private final long[] words;

  TextComparison(String name, FieldRole role, FieldValues words) {
    super(name, role, Levels.TEXT, words);
    texts = new String[words.size()];
    this.words = new long[texts.length];
    for (int code = 0; code < texts.length; code++) {
      texts[code] = words.value(code);
      this.words[code] = Words.signs(texts[code]);
    }
    glances = Glances.of(texts);
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
  List<Atom> atoms(int field) {
    return List.of(
        new Atom(name(), field, values.keys(v -> v), 0, false),
        new Atom(
            name() + ".beginning",
            field,
            values.keys(v -> NameComparison.beginning(v, 5)),
            0.6,
            false));
  }
}
