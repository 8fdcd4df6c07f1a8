package io.limpide.server.store;

/** Texts as PostgreSQL can hold them. */
public final class Storable {
  private Storable() {}

  /** Returns a text with U+FFFD for the character NUL, which no text of PostgreSQL holds. */
  public static String text(String given) {
    return given.replace('\0', '\uFFFD');
  }
}
