package io.limpide.connect.write;

import io.limpide.engine.table.Dictionary;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Lines of CSV as bytes.
 *
 * <p>A value is copied as it is and then looked at, eight bytes at a time: nearly none needs a
 * guard or quotes, and which do so would cost more to remember than to see.
 */
final class CsvLines implements RowBatch {
  private static final int SPARE = 8; // so that eight bytes can be read from any place

  private final CsvStyle style;
  private byte[] buffer = new byte[256];
  private int at;
  private int cells; // of the current row
  private int line; // where the current row begins

  CsvLines(CsvStyle style) {
    this.style = style;
  }

  @Override
  public void cell(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    separate(utf8.length);
    int from = at;
    put(utf8);
    mend(from);
  }

  @Override
  public void cell(Dictionary dictionary, int code) {
    separate(dictionary.length(code));
    int from = at;
    at += dictionary.copy(code, buffer, at);
    mend(from);
  }

  @Override
  public void cell(Constant constant) {
    separate(constant.bytes.length);
    put(constant.bytes);
  }

  @Override
  public void cell(long number) {
    separate(20);
    if (number < 0) {
      put(String.valueOf(number).getBytes(StandardCharsets.UTF_8));
      return;
    }
    int digits = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      digits++;
    }
    at += digits;
    long rest = number;
    for (int place = at - 1; place >= at - digits; place--) {
      buffer[place] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  @Override
  public void endRow() {
    room(4);
    if (cells == 1 && at == line) {
      quote(at); // readers skip blank lines
    }
    buffer[at++] = '\r';
    buffer[at++] = '\n';
    cells = 0;
    line = at;
  }

  /** Appends a cell in quotes, whether or not it needs them. */
  void quoted(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    separate(utf8.length);
    int from = at;
    put(utf8);
    guard(from);
    quote(from);
  }

  /** Appends bytes that are no cell. */
  void raw(byte... bytes) {
    room(bytes.length);
    put(bytes);
    line = at;
  }

  /** Returns what a value is in the file. */
  static byte[] encoded(String value, CsvStyle style) {
    CsvLines lines = new CsvLines(style);
    lines.cell(value);
    return Arrays.copyOf(lines.buffer, lines.at);
  }

  int size() {
    return at;
  }

  /** Writes the lines and forgets them. */
  void writeTo(OutputStream out) throws IOException {
    out.write(buffer, 0, at);
    at = 0;
    line = 0;
  }

  private void separate(int next) {
    room(next + 1);
    if (cells++ > 0) {
      buffer[at++] = (byte) style.delimiter();
    }
  }

  private void put(byte[] bytes) {
    System.arraycopy(bytes, 0, buffer, at, bytes.length);
    at += bytes.length;
  }

  private void room(int bytes) {
    if (buffer.length - at < bytes + SPARE) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, at + bytes + SPARE));
    }
  }

  /** Gives the cell that ends the buffer what it needs. */
  private void mend(int from) {
    if (from < at) {
      guard(from);
      if (QuoteNeed.of(buffer, from, at)) {
        quote(from);
      }
    }
  }

  private void guard(int from) {
    if (style.guarded()
        && from < at
        && FormulaGuard.mayBeRisky(buffer[from])
        && FormulaGuard.isRisky(new String(buffer, from, at - from, StandardCharsets.UTF_8))) {
      room(1);
      System.arraycopy(buffer, from, buffer, from + 1, at - from);
      buffer[from] = (byte) FormulaGuard.MARK;
      at++;
    }
  }

  private void quote(int from) {
    int quotes = 0;
    for (int i = from; i < at; i++) {
      quotes += buffer[i] == '"' ? 1 : 0;
    }
    room(quotes + 2);
    int to = at + quotes + 2;
    int target = to;
    buffer[--target] = '"';
    if (quotes == 0) {
      System.arraycopy(buffer, from, buffer, from + 1, at - from);
    } else {
      for (int i = at - 1; i >= from; i--) {
        buffer[--target] = buffer[i];
        if (buffer[target] == '"') {
          buffer[--target] = '"';
        }
      }
    }
    buffer[from] = '"';
    at = to;
  }
}
