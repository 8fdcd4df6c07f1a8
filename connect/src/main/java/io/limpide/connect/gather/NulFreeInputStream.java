package io.limpide.connect.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Leaves out the NUL bytes of a text, which carry nothing and break what reads it next. */
final class NulFreeInputStream extends FilterInputStream {
  private final Decoding decoding;

  NulFreeInputStream(InputStream in, Decoding decoding) {
    super(in);
    this.decoding = decoding;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int kept = 0;
    while (kept == 0) {
      int read = super.read(target, from, length);
      if (read <= 0) {
        return read;
      }
      for (int at = from; at < from + read; at++) {
        if (target[at] == 0) {
          decoding.addNul();
        } else {
          target[from + kept++] = target[at];
        }
      }
    }
    return kept;
  }
}
