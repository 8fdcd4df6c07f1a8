package io.limpide.connect.text;

import io.limpide.connect.SourceInput;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What one look at all bytes of a source tells about its encoding.
 *
 * <p>The first accent of a file may come after ten million bytes of ASCII, so nothing less than all
 * of them will do. ASCII passes eight bytes at a time.
 */
final class ByteSurvey {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final int HEAD = 64 << 10;

  private byte[] head = new byte[0];
  private long size;
  private long textEnd;
  private long characters; // well-formed ones of UTF-8 that are not ASCII
  private long malformed;
  private boolean nul;
  private final LineSample sample = new LineSample();

  private ByteSurvey() {}

  static ByteSurvey of(SourceInput input) throws IOException {
    ByteSurvey survey = new ByteSurvey();
    survey.head = input.head();
    survey.size = input.size();
    try (InputStream in = input.open()) {
      survey.read(in);
    }
    return survey;
  }

  private void read(InputStream in) throws IOException {
    byte[] buffer = new byte[256 << 10];
    int kept = 0;
    long lastText = 0; // after the last byte that is neither NUL nor Ctrl-Z
    long base = 0; // where the buffer stands in the source
    boolean ended = false;
    while (!ended) {
      int read = in.readNBytes(buffer, kept, buffer.length - kept);
      int end = kept + read;
      ended = end < buffer.length;
      int at = look(buffer, end, ended);
      for (int i = end - 1; i >= 0; i--) {
        if (buffer[i] != 0 && buffer[i] != 0x1a) {
          lastText = Math.max(lastText, base + i + 1);
          break;
        }
      }
      sample.add(buffer, 0, at);
      System.arraycopy(buffer, at, buffer, 0, end - at);
      kept = end - at;
      base += at;
    }
    textEnd = lastText;
  }

  /** Returns where it stopped: a character may be cut off there. */
  private int look(byte[] buffer, int end, boolean ended) {
    int at = 0;
    while (at < end) {
      if (at + 8 <= end) {
        long word = (long) LONGS.get(buffer, at);
        if ((word & HIGH_BITS) == 0) {
          nul |= ((word - LOW_BITS) & HIGH_BITS) != 0;
          at += 8;
          continue;
        }
      }
      int length = Utf8.length(buffer, at, end);
      if (length < 0 && !ended) {
        return at;
      }
      nul |= buffer[at] == 0;
      characters += length > 1 ? 1 : 0;
      malformed += length < 1 ? 1 : 0;
      at += Math.max(length, 1);
    }
    return at;
  }

  byte[] head() {
    return head.clone();
  }

  long size() {
    return size;
  }

  /** Returns where the text ends: before trailing NUL and Ctrl-Z. */
  long textEnd() {
    return textEnd;
  }

  boolean hasNul() {
    return nul;
  }

  boolean isUtf8() {
    return malformed == 0;
  }

  long characters() {
    return characters;
  }

  long malformed() {
    return malformed;
  }

  LineSample sample() {
    return sample;
  }

  static int headLength() {
    return HEAD;
  }
}
