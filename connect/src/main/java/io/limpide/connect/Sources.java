package io.limpide.connect;

import io.limpide.engine.finding.Dimension;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.finding.Severity;
import io.limpide.engine.table.TableTooLargeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads customer data from a file or a stream, whatever it is written in.
 *
 * <p>Content decides, never the name: packed files are unpacked, the format that is surest of the
 * bytes reads them, and text that nobody claims is CSV. A file gives one source, an archive one for
 * each file in it.
 */
public final class Sources {
  private static final Reason ENTRY_UNREADABLE =
      new Reason("archive.entry.unreadable", Severity.WARNING, Dimension.COMPLETENESS);

  private Sources() {}

  /**
   * Reads a file.
   *
   * @return one source, or one for each readable file of an archive, in its order; never empty
   * @throws UnreadableSourceException when nothing useful can be read; says what it is and the way
   *     out
   * @throws IOException when the medium fails
   */
  public static List<SourceRead> read(Path file, ReadOptions options)
      throws UnreadableSourceException, IOException {
    String name = name(file);
    if (!Files.exists(file)) {
      throw new UnreadableSourceException("missing", file.toString());
    }
    if (Files.isDirectory(file)) {
      throw new UnreadableSourceException("directory", file.toString());
    }
    if (!Files.isReadable(file)) {
      throw new UnreadableSourceException("denied", file.toString());
    }
    try {
      if (!Files.isRegularFile(file)) { // a pipe: can be read only once
        try (InputStream in = Files.newInputStream(file)) {
          return read(in, name, options);
        }
      }
      return read(new StoredInput(name, file, Files.size(file)), options);
    } catch (NoSuchFileException e) {
      throw new UnreadableSourceException("missing", file.toString());
    } catch (AccessDeniedException e) {
      throw new UnreadableSourceException("denied", file.toString());
    }
  }

  /**
   * Reads a stream to its end, such as standard input. What does not fit in some megabytes of
   * memory waits in a temporary file that is gone when this returns.
   *
   * @param in left open
   * @param name by which people know the source
   * @return as {@link #read(Path, ReadOptions)} does
   */
  public static List<SourceRead> read(InputStream in, String name, ReadOptions options)
      throws UnreadableSourceException, IOException {
    try (StoredInput stored = StoredInput.of(in, name, Limits.unlimited(name))) {
      return read(stored, options);
    }
  }

  private static List<SourceRead> read(StoredInput input, ReadOptions options)
      throws UnreadableSourceException, IOException {
    if (input.size() == 0) {
      throw new UnreadableSourceException("empty", input.name());
    }
    byte[] head = input.head();
    if (Gzip.recognises(head)) {
      try (StoredInput unpacked = Gzip.unpack(input)) {
        refuseNested(input, unpacked);
        return List.of(readOne(unpacked, options));
      }
    }
    if (ZipDirectory.recognises(head)) {
      ZipDirectory directory = ZipDirectory.of(input);
      if (!directory.isDocument()) {
        return readAll(input, directory, options);
      }
    }
    return List.of(readOne(input, options));
  }

  /** One file of an archive that cannot be read does not keep the others from being read. */
  private static List<SourceRead> readAll(
      StoredInput archive, ZipDirectory directory, ReadOptions options)
      throws UnreadableSourceException, IOException {
    directory.check();
    List<ZipDirectory.Entry> files = directory.files();
    if (files.isEmpty()) {
      throw new UnreadableSourceException("archive.empty", archive.name());
    }
    Limits limits = Limits.of(archive);
    List<SourceRead> reads = new ArrayList<>();
    List<Remark> remarks = new ArrayList<>();
    UnreadableSourceException first = null;
    for (ZipDirectory.Entry entry : files) {
      String name = files.size() == 1 ? archive.name() : archive.name() + "/" + entry.name();
      try (StoredInput unpacked = directory.unpack(entry, name, limits)) {
        refuseNested(archive, unpacked);
        reads.add(readOne(unpacked, options));
      } catch (UnreadableSourceException e) {
        if (e.code().startsWith("archive.")) {
          throw e;
        }
        first = first == null ? e : first;
        remarks.add(Remark.of(ENTRY_UNREADABLE, entry.name()));
      }
    }
    if (reads.isEmpty() && first != null) {
      throw first;
    }
    if (!remarks.isEmpty()) {
      reads.set(0, withRemarks(reads.get(0), remarks));
    }
    return List.copyOf(reads);
  }

  private static void refuseNested(StoredInput archive, StoredInput unpacked)
      throws UnreadableSourceException, IOException {
    byte[] head = unpacked.head();
    boolean nested =
        Gzip.recognises(head)
            || (ZipDirectory.recognises(head) && !ZipDirectory.of(unpacked).isDocument());
    if (nested) {
      throw new UnreadableSourceException("archive.nested", archive.name());
    }
  }

  private static SourceRead readOne(StoredInput input, ReadOptions options)
      throws UnreadableSourceException, IOException {
    if (input.size() == 0) {
      throw new UnreadableSourceException("empty", input.name());
    }
    SourceFormat format = Formats.of(input);
    try {
      return withRecords(format.read(input, options), input.name());
    } catch (TableTooLargeException e) {
      throw new UnreadableSourceException("large", input.name());
    }
  }

  /** Refuses a source without a single record: there is nothing to clean. */
  private static SourceRead withRecords(SourceRead read, String name)
      throws UnreadableSourceException {
    if (read.table().rows() > 0) {
      return read;
    }
    int header = Integer.parseInt(read.facts().getOrDefault("header_row", "0"));
    List<Rejection> records = read.rejections().stream().filter(of -> of.row() > header).toList();
    if (records.isEmpty()) {
      throw new UnreadableSourceException("header_only", name);
    }
    throw UnreadableSourceException.allRejected(name, records);
  }

  private static SourceRead withRemarks(SourceRead read, List<Remark> more) {
    List<Remark> remarks = new ArrayList<>(read.remarks());
    remarks.addAll(more);
    return new SourceRead(read.table(), read.rejections(), read.facts(), remarks);
  }

  private static String name(Path file) {
    Path last = file.getFileName();
    return last == null ? file.toString() : last.toString();
  }
}
