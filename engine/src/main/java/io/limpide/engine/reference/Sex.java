package io.limpide.engine.reference;

/** Which sex a word speaks of. */
public enum Sex {
  /** Of men. */
  MALE,
  /** Of women. */
  FEMALE,
  /** Of both: tells nothing. */
  BOTH,
  /** Not known here. */
  UNKNOWN
}
