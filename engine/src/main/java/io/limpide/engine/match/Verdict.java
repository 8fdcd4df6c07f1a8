package io.limpide.engine.match;

/** What is concluded of two records. */
public enum Verdict {
  /** One party. */
  DUPLICATE,
  /** Two parties that have nothing to do with each other, as far as is known. */
  DIFFERENT,
  /** Two sites of one company: to be linked, never merged. */
  ESTABLISHMENT,
  /** Two parties of one household, employer or address: to be linked, never merged. */
  HOUSEHOLD,
  /** Perhaps one party: a person must decide. */
  UNDECIDED;

  /** Returns the word that files and reports use. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
