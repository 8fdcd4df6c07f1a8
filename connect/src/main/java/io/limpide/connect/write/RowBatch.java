package io.limpide.connect.write;

import io.limpide.engine.table.Dictionary;

/**
 * Rows made apart from their table, by whatever thread, to be put into it in their order: see
 * {@link TableWriter#add}. Cells come from left to right, then the end of their row.
 */
public interface RowBatch {
  /** Appends a cell. */
  void cell(String value);

  /** Appends a cell that holds the value of a code. */
  void cell(Dictionary dictionary, int code);

  /** Appends a cell that holds a text of the table this batch is for. */
  void cell(Constant constant);

  /** Appends a cell that holds a whole number. */
  void cell(long number);

  /** Ends the row. */
  void endRow();
}
