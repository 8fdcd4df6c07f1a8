package io.limpide.engine.finding;

/** How bad a finding is. */
public enum Severity {
  /** Worth knowing; nothing is wrong. */
  INFO,
  /** Doubtful: somebody should look. */
  WARNING,
  /** Wrong: the value cannot serve its purpose. */
  ERROR
}
