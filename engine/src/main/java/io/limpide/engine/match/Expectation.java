package io.limpide.engine.match;

/**
 * What the probabilities let expect, without labels: an indication, to be checked on a sample.
 *
 * @param matches true pairs expected among all pairs of records, those that blocking is expected to
 *     miss included
 * @param merged pairs that are merged without asking
 * @param mergedMatches how many of these are expected to be true
 * @param candidates pairs that were compared
 */
public record Expectation(double matches, long merged, double mergedMatches, long candidates) {
  /** Returns the share of the merged pairs expected to be true; 1 when none is merged. */
  public double precision() {
    return merged == 0 ? 1 : mergedMatches / merged;
  }

  /** Returns the share of the true pairs expected to be merged; 1 when there are none. */
  public double recall() {
    return matches == 0 ? 1 : mergedMatches / matches;
  }
}
