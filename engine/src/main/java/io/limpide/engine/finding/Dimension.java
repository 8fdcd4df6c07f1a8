package io.limpide.engine.finding;

/** The side of quality that a finding lowers. */
public enum Dimension {
  /** What should be there is there. */
  COMPLETENESS,
  /** What is there has the form and range of its kind. */
  VALIDITY,
  /** What is there agrees with the rest of its record. */
  CONSISTENCY,
  /** Each party is there once. */
  UNIQUENESS,
  /** What is there is still true. */
  FRESHNESS
}
