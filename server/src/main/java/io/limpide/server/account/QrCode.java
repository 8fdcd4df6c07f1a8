package io.limpide.server.account;

import io.nayuki.qrcodegen.QrCode.Ecc;

/**
 * A QR code as the path of an SVG.
 *
 * @param side how many modules it is wide and high, quiet zone included
 * @param path draws the dark modules
 */
record QrCode(int side, String path) {
  private static final int QUIET = 4; // ISO/IEC 18004, section 6.3.8

  static QrCode of(String text) {
    io.nayuki.qrcodegen.QrCode code = io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return new QrCode(code.size + 2 * QUIET, path.toString());
  }
}
