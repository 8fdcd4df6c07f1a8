package io.limpide.connect.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * Turns a text in UTF-8 that holds lines of another encoding into UTF-8, line by line.
 *
 * <p>A line with a few bad bytes among good characters is not of the other encoding: only the bad
 * bytes are, or they are what is left of a character that was cut off.
 */
final class MixedInputStream extends Utf8Producer {
  private static final int LONGEST_LINE = 4 << 20; // longer ones are read in pieces

  private static final byte[] REPLACEMENT = {(byte) 0xef, (byte) 0xbf, (byte) 0xbd};

  private final InputStream in;
  private final byte[][] other;
  private final Decoding decoding;
  private byte[] buffer = new byte[64 << 10];
  private int end;
  private boolean ended;
  private long line = 1;

  MixedInputStream(InputStream in, Charset other, Decoding decoding) {
    this.in = in;
    this.other = SingleByteInputStream.table(other);
    this.decoding = decoding;
  }

  @Override
  boolean produce() throws IOException {
    if (ended) {
      return false;
    }
    int read = in.readNBytes(buffer, end, buffer.length - end);
    end += read;
    ended = end < buffer.length;
    int from = 0;
    for (int at = 0; at < end; at++) {
      if (buffer[at] == '\n' || buffer[at] == '\r') {
        line(from, at + 1);
        from = at + 1;
        boolean inside = buffer[at] == '\r' && (at + 1 == end || buffer[at + 1] == '\n');
        line += inside ? 0 : 1;
      }
    }
    if (ended || (from == 0 && buffer.length >= LONGEST_LINE)) {
      line(from, end);
      from = end;
    }
    System.arraycopy(buffer, from, buffer, 0, end - from);
    end -= from;
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    return true;
  }

  private void line(int from, int to) {
    int good = 0;
    int bad = 0;
    for (int at = from; at < to; ) {
      int length = Utf8.length(buffer, at, to);
      good += length > 1 ? 1 : 0;
      bad += length < 1 ? 1 : 0;
      at += Math.max(length, 1);
    }
    if (bad == 0) {
      put(buffer, from, to);
      return;
    }
    decoding.addOddLine(line);
    boolean whole = bad > 2 * good; // by chance, a pair of other characters is well-formed
    for (int at = from; at < to; ) {
      int length = Utf8.length(buffer, at, to);
      if (length == 1 || (length > 1 && !whole)) {
        put(buffer, at, at + length);
        at += length;
      } else if (!whole && isCut(at, to)) {
        decoding.addUnreadable(1);
        put(REPLACEMENT, 0, REPLACEMENT.length);
        at++;
      } else {
        byte[] character = other[buffer[at] & 0xff];
        put(character, 0, character.length);
        at++;
      }
    }
  }

  /** Half of an accented letter or of a quotation mark at the end of a cell is no letter. */
  private boolean isCut(int at, int to) {
    int lead = buffer[at] & 0xff;
    int next = at + 1 < to ? buffer[at + 1] : '\n';
    boolean letter = Character.isLetterOrDigit(next);
    return ((lead >= 0xc2 && lead <= 0xc5) || lead == 0xe2) && next >= 0 && !letter;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
