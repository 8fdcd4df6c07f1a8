package io.limpide.connect.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The beginning of a text, from which its dialect and layout are recognised. */
final class Sample {
  private static final int USUAL = 256 << 10;
  private static final int MOST = 32 << 20;
  private static final int FEW_LINES = 5;
  private static final int MOST_RECORDS = 1_000;

  private final byte[] bytes;

  private Sample(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Reads whole lines: some hundred kilobytes, more when the lines are that long. */
  static Sample of(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(USUAL);
    int wanted = USUAL;
    while (bytes.length == wanted && wanted < MOST && lines(bytes) < FEW_LINES) {
      byte[] more = in.readNBytes(wanted);
      byte[] both = Arrays.copyOf(bytes, bytes.length + more.length);
      System.arraycopy(more, 0, both, bytes.length, more.length);
      bytes = both;
      wanted *= 2;
    }
    if (bytes.length < wanted) {
      return new Sample(bytes);
    }
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n' && bytes[end - 1] != '\r') {
      end--;
    }
    return new Sample(end == 0 ? bytes : Arrays.copyOf(bytes, end));
  }

  private static int lines(byte[] bytes) {
    int lines = 0;
    for (byte b : bytes) {
      lines += b == '\n' || b == '\r' ? 1 : 0;
    }
    return lines;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  boolean contains(byte[] wanted) {
    outer:
    for (int at = 0; at + wanted.length <= bytes.length; at++) {
      for (int i = 0; i < wanted.length; i++) {
        if (bytes[at + i] != wanted[i]) {
          continue outer;
        }
      }
      return true;
    }
    return false;
  }

  /** One record of the sample. */
  record Line(List<String> cells, int quoted, boolean damaged, boolean blank) {
    int filled() {
      int filled = 0;
      for (String cell : cells) {
        filled += cell.isBlank() ? 0 : 1;
      }
      return filled;
    }
  }

  /** Returns the first thousand records as a dialect reads them, beginning at a byte. */
  List<Line> records(Dialect dialect, int from) {
    RecordScanner scanner =
        new RecordScanner(
            new ByteArrayInputStream(bytes, from, bytes.length - from),
            dialect,
            0,
            Optional.empty());
    List<Line> records = new ArrayList<>();
    try {
      while (records.size() < MOST_RECORDS && scanner.next()) {
        List<String> cells = new ArrayList<>();
        int quoted = 0;
        int kept = Math.min(scanner.count(), RecordScanner.MAX_CELLS);
        for (int cell = 0; cell < kept; cell++) {
          cells.add(scanner.value(cell));
          quoted += scanner.isQuoted(cell) ? 1 : 0;
        }
        boolean damaged = scanner.damage() != RecordScanner.Damage.NONE;
        records.add(new Line(cells, quoted, damaged, scanner.isBlank()));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e); // bytes in memory do not fail
    }
    return records;
  }
}
