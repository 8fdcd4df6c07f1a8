package io.limpide.engine.profile;

import io.limpide.engine.finding.Dimension;
import java.util.ArrayList;
import java.util.List;

/**
 * The quality of a table, 0 to 100, by dimension and in all.
 *
 * <p>Every point lost belongs to a {@link Deduction}, which counts the rows behind it; the points
 * are whole thousandths, so the sums hold exactly. The method and its weights: {@code
 * docs/methods/quality-score.md}. Scores of a table before and after cleaning compare, because
 * nothing but the counts enters.
 *
 * @param dimensions one for each {@link Dimension}, in their order
 */
public record QualityScore(List<DimensionScore> dimensions) {
  public QualityScore {
    dimensions = List.copyOf(dimensions);
  }

  /** Scores a table by its counts. */
  public static QualityScore of(ScoreInput input) {
    Losses losses = new Losses(input);
    List<DimensionScore> scores = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      boolean judged = losses.judges(dimension);
      scores.add(
          new DimensionScore(
              dimension,
              weight(dimension),
              judged,
              judged ? losses.deductions(dimension) : List.of()));
    }
    return new QualityScore(scores);
  }

  /** Returns the score of one dimension. */
  public DimensionScore of(Dimension dimension) {
    return dimensions.stream()
        .filter(each -> each.dimension() == dimension)
        .findFirst()
        .orElseThrow();
  }

  /** Returns the overall score: the weighted mean of the dimensions judged; NaN when none was. */
  public double overall() {
    long sum = 0;
    for (DimensionScore each : dimensions) {
      sum += each.judged() ? each.weight() * each.millis() : 0;
    }
    return sum / (1_000.0 * judgedWeight());
  }

  /** Returns how many of the overall 100 points a deduction of a dimension costs. */
  public double overallPoints(DimensionScore dimension, Deduction deduction) {
    return dimension.judged()
        ? dimension.weight() * deduction.millis() / (1_000.0 * judgedWeight())
        : 0;
  }

  private long judgedWeight() {
    return dimensions.stream()
        .filter(DimensionScore::judged)
        .mapToLong(DimensionScore::weight)
        .sum();
  }

  /** Returns the share of a dimension in the overall score, in percent. */
  public static int weight(Dimension dimension) {
    return switch (dimension) {
      case COMPLETENESS, VALIDITY -> 30;
      case UNIQUENESS -> 20;
      case CONSISTENCY, FRESHNESS -> 10;
    };
  }
}
