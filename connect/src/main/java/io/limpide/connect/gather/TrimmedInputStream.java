package io.limpide.connect.text;

import io.limpide.connect.ReadOptions;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes between a byte order mark and the end of the text; tells how far reading is. */
final class TrimmedInputStream extends FilterInputStream {
  private static final long TELL_EVERY = 1 << 20;

  private final long to;
  private final ReadOptions.Progress progress;
  private long at;
  private long told;

  TrimmedInputStream(InputStream in, long from, long to, ReadOptions.Progress progress)
      throws IOException {
    super(in);
    this.to = to;
    this.progress = progress;
    in.skipNBytes(from);
    at = from;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (at >= to) {
      return -1;
    }
    int read = super.read(target, from, (int) Math.min(length, to - at));
    at += Math.max(read, 0);
    if (at - told >= TELL_EVERY || at == to) {
      told = at;
      progress.read(at, to);
    }
    return read;
  }
}
