package io.limpide.engine.standardize.company;

/**
 * How far an identifier can be trusted by looking at it alone, from worst to best. Even the best
 * proves its form only, never that the company exists: one random number in ten passes a check
 * digit.
 */
public enum Syntax {
  /** Nothing there. */
  EMPTY,
  /** Not the form of its kind. */
  FORMAT_KO,
  /** The form is right, the check digit is not; or it is a constant such as 000000000. */
  CHECKSUM_KO,
  /** A known form whose check digits nobody outside can verify, such as a Monaco establishment. */
  UNVERIFIABLE,
  /** Form and check digits are right. */
  SYNTAX_OK
}
