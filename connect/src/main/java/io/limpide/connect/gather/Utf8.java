package io.limpide.connect.text;

/**
 * Tells UTF-8 from what is not.
 *
 * <p>Source: The Unicode Standard, table 3-7 "Well-Formed UTF-8 Byte Sequences".
 */
final class Utf8 {
  private Utf8() {}

  /**
   * Returns the length of the character that begins at {@code at}: 1 to 4, 0 when no well-formed
   * one does, -1 when a well-formed one may be cut off by the end.
   */
  static int length(byte[] bytes, int at, int end) {
    int lead = bytes[at] & 0xff;
    if (lead < 0x80) {
      return 1;
    }
    int length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    for (int i = 1; i < length; i++) {
      if (at + i >= end) {
        return -1;
      }
      int low = 0x80;
      int high = 0xbf;
      if (i == 1) {
        low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
      }
      int b = bytes[at + i] & 0xff;
      if (b < low || b > high) {
        return 0;
      }
    }
    return length;
  }
}
