package io.limpide.connect.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A stream of UTF-8 that is made of other bytes, a piece at a time. */
abstract class Utf8Producer extends InputStream {
  private byte[] made = new byte[64 << 10];
  private int from;
  private int to;

  /** Makes the next piece with {@link #put}; false when there is none. May make nothing. */
  abstract boolean produce() throws IOException;

  final void put(byte b) {
    room(1);
    made[to++] = b;
  }

  final void put(byte[] bytes, int begin, int end) {
    room(end - begin);
    System.arraycopy(bytes, begin, made, to, end - begin);
    to += end - begin;
  }

  private void room(int more) {
    if (made.length - to < more) {
      made = Arrays.copyOf(made, Math.max(made.length * 2, to + more));
    }
  }

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public final int read(byte[] target, int at, int length) throws IOException {
    while (from == to) {
      from = 0;
      to = 0;
      if (!produce()) {
        return -1;
      }
    }
    int count = Math.min(length, to - from);
    System.arraycopy(made, from, target, at, count);
    from += count;
    return count;
  }
}
