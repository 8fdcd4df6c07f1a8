package io.limpide.connect;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Files packed with gzip (RFC 1952). */
final class Gzip {
  private Gzip() {}

  static boolean recognises(byte[] head) {
    return head.length > 3 && head[0] == 0x1f && head[1] == (byte) 0x8b && head[2] == 8;
  }

  static StoredInput unpack(SourceInput packed) throws UnreadableSourceException, IOException {
    try (InputStream in = new GZIPInputStream(packed.open(), 64 << 10)) {
      return StoredInput.of(in, packed.name(), Limits.of(packed));
    } catch (ZipException | EOFException e) {
      throw new UnreadableSourceException("archive.damaged", packed.name());
    }
  }
}
