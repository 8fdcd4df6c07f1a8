package io.limpide.connect.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Recognises UTF-16 and UTF-32 without byte order mark: half or more of the bytes of every ASCII
 * character are zero, and delimiters, digits and line ends are ASCII in any language.
 */
final class WideText {
  private static final double MOST_ODD = 0.01; // share of characters that no text has

  private WideText() {}

  /** Returns the encoding that the beginning of a source is in, if it is one of these. */
  static Optional<Charset> of(byte[] head) {
    int zeros = 0;
    for (byte b : head) {
      zeros += b == 0 ? 1 : 0;
    }
    if (head.length < 4 || zeros * 40 < head.length) {
      return Optional.empty();
    }
    if (fits(head, 4, true)) {
      return Optional.of(Charset.forName("UTF-32LE"));
    }
    if (fits(head, 4, false)) {
      return Optional.of(Charset.forName("UTF-32BE"));
    }
    if (fits(head, 2, true)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    if (fits(head, 2, false)) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return Optional.empty();
  }

  /** Returns whether a source begins with the byte order mark of UTF-16 or UTF-32. */
  static boolean isMarked(byte[] head) {
    return head.length > 1
        && ((head[0] == (byte) 0xff && head[1] == (byte) 0xfe)
            || (head[0] == (byte) 0xfe && head[1] == (byte) 0xff)
            || (head.length > 3
                && head[0] == 0
                && head[1] == 0
                && head[2] == (byte) 0xfe
                && head[3] == (byte) 0xff));
  }

  /** Returns whether the characters of an encoding are two or four bytes wide. */
  static boolean isWide(Charset charset) {
    return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
  }

  private static boolean fits(byte[] head, int width, boolean little) {
    int units = head.length / width;
    int ascii = 0;
    int odd = 0;
    for (int unit = 0; unit < units; unit++) {
      long value = 0;
      for (int i = 0; i < width; i++) {
        int at = unit * width + (little ? width - 1 - i : i);
        value = value << 8 | (head[at] & 0xff);
      }
      if (value > 0x10ffff) {
        return false;
      }
      int character = (int) value;
      boolean lineEnd = character == '\n' || character == '\r' || character == '\t';
      ascii += lineEnd || (character >= ' ' && character < 0x7f) ? 1 : 0;
      int type = Character.getType(character);
      odd +=
          !lineEnd
                  && (type == Character.CONTROL
                      || type == Character.UNASSIGNED
                      || type == Character.PRIVATE_USE)
              ? 1
              : 0;
    }
    return ascii * 20 >= units && odd <= units * MOST_ODD;
  }
}
