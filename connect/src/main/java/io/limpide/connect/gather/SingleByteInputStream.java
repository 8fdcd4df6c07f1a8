package io.limpide.connect.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Turns a text whose every byte is a character, ASCII among them, into UTF-8. */
final class SingleByteInputStream extends Utf8Producer {
  private final InputStream in;
  private final Decoding decoding;
  private final byte[][] utf8;
  private final byte[] buffer = new byte[64 << 10];

  SingleByteInputStream(InputStream in, Charset charset, Decoding decoding) {
    this.in = in;
    this.decoding = decoding;
    this.utf8 = table(charset);
  }

  /** Returns whether every byte is a character, the ASCII ones being themselves. */
  static boolean reads(Charset charset) {
    if (!charset.canEncode() || charset.newEncoder().maxBytesPerChar() > 1) {
      return false;
    }
    byte[] ascii = new byte[128];
    for (int b = 0; b < ascii.length; b++) {
      ascii[b] = (byte) b;
    }
    return new String(ascii, charset).equals(new String(ascii, StandardCharsets.US_ASCII));
  }

  /**
   * Returns the UTF-8 of each byte. Bytes that mean nothing in a Windows encoding become the C1
   * control of the same number, as browsers do, so that nothing is lost; elsewhere U+FFFD.
   */
  static byte[][] table(Charset charset) {
    byte[][] table = new byte[256][];
    for (int b = 0; b < 256; b++) {
      String text = new String(new byte[] {(byte) b}, charset);
      if (text.equals("\ufffd") && b < 0xa0 && charset.name().startsWith("windows-")) {
        text = String.valueOf((char) b);
      }
      table[b] = text.getBytes(StandardCharsets.UTF_8);
    }
    return table;
  }

  @Override
  boolean produce() throws IOException {
    int read = in.read(buffer, 0, buffer.length);
    for (int at = 0; at < read; at++) {
      byte b = buffer[at];
      if (b >= 0) {
        put(b);
      } else {
        byte[] bytes = utf8[b & 0xff];
        if (bytes.length == 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbf) {
          decoding.addUnreadable(1);
        }
        put(bytes, 0, bytes.length);
      }
    }
    return read >= 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
