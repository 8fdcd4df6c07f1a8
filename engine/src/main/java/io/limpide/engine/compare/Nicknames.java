package io.limpide.engine.compare;

/** Knows which given names stand for one another, such as Bob for Robert. */
@FunctionalInterface
public interface Nicknames {
  /** Knows none. */
  Nicknames NONE = (a, b) -> false;

  /** Returns whether one is a short form of the other; both folded and without spaces. */
  boolean related(String a, String b);
}
