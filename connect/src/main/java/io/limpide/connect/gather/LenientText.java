package io.limpide.connect.gather;

import io.limpide.connect.ReadOptions;
import io.limpide.connect.SourceInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Text of formats that are UTF-8 by rule and something else now and then: UTF-16 or UTF-32 as a
 * whole, or single records in an eight-bit encoding between others in UTF-8.
 */
public final class LenientText {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private LenientText() {}

  /**
   * Opens a source as bytes of UTF-8, without byte order mark; records in an eight-bit encoding
   * stay as they are, for {@link #decode}.
   */
  public static InputStream open(SourceInput input, ReadOptions options) throws IOException {
    PushbackInputStream in = new PushbackInputStream(input.open(), 4);
    byte[] head = in.readNBytes(4);
    Charset charset = options.charset().orElse(wide(head));
    int mark = charset.equals(StandardCharsets.UTF_8) ? markLength(head) : 0;
    in.unread(head, mark, head.length - mark);
    return charset.equals(StandardCharsets.UTF_8)
        ? in
        : new Transcoded(new InputStreamReader(in, charset));
  }

  /** Returns the encoding of the first bytes, if it takes more than one byte for each character. */
  private static Charset wide(byte[] head) {
    if (head.length < 2) {
      return StandardCharsets.UTF_8;
    }
    int zeros = 0;
    for (int i = 0; i < head.length; i++) {
      zeros |= head[i] == 0 ? 1 << i : 0;
    }
    boolean little = head[0] == (byte) 0xFF && head[1] == (byte) 0xFE;
    boolean big = head[0] == (byte) 0xFE && head[1] == (byte) 0xFF;
    if (zeros == 0b1110 || (little && zeros == 0b1100)) {
      return Charset.forName("UTF-32LE");
    }
    if (zeros == 0b0111 || zeros == 0b0011) {
      return Charset.forName("UTF-32BE");
    }
    if (little || zeros == 0b1010 || zeros == 0b10) {
      return StandardCharsets.UTF_16LE;
    }
    if (big || zeros == 0b0101 || zeros == 0b01) {
      return StandardCharsets.UTF_16BE;
    }
    return StandardCharsets.UTF_8;
  }

  private static int markLength(byte[] head) {
    boolean mark =
        head.length >= 3
            && head[0] == (byte) 0xEF
            && head[1] == (byte) 0xBB
            && head[2] == (byte) 0xBF;
    return mark ? 3 : 0;
  }

  /** Returns the text of a record: UTF-8 where it is valid, else Windows-1252. */
  public static String decode(byte[] bytes) {
    return decode(bytes, WINDOWS_1252);
  }

  /** Returns the text of a record: UTF-8 where it is valid, else the other encoding. */
  public static String decode(byte[] bytes, Charset otherwise) {
    return isUtf8(bytes) ? new String(bytes, StandardCharsets.UTF_8) : new String(bytes, otherwise);
  }

  /** Returns whether the bytes are valid UTF-8. */
  public static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Characters as bytes of UTF-8. */
  private static final class Transcoded extends InputStream {
    private final Reader reader;
    private final char[] chars = new char[8192];
    private byte[] bytes = new byte[0];
    private int at;
    private boolean first = true;
    private int kept; // a high surrogate at the end of the last piece waits for its partner

    private Transcoded(Reader reader) {
      this.reader = reader;
    }

    @Override
    public int read() throws IOException {
      return at < bytes.length || fill() ? bytes[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (at == bytes.length && !fill()) {
        return -1;
      }
      int count = Math.min(length, bytes.length - at);
      System.arraycopy(bytes, at, target, from, count);
      at += count;
      return count;
    }

    private boolean fill() throws IOException {
      do {
        int read = reader.read(chars, kept, chars.length - kept);
        int count = kept + Math.max(read, 0);
        if (count == 0) {
          return false;
        }
        kept = read > 0 && Character.isHighSurrogate(chars[count - 1]) ? 1 : 0;
        int start = first && chars[0] == '\uFEFF' ? 1 : 0;
        first = false;
        bytes = new String(chars, start, count - kept - start).getBytes(StandardCharsets.UTF_8);
        at = 0;
        chars[0] = chars[count - 1];
      } while (bytes.length == 0);
      return true;
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
