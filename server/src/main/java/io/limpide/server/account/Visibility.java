package io.limpide.server.account;

import java.util.Locale;

/** Which parties somebody sees: their own, those of their team, or all. */
public enum Visibility {
  OWN,
  TEAM,
  ALL;

  /** Returns the word that the database and the interface use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Visibility of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
