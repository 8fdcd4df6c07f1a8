package io.limpide.connect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Kinds of files that hold no table we read, by the signature they begin with.
 *
 * <p>Source of the signatures: the formats' own specifications, as collected in the magic database
 * of file(1).
 */
final class ForeignKind {
  /** Bytes as characters, each of them one of Latin-1. */
  private record Signature(String code, int at, String bytes) {
    static Signature of(String code, int at, int... bytes) {
      StringBuilder signature = new StringBuilder();
      for (int b : bytes) {
        signature.append((char) b);
      }
      return new Signature(code, at, signature.toString());
    }

    static Signature of(String code, int at, String bytes) {
      return new Signature(code, at, bytes);
    }

    boolean opens(byte[] head) {
      byte[] wanted = bytes.getBytes(StandardCharsets.ISO_8859_1);
      return head.length >= at + wanted.length
          && Arrays.equals(head, at, at + wanted.length, wanted, 0, wanted.length);
    }
  }

  private static final byte[] OLE2 = {
    (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
  };

  private static final List<Signature> SIGNATURES =
      List.of(
          Signature.of("binary.pdf", 0, "%PDF-"),
          Signature.of("binary.image", 0, "\u0089PNG\r\n"),
          Signature.of("binary.image", 0, 0xff, 0xd8, 0xff),
          Signature.of("binary.image", 0, "GIF87a"),
          Signature.of("binary.image", 0, "GIF89a"),
          Signature.of("binary.image", 0, 'I', 'I', 42, 0),
          Signature.of("binary.image", 0, 'M', 'M', 0, 42),
          Signature.of("binary.image", 8, "WEBPVP8"),
          Signature.of("binary.media", 4, "ftyp"),
          Signature.of("binary.media", 8, "WAVEfmt"),
          Signature.of("binary.media", 0, "ID3\u0003\u0000"),
          Signature.of("binary.media", 0, "ID3\u0004\u0000"),
          Signature.of("binary.program", 0, 0x7f, 'E', 'L', 'F'),
          Signature.of("binary.program", 0, 'M', 'Z', 0x90, 0),
          Signature.of("binary.program", 0, 0xca, 0xfe, 0xba, 0xbe),
          Signature.of("binary.program", 0, 0xcf, 0xfa, 0xed, 0xfe),
          Signature.of("binary.packed", 0, "BZh9"),
          Signature.of("binary.packed", 0, 0xfd, '7', 'z', 'X', 'Z', 0),
          Signature.of("binary.packed", 0, '7', 'z', 0xbc, 0xaf, 0x27, 0x1c),
          Signature.of("binary.packed", 0, "Rar!\u001a\u0007"),
          Signature.of("binary.packed", 0, 0x28, 0xb5, 0x2f, 0xfd),
          Signature.of("binary.packed", 257, "ustar"),
          Signature.of("binary.database", 0, "SQLite format 3\u0000"),
          Signature.of("binary.database", 4, "Standard Jet DB"),
          Signature.of("binary.database", 4, "Standard ACE DB"),
          Signature.of("binary.database", 0, "PAR1"),
          Signature.of("binary.mailbox", 0, "!BDN"),
          Signature.of("binary.word", 0, "{\\rtf1"));

  private ForeignKind() {}

  /** Refuses bytes of a foreign kind, naming it; says nothing to what may be text. */
  static void refuse(SourceInput input) throws UnreadableSourceException, IOException {
    byte[] head = input.head();
    if (head.length >= OLE2.length && Arrays.equals(head, 0, 8, OLE2, 0, 8)) {
      throw new UnreadableSourceException(ole2(input), input.name());
    }
    for (Signature signature : SIGNATURES) {
      if (signature.opens(head)) {
        throw new UnreadableSourceException(signature.code(), input.name());
      }
    }
    if (ZipDirectory.recognises(head)) {
      throw new UnreadableSourceException("binary.document", input.name());
    }
    String begin = new String(head, 0, Math.min(head.length, 1024), StandardCharsets.ISO_8859_1);
    String markup = begin.replaceFirst("^\u00ef\u00bb\u00bf", "").strip().toLowerCase(Locale.ROOT);
    if (markup.startsWith("<!doctype html") || markup.startsWith("<html")) {
      throw new UnreadableSourceException("html", input.name());
    }
    if (markup.startsWith("<?xml")) {
      throw new UnreadableSourceException("xml", input.name());
    }
  }

  /** Tells a workbook under a password from an old one: both are OLE2 compound files. */
  private static String ole2(SourceInput input) throws IOException {
    try (java.io.InputStream in = input.open()) {
      // The names of the streams inside are in UTF-16, usually near one of the ends.
      String bytes = new String(in.readNBytes(64 << 20), StandardCharsets.ISO_8859_1);
      if (bytes.contains(wide("EncryptedPackage"))) {
        return "encrypted";
      }
      return bytes.contains(wide("WordDocument")) ? "binary.word" : "binary.xls";
    }
  }

  private static String wide(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
  }
}
