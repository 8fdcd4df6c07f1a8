package io.limpide.engine.profile;

/**
 * Points lost, and to whom.
 *
 * @param code what it is for: the code of a reason or of a requirement, as {@code
 *     deduction.<dimension>} words it
 * @param column the column concerned; empty when it is the record
 * @param rows how many rows are concerned
 * @param millis thousandths of a point of the dimension's 100
 */
public record Deduction(String code, String column, long rows, long millis) {
  /** Returns the points lost, of the dimension's 100. */
  public double points() {
    return millis / 1_000.0;
  }
}
