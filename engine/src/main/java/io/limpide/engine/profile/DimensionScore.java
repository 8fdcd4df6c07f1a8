package io.limpide.engine.profile;

import io.limpide.engine.finding.Dimension;
import java.util.List;

/**
 * The score of one side of quality.
 *
 * @param dimension which side
 * @param weight its share of the overall score in percent
 * @param judged whether the data allowed to judge it; if not, it has no part in the overall score
 * @param deductions where the points went, the greatest loss first
 */
public record DimensionScore(
    Dimension dimension, int weight, boolean judged, List<Deduction> deductions) {
  /** A hundred points in thousandths. */
  public static final long FULL = 100_000;

  public DimensionScore {
    deductions = List.copyOf(deductions);
  }

  /** Returns the score in thousandths of a point: {@link #FULL} less the deductions, exactly. */
  public long millis() {
    return FULL - deductions.stream().mapToLong(Deduction::millis).sum();
  }

  /** Returns the score, 0 to 100. */
  public double score() {
    return millis() / 1_000.0;
  }
}
