package io.limpide.engine.block;

/**
 * What is assumed of a field before anything is learned: how often two records of one entity, both
 * filled, agree on it. The planner weighs rules by it.
 *
 * @param equal 0 to 1: share of such pairs whose values are equal
 * @param close 0 to 1: share of such pairs whose values are two spellings of one
 */
public record FieldPrior(double equal, double close) {
  public FieldPrior {
    if (!(equal >= 0 && close >= 0 && equal + close <= 1 + 1e-9)) {
      throw new IllegalArgumentException(
          "shares must add up to 1 at most: " + equal + ", " + close);
    }
  }
}
