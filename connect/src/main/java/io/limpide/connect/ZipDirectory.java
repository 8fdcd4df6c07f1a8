package io.limpide.connect;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * The table of contents at the end of a ZIP file, which is read before anything is unpacked.
 *
 * <p>Source: PKWARE, .ZIP File Format Specification (APPNOTE.TXT) 6.3.10, sections 4.3 and 4.5.
 * Nothing is ever written under the name of an entry, so a name such as {@code ../x} is harmless.
 */
final class ZipDirectory {
  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int END_64_LOCATOR = 0x07064b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int LOCAL = 0x04034b50;
  private static final long MAX_DIRECTORY = 16 << 20;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final long IN_EXTRA = 0xffffffffL;

  /** One file of the archive. */
  record Entry(
      String name, int flags, int method, long crc, long packed, long unpacked, long offset) {
    boolean isEncrypted() {
      return (flags & 1) != 0;
    }

    boolean isFile() {
      String last = name.substring(name.lastIndexOf('/') + 1);
      // Left behind by file managers, never data.
      return !last.isEmpty()
          && !last.startsWith(".")
          && !name.startsWith("__MACOSX/")
          && !last.equalsIgnoreCase("Thumbs.db")
          && !last.equalsIgnoreCase("desktop.ini");
    }
  }

  private final SourceInput archive;
  private final List<Entry> entries;

  private ZipDirectory(SourceInput archive, List<Entry> entries) {
    this.archive = archive;
    this.entries = List.copyOf(entries);
  }

  static boolean recognises(byte[] head) {
    return head.length > 3
        && head[0] == 'P'
        && head[1] == 'K'
        && ((head[2] == 3 && head[3] == 4) || (head[2] == 5 && head[3] == 6));
  }

  /**
   * Reads the directory.
   *
   * @throws UnreadableSourceException when there is none, or one too large to be honest
   */
  static ZipDirectory of(SourceInput archive) throws UnreadableSourceException, IOException {
    try {
      return new ZipDirectory(archive, entries(archive));
    } catch (ZipException
        | EOFException
        | IndexOutOfBoundsException
        | java.nio.BufferUnderflowException e) {
      throw new UnreadableSourceException("archive.damaged", archive.name());
    }
  }

  /** Returns whether this is no archive but a document that only is packed as one. */
  boolean isDocument() {
    return entries.stream()
        .map(Entry::name)
        .anyMatch(
            name ->
                name.equals("[Content_Types].xml") // Office Open XML: XLSX and its kin
                    || name.equals("mimetype") // OpenDocument
                    || name.equals("Index/Document.iwa")); // Apple iWork
  }

  /** Returns the files that may hold data, in the order of the archive. */
  List<Entry> files() {
    return entries.stream().filter(Entry::isFile).toList();
  }

  /** Refuses what no honest archive has. */
  void check() throws UnreadableSourceException {
    if (entries.size() > Limits.ENTRIES) {
      throw new UnreadableSourceException(
          "archive.entries", archive.name(), String.valueOf(entries.size()));
    }
    Set<String> names = new HashSet<>();
    Limits declared = Limits.of(archive);
    for (Entry entry : entries) {
      if (!names.add(entry.name())) {
        throw new UnreadableSourceException("archive.duplicate", archive.name());
      }
      if (entry.isEncrypted()) {
        throw new UnreadableSourceException("archive.encrypted", archive.name());
      }
      declared.add(entry.unpacked());
    }
  }

  /**
   * Unpacks one file.
   *
   * @param limits shared by all files of the archive
   */
  StoredInput unpack(Entry entry, String name, Limits limits)
      throws UnreadableSourceException, IOException {
    CRC32 crc = new CRC32();
    try (InputStream in = archive.open()) {
      in.skipNBytes(entry.offset());
      ByteBuffer header = buffer(in.readNBytes(30));
      if (header.getInt(0) != LOCAL) {
        throw new ZipException("no local header");
      }
      in.skipNBytes((header.getShort(26) & 0xffff) + (long) (header.getShort(28) & 0xffff));
      StoredInput unpacked =
          StoredInput.of(new CheckedInputStream(content(in, entry), crc), name, limits);
      if (crc.getValue() != entry.crc()) {
        unpacked.close();
        throw new ZipException("wrong checksum");
      }
      return unpacked;
    } catch (ZipException | EOFException | IndexOutOfBoundsException e) {
      throw new UnreadableSourceException("archive.damaged", archive.name());
    }
  }

