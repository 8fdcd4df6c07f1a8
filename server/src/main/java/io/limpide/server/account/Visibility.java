package io.limpide.server.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which parties somebody sees: their own, those of their team, or all. */
public enum Visibility {
  OWN,
  TEAM,
  ALL;

  /** Returns the word that the database and the interface use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the visibility of a word, if there is one. */
  static Optional<Visibility> find(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  static Visibility of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
