package io.limpide.connect.write;

import io.limpide.engine.finding.Dimension;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.finding.Severity;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a workbook, row by row, in constant memory: every cell is text (typed as such, so nothing
 * is run as a formula and no number loses its zeros), the header stands still and filters.
 *
 * <p>The same table gives the same bytes: a workbook of Apache POI would hold the time of day.
 * Source: ECMA-376, 5th edition, part 1, 18.3 (worksheets).
 */
public final class XlsxWriter implements TableWriter {
  /** The rows that a sheet can hold, its header included. */
  static final int SHEET_ROWS = 1_048_576;

  private static final int SHEET_COLUMNS = 16_384;
  private static final int REMEMBERED = 100_000;
  private static final Reason SHORTENED =
      new Reason("output.xlsx.shortened", Severity.WARNING, Dimension.COMPLETENESS);
  private static final Reason SPLIT =
      new Reason("output.xlsx.split", Severity.INFO, Dimension.COMPLETENESS);

  private final XlsxPackage file;
  private final int sheetRows;
  private List<String> header = List.of();
  private int rows;
  private long shortened;

  /**
   * @param out closed with this
   * @param sheet the name of the sheet
   */
  public XlsxWriter(OutputStream out, String sheet) throws IOException {
    this(out, sheet, SHEET_ROWS);
  }

  XlsxWriter(OutputStream out, String sheet, int sheetRows) throws IOException {
    this.file = new XlsxPackage(out, sheet);
    this.sheetRows = sheetRows;
  }

  @Override
  public void header(List<String> names) throws IOException {
    if (names.size() > SHEET_COLUMNS) {
      throw new OutputException("xlsx_columns", null, file.sheet(), "" + names.size());
    }
    header = List.copyOf(names);
    beginSheet();
  }

  private void beginSheet() throws IOException {
    file.beginSheet(header.size());
    file.beginRow();
    for (String name : header) {
      file.cell(encoded(name), true);
    }
    file.endRow();
    rows = 1;
  }

  @Override
  public void row(List<String> cells) throws IOException {
    beginRow();
    for (String cell : cells) {
      file.cell(encoded(cell), false);
    }
    file.endRow();
  }

  @Override
  public void rows(List<Column> columns, int[] order) throws IOException {
    List<byte[][]> known = new ArrayList<>();
    for (Column column : columns) {
      known.add(new byte[Math.min(REMEMBERED, column.dictionary().size())][]);
    }
    for (int row : order) {
      beginRow();
      for (int i = 0; i < columns.size(); i++) {
        file.cell(
            encoded(columns.get(i).dictionary(), columns.get(i).code(row), known.get(i)), false);
      }
      file.endRow();
    }
  }

  @Override
  public Constant constant(String text) {
    return new Constant(text, new byte[0]);
  }

  @Override
  public RowBatch batch() {
    return new TextRows();
  }

  @Override
  public void add(RowBatch batch) throws IOException {
    for (List<String> row : ((TextRows) batch).take()) {
      row(row);
    }
  }

  private byte[] encoded(Dictionary dictionary, int code, byte[][] known) {
    if (code >= known.length) {
      return encoded(dictionary.value(code));
    }
    byte[] bytes = known[code];
    if (bytes == null) {
      bytes = encoded(dictionary.value(code));
      known[code] = bytes;
    } else if (bytes.length > XlsxText.LIMIT && dictionary.length(code) > XlsxText.LIMIT) {
      shortened += XlsxText.isTooLong(dictionary.value(code)) ? 1 : 0;
    }
    return bytes;
  }

  private byte[] encoded(String value) {
    if (XlsxText.isTooLong(value)) {
      shortened++;
    }
    return XlsxText.encode(value);
  }

  private void beginRow() throws IOException {
    if (rows == sheetRows) {
      file.endSheet(rows);
      beginSheet();
    }
    rows++;
    file.beginRow();
  }

  @Override
  public List<Remark> remarks() {
    List<Remark> remarks = new ArrayList<>();
    if (shortened > 0) {
      remarks.add(Remark.of(SHORTENED, file.sheet(), "" + shortened, "" + XlsxText.LIMIT));
    }
    if (file.sheets() > 1) {
      remarks.add(Remark.of(SPLIT, file.sheet(), "" + file.sheets(), "" + sheetRows));
    }
    return List.copyOf(remarks);
  }

  @Override
  public void close() throws IOException {
    try (file) {
      if (rows > 0) {
        file.endSheet(rows);
      }
    }
  }
}
