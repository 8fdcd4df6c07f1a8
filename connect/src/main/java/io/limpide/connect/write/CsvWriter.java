package io.limpide.connect.write;

import io.limpide.engine.finding.Remark;
import io.limpide.engine.table.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes CSV in UTF-8 as RFC 4180 has it, fast: most values are copied byte by byte. */
public final class CsvWriter implements TableWriter {
  private static final int PIECE = 1 << 20;

  private final OutputStream out;
  private final CsvStyle style;
  private final CsvLines lines;

  /**
   * @param out closed with this; gets large pieces, so it need not be buffered
   */
  public CsvWriter(OutputStream out, CsvStyle style) {
    this.out = out;
    this.style = style;
    this.lines = new CsvLines(style);
  }

  @Override
  public void header(List<String> names) throws IOException {
    if (style.byteOrderMark()) {
      lines.raw((byte) 0xEF, (byte) 0xBB, (byte) 0xBF);
    }
    for (int cell = 0; cell < names.size(); cell++) {
      if (cell == 0 && style.guarded()) {
        lines.quoted(names.get(0)); // the mark: see FormulaGuard.isMarked
      } else {
        lines.cell(names.get(cell));
      }
    }
    endRow();
  }

  @Override
  public void row(List<String> cells) throws IOException {
    for (int cell = 0; cell < cells.size(); cell++) {
      lines.cell(cells.get(cell));
    }
    endRow();
  }

  @Override
  public void rows(List<Column> columns, int[] rows) throws IOException {
    for (int row : rows) {
      for (int i = 0; i < columns.size(); i++) {
        Column column = columns.get(i);
        lines.cell(column.dictionary(), column.code(row));
      }
      endRow();
    }
  }

  @Override
  public Constant constant(String text) {
    return new Constant(text, CsvLines.encoded(text, style));
  }

  @Override
  public RowBatch batch() {
    return new CsvLines(style);
  }

  @Override
  public void add(RowBatch batch) throws IOException {
    lines.writeTo(out);
    ((CsvLines) batch).writeTo(out);
  }

  @Override
  public List<Remark> remarks() {
    return List.of();
  }

  @Override
  public void close() throws IOException {
    try (out) {
      lines.writeTo(out);
    }
  }

  private void endRow() throws IOException {
    lines.endRow();
    if (lines.size() >= PIECE) {
      lines.writeTo(out);
    }
  }
}
