package io.limpide.connect.write;

import io.limpide.engine.finding.Remark;
import io.limpide.engine.table.Column;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** Writes a table: its header first, then its rows from top to bottom; closing completes it. */
public interface TableWriter extends Closeable {
  /** Writes the names of the columns. Once, first. */
  void header(List<String> names) throws IOException;

  /** Writes one row, with as many cells as the header. */
  void row(List<String> cells) throws IOException;

  /**
   * Writes many rows quickly: what a value needs is found out once per distinct value.
   *
   * @param columns as many as the header has
   * @param rows which rows of the columns, in this order
   */
  void rows(List<Column> columns, int[] rows) throws IOException;

  /** Writes all rows of the columns. */
  default void rows(List<Column> columns) throws IOException {
    int count = columns.isEmpty() ? 0 : columns.get(0).rows();
    rows(columns, IntStream.range(0, count).toArray());
  }

  /** Makes a text ready that many cells of this table hold. */
  Constant constant(String text);

  /** Returns an empty batch of rows for this table; unlike the table, for any thread to fill. */
  RowBatch batch();

  /** Writes the rows of a batch, which is empty afterwards. */
  void add(RowBatch batch) throws IOException;

  /** Returns what the form could not hold; worded in the message bundle of this package. */
  List<Remark> remarks();
}
