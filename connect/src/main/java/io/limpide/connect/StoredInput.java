package io.limpide.connect;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Bytes in memory or in a file, which can be read again and again. */
final class StoredInput implements SourceInput, AutoCloseable {
  private static final int IN_MEMORY = 16 << 20;
  private static final int HEAD = 64 << 10;

  private final String name;
  private final long size;
  private final byte[] bytes; // the whole, when there is no file
  private final @Nullable Path file;
  private final boolean temporary;
  private byte @Nullable [] head;

  /** Makes an input of a file that stays when this is closed. */
  StoredInput(String name, Path file, long size) {
    this(name, size, new byte[0], file, false);
  }

  /** Makes an input of bytes in memory. */
  StoredInput(String name, byte[] bytes) {
    this(name, bytes.length, bytes, null, false);
  }

  private StoredInput(
      String name, long size, byte[] bytes, @Nullable Path file, boolean temporary) {
    this.name = name;
    this.size = size;
    this.bytes = bytes;
    this.file = file;
    this.temporary = temporary;
  }

  /**
   * Stores a stream: little in memory, much in a temporary file that {@link #close} deletes.
   *
   * @param limits told of every byte before it is kept
   */
  static StoredInput of(InputStream in, String name, Limits limits)
      throws UnreadableSourceException, IOException {
    ByteArrayOutputStream memory = new ByteArrayOutputStream();
    byte[] buffer = new byte[64 << 10];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      limits.add(read);
      memory.write(buffer, 0, read);
      if (memory.size() > IN_MEMORY) {
        return toFile(memory, in, name, limits);
      }
    }
    return new StoredInput(name, memory.toByteArray());
  }

  private static StoredInput toFile(
      ByteArrayOutputStream begin, InputStream in, String name, Limits limits)
      throws UnreadableSourceException, IOException {
    Path file = Files.createTempFile("limpide-", ".tmp"); // readable by its owner only
    boolean kept = false;
    try (OutputStream out = Files.newOutputStream(file)) {
      write(out, begin.toByteArray(), begin.size(), name);
      byte[] buffer = new byte[256 << 10];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        limits.add(read);
        write(out, buffer, read, name);
      }
      kept = true;
    } finally {
      if (!kept) {
        Files.deleteIfExists(file);
      }
    }
    file.toFile().deleteOnExit(); // for an end that skips close()
    return new StoredInput(name, Files.size(file), new byte[0], file, true);
  }

  private static void write(OutputStream out, byte[] bytes, int length, String name)
      throws UnreadableSourceException {
    try {
      out.write(bytes, 0, length);
    } catch (IOException e) {
      throw new UnreadableSourceException("disk", name, System.getProperty("java.io.tmpdir", ""));
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public byte[] head() throws IOException {
    if (head == null) {
      try (InputStream in = open()) {
        head = in.readNBytes(HEAD);
      }
    }
    return head.clone();
  }

  @Override
  public InputStream open() throws IOException {
    return file == null ? new ByteArrayInputStream(bytes) : Files.newInputStream(file);
  }

  @Override
  public void close() throws IOException {
    if (temporary && file != null) {
      Files.deleteIfExists(file);
    }
  }
}
