package io.limpide.connect.xlsx;

import io.limpide.connect.SourceInput;
import io.limpide.connect.UnreadableSourceException;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a workbook in their zip archive, with guards against archives made to harm: at most
 * 2,000 parts, 2 GB unpacked, packed to no less than 1 %, no part twice, no name that leads out.
 *
 * <p>The directory at the archive's end is what counts; parts are never unpacked to files. POI's
 * own guards count what really comes out, since sizes may lie.
 */
final class Archive implements Closeable {
  private static final int MAX_PARTS = 2_000;
  private static final long MAX_UNPACKED = 2L << 30;

  static {
    ZipSecureFile.setMaxFileCount(MAX_PARTS);
    ZipSecureFile.setMaxEntrySize(MAX_UNPACKED);
    ZipSecureFile.setMinInflateRatio(0.01);
  }

  private final String name;
  private final Path copy;
  private final ZipSecureFile zip;
  private final Map<String, ZipArchiveEntry> parts = new HashMap<>();
  private long unpacked;

  private Archive(String name, Path copy, ZipSecureFile zip) {
    this.name = name;
    this.copy = copy;
    this.zip = zip;
  }

  static Archive open(SourceInput input) throws UnreadableSourceException, IOException {
    // Zip archives are read from their end, which needs a file; only this user may read it.
    Path copy = Files.createTempFile("limpide-", ".zip");
    try {
      try (InputStream in = input.open()) {
        Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      }
      Archive archive = new Archive(input.name(), copy, open(input.name(), copy));
      try {
        archive.check();
      } catch (UnreadableSourceException e) {
        archive.close();
        throw e;
      }
      deleteEarly(copy);
      return archive;
    } catch (UnreadableSourceException | IOException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  private static ZipSecureFile open(String name, Path copy) throws UnreadableSourceException {
    try {
      return new ZipSecureFile(copy.toFile());
    } catch (IOException | RuntimeException e) {
      String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
      if (said.contains("more than 1 entry")) {
        throw new UnreadableSourceException("xlsx.twice", name);
      }
      if (said.contains("more internal file entries")) {
        throw new UnreadableSourceException("xlsx.parts", name);
      }
      UnreadableSourceException refusal = new UnreadableSourceException("xlsx.damaged", name);
      refusal.initCause(e);
      throw refusal;
    }
  }

  /** Where the system lets go of the name of an open file, nothing is left even after a kill. */
  private static void deleteEarly(Path copy) {
    try {
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      // Closing deletes it.
    }
  }

  private void check() throws UnreadableSourceException {
    long declared = 0;
    int count = 0;
    for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
      ZipArchiveEntry entry = entries.nextElement();
      if (++count > MAX_PARTS) {
        throw new UnreadableSourceException("xlsx.parts", name);
      }
      declared += Math.max(0, entry.getSize());
      if (declared > MAX_UNPACKED) {
        throw new UnreadableSourceException("xlsx.bomb", name);
      }
      String part = key(entry.getName());
      if (("/" + part + "/").contains("/../")) {
        throw new UnreadableSourceException("xlsx.names", name);
      }
      if (parts.put(part, entry) != null) {
        throw new UnreadableSourceException("xlsx.twice", name);
      }
    }
  }

  /** Names of parts do not tell capitals from small letters; some programs write backslashes. */
  private static String key(String part) {
    String slashes = part.replace('\\', '/').toLowerCase(Locale.ROOT);
    return slashes.startsWith("/") ? slashes.substring(1) : slashes;
  }

  String name() {
    return name;
  }

  boolean has(String part) {
    return parts.containsKey(key(part));
  }

  /** Returns the unpacked size of a part as declared, 0 when unknown. */
  long size(String part) {
    ZipArchiveEntry entry = parts.get(key(part));
    return entry == null ? 0 : Math.max(0, entry.getSize());
  }

  /** Opens a part, or gives null when there is none of that name. */
  @Nullable InputStream part(String part) throws IOException {
    ZipArchiveEntry entry = parts.get(key(part));
    return entry == null ? null : new Checked(zip.getInputStream(entry), entry.getCrc());
  }

  @Override
  public void close() throws IOException {
    try {
      zip.close();
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /** Counts what comes out of all parts, and compares the check sum at a part's end. */
  private final class Checked extends FilterInputStream {
    private final CRC32 sum = new CRC32();
    private final long expected;
    private long count;

    private Checked(InputStream in, long expected) {
      super(in);
      this.expected = expected;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      int read = in.read(target, from, length);
      if (read < 0) {
        if (expected >= 0 && sum.getValue() != expected) {
          throw new IOException("check sum");
        }
        return read;
      }
      sum.update(target, from, read);
      count += read;
      unpacked += read;
      if (count > MAX_UNPACKED || unpacked > 2 * MAX_UNPACKED) {
        throw new IOException("Zip bomb");
      }
      return read;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
