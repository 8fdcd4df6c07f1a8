package io.limpide.connect.text;

import java.io.ByteArrayOutputStream;

/** Lines of a source that are not ASCII: the first ones, and ever fewer of the later ones. */
final class LineSample {
  private static final int ENOUGH = 256 << 10;
  private static final int LONGEST = 4 << 10; // of a line, around what is not ASCII in it

  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private long seen;
  private long every = 1;
  private long room = ENOUGH;

  /** Looks at the next bytes of the source. */
  void add(byte[] bytes, int from, int to) {
    int lineFrom = from;
    int high = -1;
    for (int at = from; at < to; at++) {
      if (bytes[at] < 0 && high < 0) {
        high = at;
      } else if (bytes[at] == '\n' || bytes[at] == '\r') {
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
    if (seen++ % every == 0) {
      int begin = Math.max(from, high - LONGEST / 4);
      int length = Math.min(to - begin, LONGEST);
      lines.write(bytes, begin, length);
      lines.write('\n');
      room -= length;
      if (room <= 0) {
        room = ENOUGH / 4;
        every *= 16;
      }
    }
  }

  byte[] bytes() {
    return lines.toByteArray();
  }
}
