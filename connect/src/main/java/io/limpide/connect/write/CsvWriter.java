package io.limpide.connect.write;

import io.limpide.engine.finding.Remark;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes CSV in UTF-8 as RFC 4180 has it, fast: most values are copied byte by byte. */
public final class CsvWriter implements TableWriter {
  private static final int BUFFER = 1 << 20;

  private final OutputStream out;
  private final CsvStyle style;
  private final boolean[] quoteable = new boolean[256];
  private byte[] buffer = new byte[BUFFER];
  private int at;

  /**
   * @param out closed with this; gets large pieces, so it need not be buffered
   */
  public CsvWriter(OutputStream out, CsvStyle style) {
    this.out = out;
    this.style = style;
    for (char c = 0; c < 128; c++) {
      quoteable[c] = CsvStyle.needsQuotes(c);
    }
  }

  @Override
  public void header(List<String> names) throws IOException {
    if (style.byteOrderMark()) {
      room(3);
      buffer[at++] = (byte) 0xEF;
      buffer[at++] = (byte) 0xBB;
      buffer[at++] = (byte) 0xBF;
    }
    for (int cell = 0; cell < names.size(); cell++) {
      separate(cell);
      if (cell == 0 && style.guarded()) {
        put(quoted(guarded(names.get(0)))); // the mark: see FormulaGuard.isMarked
      } else {
        put(encoded(names.get(cell), names.size()));
      }
    }
    endLine();
  }

  @Override
  public void row(List<String> cells) throws IOException {
    for (int cell = 0; cell < cells.size(); cell++) {
      separate(cell);
      put(encoded(cells.get(cell), cells.size()));
    }
    endLine();
  }

  @Override
  public void rows(List<Column> columns, int[] rows) throws IOException {
    int width = columns.size();
    Dictionary[] dictionaries = new Dictionary[width];
    Special[] specials = new Special[width];
    for (int i = 0; i < width; i++) {
      dictionaries[i] = columns.get(i).dictionary();
      specials[i] = special(dictionaries[i], width);
    }
    for (int row : rows) {
      for (int i = 0; i < width; i++) {
        separate(i);
        int code = columns.get(i).code(row);
        if (specials[i].codes.get(code)) {
          put(specials[i].bytes(code));
        } else {
          room(dictionaries[i].length(code));
          at += dictionaries[i].copy(code, buffer, at);
        }
      }
      endLine();
    }
  }

  @Override
  public List<Remark> remarks() {
    return List.of();
  }

  @Override
  public void close() throws IOException {
    try (out) {
      flush();
    }
  }

  /** The values of a column that are not written as they are; the few, most often none. */
  private final class Special {
    private static final int REMEMBERED = 10_000;

    private final Dictionary dictionary;
    private final int width;
    private final BitSet codes = new BitSet();
    private final Map<Integer, byte[]> remembered = new HashMap<>();

    private Special(Dictionary dictionary, int width) {
      this.dictionary = dictionary;
      this.width = width;
    }

    private byte[] bytes(int code) {
      byte[] known = remembered.get(code);
      if (known == null) {
        known = encoded(dictionary.value(code), width);
        if (remembered.size() < REMEMBERED) {
          remembered.put(code, known);
        }
      }
      return known;
    }
  }

  private Special special(Dictionary dictionary, int width) {
    Special special = new Special(dictionary, width);
    if (width == 1) {
      special.codes.set(Dictionary.EMPTY);
    }
    byte[] value = new byte[256];
    for (int code = 1; code < dictionary.size(); code++) {
      int length = dictionary.length(code);
      if (length > value.length) {
        value = new byte[Math.max(length, value.length * 2)];
      }
      dictionary.copy(code, value, 0);
      if (mayBeSpecial(value, length)) { // perhaps not: now look closely
        byte[] encoded = encoded(dictionary.value(code), width);
        special.codes.set(code, !Arrays.equals(encoded, 0, encoded.length, value, 0, length));
      }
    }
    return special;
  }

  private boolean mayBeSpecial(byte[] value, int length) {
    if (FormulaGuard.mayBeRisky(value[0])
        || value[0] == '#'
        || value[0] == 's'
        || value[0] == 'S'
        || value[length - 1] == ' ') {
      return true;
    }
    for (int i = 0; i < length; i++) {
      if (quoteable[value[i] & 0xff]) {
        return true;
      }
    }
    return false;
  }

  private byte[] encoded(String value, int width) {
    String safe = guarded(value);
    boolean blankLine = width == 1 && safe.isEmpty(); // which readers skip
    return blankLine || CsvStyle.needsQuotes(safe)
        ? quoted(safe)
        : safe.getBytes(StandardCharsets.UTF_8);
  }

  private String guarded(String value) {
    return style.guarded() ? FormulaGuard.guard(value) : value;
  }

  private static byte[] quoted(String value) {
    return ('"' + value.replace("\"", "\"\"") + '"').getBytes(StandardCharsets.UTF_8);
  }

  private void separate(int cell) throws IOException {
    if (cell > 0) {
      room(1);
      buffer[at++] = (byte) style.delimiter();
    }
  }

  private void endLine() throws IOException {
    room(2);
    buffer[at++] = '\r';
    buffer[at++] = '\n';
  }

  private void put(byte[] bytes) throws IOException {
    room(bytes.length);
    System.arraycopy(bytes, 0, buffer, at, bytes.length);
    at += bytes.length;
  }

  private void room(int bytes) throws IOException {
    if (buffer.length - at < bytes) {
      flush();
      if (buffer.length < bytes) {
        buffer = new byte[bytes];
      }
    }
  }

  private void flush() throws IOException {
    out.write(buffer, 0, at);
    at = 0;
  }
}
