package io.limpide.connect.text;

import java.io.ByteArrayOutputStream;

/** Lines of a source that are not ASCII: the first ones, and ever fewer of the later ones. */
final class LineSample {
  private static final int ENOUGH = 256 << 10;
  private static final int LONGEST = 4 << 10; // of a line, around what is not ASCII in it

  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private final ByteArrayOutputStream malformed = new ByteArrayOutputStream();
  private boolean wellFormed;
  private long seen;
  private long seenMalformed;
  private long every = 1;
  private long room = ENOUGH;

  /** Looks at the next bytes of the source. */
  void add(byte[] bytes, int from, int to) {
    int lineFrom = from;
    int high = -1;
    for (int at = from; at < to; at++) {
      byte b = bytes[at];
      if (b < 0) {
        high = high < 0 ? at : high;
      } else if (b == '\n' || b == '\r') {
        if (high >= 0) {
          line(bytes, lineFrom, high, at);
        }
        lineFrom = at + 1;
        high = -1;
      }
    }
    if (high >= 0) {
      line(bytes, lineFrom, high, to);
    }
  }

  private void line(byte[] bytes, int from, int high, int to) {
    boolean good = isWellFormed(bytes, high, to);
    wellFormed |= good;
    int begin = Math.max(from, high - LONGEST / 4);
    int length = Math.min(to - begin, LONGEST);
    if (!good && (seenMalformed++ < 100 || malformed.size() < ENOUGH)) {
      malformed.write(bytes, begin, length);
      malformed.write('\n');
    }
    if (seen++ % every == 0) {
      lines.write(bytes, begin, length);
      lines.write('\n');
      room -= length;
      if (room <= 0) {
        room = ENOUGH / 4;
        every *= 16;
      }
    }
  }

  private static boolean isWellFormed(byte[] bytes, int from, int to) {
    for (int at = from; at < to; ) {
      int length = Utf8.length(bytes, at, to);
      if (length < 1) {
        return false;
      }
      at += length;
    }
    return true;
  }

  /** Returns lines that are not ASCII. */
  byte[] bytes() {
    return lines.toByteArray();
  }

  /** Returns lines that are not UTF-8. */
  byte[] malformedLines() {
    return malformed.toByteArray();
  }

  /** Returns whether some line is UTF-8 and not ASCII. */
  boolean hasWellFormedLines() {
    return wellFormed;
  }
}
