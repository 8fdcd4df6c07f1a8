package io.limpide.engine.reference;

/** How many people bear a name, as far as is known here. */
public enum Commonness {
  /** Very many. */
  COMMON,
  /** Many. */
  USUAL,
  /** Somebody does. */
  KNOWN,
  /** Nobody that we know of; which proves nothing. */
  UNKNOWN;

  /** Returns whether at least so many bear it. */
  public boolean atLeast(Commonness other) {
    return compareTo(other) <= 0;
  }
}
