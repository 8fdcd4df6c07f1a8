package io.limpide.connect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The next so many bytes of a stream. */
final class BoundedInputStream extends FilterInputStream {
  private long left;

  BoundedInputStream(InputStream in, long length) {
    super(in);
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    if (left <= 0) {
      return -1;
    }
    left--;
    return super.read();
  }

  @Override
  public int read(byte[] target, int at, int length) throws IOException {
    if (left <= 0) {
      return -1;
    }
    int read = super.read(target, at, (int) Math.min(length, left));
    left -= Math.max(read, 0);
    return read;
  }
}
