package io.limpide.connect.xlsx;

import io.limpide.connect.ReadOptions;
import io.limpide.connect.SourceFormat;
import io.limpide.connect.SourceInput;
import io.limpide.connect.SourceRead;
import io.limpide.connect.UnreadableSourceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Workbooks of Excel 2007 and later ({@code .xlsx}, {@code .xlsm}), whichever program wrote them.
 *
 * <p>Read as a stream of events in memory that grows with the table, not with the file; formulas
 * give the result that the file holds, nothing is ever computed or fetched.
 */
public final class XlsxFormat implements SourceFormat {
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final String[] PARTS = {"[Content_Types].xml", "xl/workbook", "xl\\workbook"};
  private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

  /** For {@link java.util.ServiceLoader}. */
  public XlsxFormat() {}

  @Override
  public String name() {
    return "xlsx";
  }

  @Override
  public double recognise(SourceInput input) throws IOException {
    if (startsWith(input.head(), ZIP)) {
      for (String part : PARTS) {
        byte[] wanted = part.getBytes(StandardCharsets.US_ASCII);
        if (indexOf(input.head(), input.head().length, wanted) >= 0) {
          return 0.99;
        }
      }
      return holds(input, PARTS[0].getBytes(StandardCharsets.US_ASCII)) ? 0.99 : 0;
    }
    return isEncrypted(input) ? 0.99 : 0;
  }

  @Override
  public SourceRead read(SourceInput input, ReadOptions options)
      throws UnreadableSourceException, IOException {
    if (isEncrypted(input)) {
      throw new UnreadableSourceException("xlsx.encrypted", input.name());
    }
    try (Archive archive = Archive.open(input)) {
      return new WorkbookReading(archive, options).read();
    }
  }

  /** An encrypted workbook is a compound file around it, as old binary workbooks are. */
  private static boolean isEncrypted(SourceInput input) throws IOException {
    return startsWith(input.head(), COMPOUND) && holds(input, ENCRYPTED);
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length && indexOf(bytes, start.length, start) == 0;
  }

  private static boolean holds(SourceInput input, byte[] wanted) throws IOException {
    byte[] piece = new byte[1 << 16];
    try (InputStream in = input.open()) {
      int kept = 0;
      for (int read; (read = in.readNBytes(piece, kept, piece.length - kept)) > 0; ) {
        int length = kept + read;
        if (indexOf(piece, length, wanted) >= 0) {
          return true;
        }
        kept = Math.min(length, wanted.length - 1);
        System.arraycopy(piece, length - kept, piece, 0, kept);
      }
    }
    return false;
  }

  private static int indexOf(byte[] bytes, int length, byte[] wanted) {
    for (int at = 0; at + wanted.length <= length; at++) {
      int same = 0;
      while (same < wanted.length && bytes[at + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return at;
      }
    }
    return -1;
  }
}
