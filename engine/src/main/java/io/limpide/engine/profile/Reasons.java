package io.limpide.engine.profile;

import io.limpide.engine.finding.Dimension;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Severity;
import java.util.List;

/** What a profile may have to say of a column or row; wordings are in the bundle of the package. */
public final class Reasons {
  /** The value stands for none, such as {@code n/a}. */
  public static final Reason PLACEHOLDER =
      new Reason("profile.placeholder", Severity.WARNING, Dimension.COMPLETENESS);

  /** The value occurs more often than values of its type do. */
  public static final Reason FREQUENT =
      new Reason("profile.frequent", Severity.WARNING, Dimension.VALIDITY);

  /** The value was read in a wrong encoding at some time. */
  public static final Reason ENCODING =
      new Reason("profile.encoding", Severity.WARNING, Dimension.VALIDITY);

  /** The number lies far from the others. */
  public static final Reason OUTLIER_NUMBER =
      new Reason("profile.outlier.number", Severity.INFO, Dimension.VALIDITY);

  /** The year lies far from the others. */
  public static final Reason OUTLIER_DATE =
      new Reason("profile.outlier.date", Severity.INFO, Dimension.VALIDITY);

  /** The value is far longer or shorter than the others. */
  public static final Reason OUTLIER_LENGTH =
      new Reason("profile.outlier.length", Severity.INFO, Dimension.VALIDITY);

  /** The value is written like hardly any other of a column of one form. */
  public static final Reason RARE_PATTERN =
      new Reason("profile.pattern.rare", Severity.INFO, Dimension.VALIDITY);

  /** The value looks like one of another type: argument 0 is the type's word. */
  public static final Reason MISPLACED =
      new Reason("profile.misplaced", Severity.WARNING, Dimension.VALIDITY);

  /** The value begins or ends with a space. */
  public static final Reason EDGE_SPACE =
      new Reason("profile.space", Severity.INFO, Dimension.CONSISTENCY);

  /** The values are in capitals here, in small letters there. */
  public static final Reason MIXED_CASE =
      new Reason("profile.case", Severity.INFO, Dimension.CONSISTENCY);

  /** The dates are written in several ways. */
  public static final Reason DATE_FORMATS =
      new Reason("profile.date.formats", Severity.INFO, Dimension.CONSISTENCY);

  /** The column is empty. */
  public static final Reason EMPTY_COLUMN =
      new Reason("profile.column.empty", Severity.INFO, Dimension.COMPLETENESS);

  /** The column holds one value only. */
  public static final Reason CONSTANT_COLUMN =
      new Reason("profile.column.constant", Severity.INFO, Dimension.CONSISTENCY);

  /** Two columns hold the same values. */
  public static final Reason SAME_COLUMN =
      new Reason("profile.column.same", Severity.INFO, Dimension.CONSISTENCY);

  /** Two columns say the same in different words, such as a code and its label. */
  public static final Reason CODED_COLUMN =
      new Reason("profile.column.coded", Severity.INFO, Dimension.CONSISTENCY);

  /** The row was made to try something out. */
  public static final Reason TEST_ROW =
      new Reason("profile.row.test", Severity.WARNING, Dimension.VALIDITY);

  /** All of them. */
  public static final List<Reason> ALL =
      List.of(
          PLACEHOLDER,
          FREQUENT,
          ENCODING,
          OUTLIER_NUMBER,
          OUTLIER_DATE,
          OUTLIER_LENGTH,
          RARE_PATTERN,
          MISPLACED,
          EDGE_SPACE,
          MIXED_CASE,
          DATE_FORMATS,
          EMPTY_COLUMN,
          CONSTANT_COLUMN,
          SAME_COLUMN,
          CODED_COLUMN,
          TEST_ROW);

  private Reasons() {}
}
