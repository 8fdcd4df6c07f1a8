package io.limpide.engine.finding;

/** What a correction rule may do. */
public enum Level {
  /** Right beyond reasonable doubt: applied, and logged. */
  SAFE,
  /** Probable: proposed to a person with its confidence and evidence, never applied. */
  SUGGESTED,
  /** Switched off. */
  OFF
}
