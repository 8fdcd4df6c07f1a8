package io.limpide.engine.match;

/** Told how far matching has come. Called by one thread at a time. */
@FunctionalInterface
public interface MatchProgress {
  /** Tells nobody. */
  MatchProgress NONE = (stage, done, total) -> {};

  /**
   * Takes note of a step.
   *
   * @param stage {@code values}, {@code blocking}, {@code training}, {@code scoring}, {@code
   *     clustering}
   * @param done steps done
   * @param total steps in all; 0 when unknown
   */
  void at(String stage, long done, long total);
}
