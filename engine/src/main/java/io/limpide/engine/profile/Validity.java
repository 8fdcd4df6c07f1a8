package io.limpide.engine.profile;

/**
 * Which values are invalid, as those who standardised them found; asked once per value, by several
 * threads at a time.
 */
@FunctionalInterface
public interface Validity {
  /** Nothing was checked. */
  Validity UNCHECKED = (column, code) -> false;

  /**
   * Returns whether a value carries a remark of severity {@link
   * io.limpide.engine.finding.Severity#ERROR}.
   *
   * @param column the number of the column in its table, from 0
   * @param code the code of the value in the column's dictionary
   */
  boolean invalid(int column, int code);
}
