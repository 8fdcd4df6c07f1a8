package io.limpide.cli.live;

import io.limpide.engine.text.Fold;
import java.util.Optional;
import java.util.Set;

/** The words by which people say whether two records are one party. */
public final class JudgementWords {
  private static final Set<String> SAME =
      Set.of("same", "duplicate", "yes", "y", "oui", "o", "doublon", "meme", "1", "true", "vrai");
  private static final Set<String> DIFFERENT =
      Set.of("different", "no", "n", "non", "0", "false", "faux");

  private JudgementWords() {}

  /** Returns whether a word says that they are; empty where it says neither. */
  public static Optional<Boolean> same(String word) {
    String said = Fold.key(word);
    return SAME.contains(said)
        ? Optional.of(true)
        : DIFFERENT.contains(said) ? Optional.of(false) : Optional.empty();
  }
}
