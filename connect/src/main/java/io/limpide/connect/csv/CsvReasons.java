package io.limpide.connect.csv;

import io.limpide.engine.finding.Dimension;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Severity;

/** Why a record was rejected, and what is remarked about a text. Worded in the parent package. */
final class CsvReasons {
  /** More cells than columns, and something in them: which value belongs where is not known. */
  static final Reason LONG = new Reason("record.long", Severity.ERROR, Dimension.VALIDITY);

  /** A quote is opened and never closed, and the record does not come out right without it. */
  static final Reason UNCLOSED =
      new Reason("record.quote.unclosed", Severity.ERROR, Dimension.VALIDITY);

  /** Stands above the table. */
  static final Reason PREAMBLE = new Reason("record.preamble", Severity.INFO, Dimension.VALIDITY);

  /** Stands below the table: a total, a note. */
  static final Reason FOOTER = new Reason("record.footer", Severity.INFO, Dimension.VALIDITY);

  /** The header once more, as when files were put one after the other. */
  static final Reason HEADER_AGAIN =
      new Reason("record.header.again", Severity.INFO, Dimension.VALIDITY);

  /** More about the columns below their names: other names, units. */
  static final Reason HEADER_MORE =
      new Reason("record.header.more", Severity.INFO, Dimension.VALIDITY);

  /** Delimiters and nothing between them. */
  static final Reason EMPTY = new Reason("record.empty", Severity.INFO, Dimension.VALIDITY);

  /** Belongs to another table, below the first. */
  static final Reason OTHER_TABLE =
      new Reason("record.table.other", Severity.WARNING, Dimension.COMPLETENESS);

  /** There is another table below the first, which was left out. */
  static final Reason OTHER_TABLES =
      new Reason("tables.other", Severity.WARNING, Dimension.COMPLETENESS);

  /** A comment line. */
  static final Reason COMMENT = new Reason("record.comment", Severity.INFO, Dimension.VALIDITY);

  /** Records with fewer cells than columns: the missing ones are taken as empty. */
  static final Reason SHORT = new Reason("record.short", Severity.WARNING, Dimension.COMPLETENESS);

  /** Records with a quote out of place, read as text. */
  static final Reason STRAY_QUOTE =
      new Reason("record.quote.stray", Severity.WARNING, Dimension.VALIDITY);

  /** Records in which a quote was opened and never closed, read as text. */
  static final Reason QUOTE_AS_TEXT =
      new Reason("record.quote.text", Severity.WARNING, Dimension.VALIDITY);

  /** Records that use a backslash as escape while the others do not. */
  static final Reason BACKSLASH = new Reason("record.backslash", Severity.INFO, Dimension.VALIDITY);

  /** Records with a bare CR inside a cell. */
  static final Reason CARRIAGE_RETURN =
      new Reason("record.carriage_return", Severity.INFO, Dimension.VALIDITY);

  /** Records that a line end in a cell without quotes cut in two. */
  static final Reason LINE_END =
      new Reason("record.line_end", Severity.WARNING, Dimension.VALIDITY);

  /** The content does not tell whether the first record is a header; it was taken for one. */
  static final Reason HEADER_DOUBTFUL =
      new Reason("header.doubtful.yes", Severity.WARNING, Dimension.VALIDITY);

  /** The content does not tell whether the first record is a header; it was taken for data. */
  static final Reason NO_HEADER_DOUBTFUL =
      new Reason("header.doubtful.no", Severity.WARNING, Dimension.VALIDITY);

  /** Two columns have the same name. */
  static final Reason HEADER_TWICE =
      new Reason("header.twice", Severity.WARNING, Dimension.VALIDITY);

  /** Columns without a name. */
  static final Reason HEADER_EMPTY = new Reason("header.empty", Severity.INFO, Dimension.VALIDITY);

  private CsvReasons() {}
}
