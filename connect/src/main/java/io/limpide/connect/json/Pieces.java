package io.limpide.connect.json;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a JSON text into its records without understanding them, so that a broken one spoils no
 * other: only brackets and quotes are looked at.
 */
final class Pieces implements Closeable {
  static final int LONGEST = 64 << 20;

  /** The bytes of one record. */
  static final class Piece {
    private final byte[] bytes;
    private final int number;

    private Piece(byte[] bytes, int number) {
      this.bytes = bytes;
      this.number = number;
    }

    /** Returns the bytes; not to be changed. */
    byte[] bytes() {
      return bytes;
    }

    /** Returns the number of the record or, where each has a line, of its line, from 1. */
    int number() {
      return number;
    }
  }

  /** A record is longer than any real one. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final InputStream in;
  private final Layout layout;
  private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
  private final byte[] buffer = new byte[1 << 16];
  private int length;
  private int at;
  private long read;
  private int number;
  private boolean inside;
  private boolean ended;
  private boolean cut;

  /**
   * @param in UTF-8, or an eight-bit encoding that agrees with it in ASCII; closed with this
   */
  Pieces(InputStream in, Layout layout) throws IOException {
    this.in = in;
    this.layout = layout;
    in.skipNBytes(layout.start());
    read = layout.start();
  }

  /** Returns how many bytes are read. */
  long read() {
    return read;
  }

  /** Returns whether the text ended before the bracket that closes the array. */
  boolean isCut() {
    return cut;
  }

  /** Returns the next record; null behind the last one. */
  @Nullable Piece next() throws IOException {
    piece.reset();
    return layout.shape() == Layout.Shape.LINES ? line() : value();
  }

  private @Nullable Piece line() throws IOException {
    for (int b; (b = take()) >= 0; ) {
      if (b == '\n' || b == '\r') {
        if (b == '\r' && peek() == '\n') {
          take();
        }
        number++;
        if (piece.size() > 0) {
          return new Piece(piece.toByteArray(), number);
        }
      } else {
        put(b);
      }
    }
    number++;
    return piece.size() == 0 ? null : new Piece(piece.toByteArray(), number);
  }

  private @Nullable Piece value() throws IOException {
    boolean array = layout.shape() == Layout.Shape.ARRAY;
    if (array && !inside && !enter()) {
      return rest();
    }
    int depth = 0;
    boolean quoted = false;
    for (int b; (b = take()) >= 0; ) {
      if (quoted) {
        put(b);
        if (b == '\\') {
          put(take());
        }
        quoted = b != '"';
      } else if (array && depth == 0 && (b == ',' || b == ']')) {
        inside = b == ',';
        if (piece.size() > 0) {
          return piece();
        }
        if (!inside && !enter()) {
          return rest();
        }
      } else {
        put(b);
        quoted = b == '"';
        if (b == '{' || b == '[') {
          depth++;
        } else if (b == '}' || b == ']') {
          depth = Math.max(0, depth - 1);
          if (!array && depth == 0) {
            return piece();
          }
        }
      }
    }
    cut = array;
    return piece.size() == 0 ? null : piece();
  }

  private Piece piece() {
    return new Piece(piece.toByteArray(), ++number);
  }

  /** Enters the array, or another one behind it; there may be none. */
  private boolean enter() throws IOException {
    if (ended || (layout.enveloped() && number > 0)) {
      return false;
    }
    int b = peek();
    while (b >= 0 && (b <= ' ' || b == ',')) {
      take();
      b = peek();
    }
    inside = b == '[';
    if (inside) {
      take();
    }
    return inside;
  }

  /** Returns what stands behind all arrays, if anything does. */
  private @Nullable Piece rest() throws IOException {
    if (!ended && !layout.enveloped()) {
      for (int b; (b = take()) >= 0; ) {
        put(b);
      }
    }
    ended = true;
    return piece.size() == 0 ? null : piece();
  }

  private void put(int b) throws IOException {
    if (piece.size() == LONGEST) {
      throw new TooLong();
    }
    boolean between = b <= ' ' || (b == ',' && layout.shape() == Layout.Shape.SEQUENCE);
    if (b >= 0 && (piece.size() > 0 || !between)) {
      piece.write(b);
    }
  }

  private int take() throws IOException {
    int b = peek();
    if (b >= 0) {
      at++;
      read++;
    }
    return b;
  }

  private int peek() throws IOException {
    if (at == length) {
      length = Math.max(0, in.read(buffer, 0, buffer.length));
      at = 0;
    }
    return length == 0 ? -1 : buffer[at] & 0xff;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