  private static InputStream content(InputStream in, Entry entry) throws ZipException {
    InputStream packed = new BoundedInputStream(in, entry.packed());
    return switch (entry.method()) {
      case STORED -> packed;
      case DEFLATED -> new InflaterInputStream(packed, new Inflater(true), 64 << 10);
      default -> throw new ZipException("method " + entry.method());
    };
  }

  private static List<Entry> entries(SourceInput archive) throws IOException {
    long size = archive.size();
    int tailLength = (int) Math.min(size, 22 + 0xffff + 20); // end record, comment, 64-bit locator
    ByteBuffer tail = bytes(archive, size - tailLength, tailLength);
    int end = tailLength - 22;
    while (end >= 0 && tail.getInt(end) != END) {
      end--;
    }
    if (end < 0) {
      throw new ZipException("no end record");
    }
    long length = tail.getInt(end + 12) & IN_EXTRA;
    long start = tail.getInt(end + 16) & IN_EXTRA;
    if (end >= 20 && tail.getInt(end - 20) == END_64_LOCATOR) {
      ByteBuffer end64 = bytes(archive, tail.getLong(end - 12), 56);
      if (end64.getInt(0) != END_64) {
        throw new ZipException("no 64-bit end record");
      }
      length = end64.getLong(40);
      start = end64.getLong(48);
    }
    if (length < 0 || start < 0 || length > MAX_DIRECTORY || start + length > size) {
      throw new ZipException("directory out of bounds");
    }
    ByteBuffer directory = bytes(archive, start, (int) length);
    List<Entry> entries = new ArrayList<>();
    while (directory.remaining() >= 46) {
      entries.add(entry(directory));
    }
    return entries;
  }

  private static Entry entry(ByteBuffer directory) throws ZipException {
    int at = directory.position();
    if (directory.getInt(at) != CENTRAL) {
      throw new ZipException("no central header");
    }
    int flags = directory.getShort(at + 8) & 0xffff;
    int nameLength = directory.getShort(at + 28) & 0xffff;
    int extraLength = directory.getShort(at + 30) & 0xffff;
    byte[] name = new byte[nameLength];
    directory.position(at + 46).get(name);
    long[] wide = {
      directory.getInt(at + 24) & IN_EXTRA,
      directory.getInt(at + 20) & IN_EXTRA,
      directory.getInt(at + 42) & IN_EXTRA
    };
    widen(wide, directory, extraLength);
    directory.position(at + 46 + nameLength + extraLength + (directory.getShort(at + 32) & 0xffff));
    boolean utf8 = (flags & 0x800) != 0;
    return new Entry(
        new String(name, utf8 ? StandardCharsets.UTF_8 : Charset.forName("IBM850")),
        flags,
        directory.getShort(at + 10) & 0xffff,
        directory.getInt(at + 16) & IN_EXTRA,
        wide[1],
        wide[0],
        wide[2]);
  }

  /** Reads unpacked size, packed size and offset from the 64-bit extra field where they are. */
  private static void widen(long[] wide, ByteBuffer directory, int extraLength)
      throws ZipException {
    int at = directory.position();
    int end = at + extraLength;
    while (at + 4 <= end) {
      int length = directory.getShort(at + 2) & 0xffff;
      if (directory.getShort(at) == 1) {
        int field = at + 4;
        for (int i = 0; i < wide.length; i++) {
          if (wide[i] == IN_EXTRA && field + 8 <= at + 4 + length) {
            wide[i] = directory.getLong(field);
            field += 8;
          }
        }
      }
      at += 4 + length;
    }
    for (long value : wide) {
      if (value < 0) {
        throw new ZipException("negative size");
      }
    }
  }

  private static ByteBuffer bytes(SourceInput input, long from, int length) throws IOException {
    if (from < 0) {
      throw new ZipException("out of bounds");
    }
    try (InputStream in = input.open()) {
      in.skipNBytes(from);
      byte[] bytes = in.readNBytes(length);
      if (bytes.length < length) {
        throw new EOFException();
      }
      return buffer(bytes);
    }
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
