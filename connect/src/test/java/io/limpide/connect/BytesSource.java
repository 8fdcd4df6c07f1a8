package io.limpide.connect;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A source in memory. */
public final class BytesSource implements SourceInput {
  private final String name;
  private final byte[] bytes;

  /**
   * @param bytes kept, not copied
   */
  public BytesSource(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /** Makes a source of a text in UTF-8. */
  public static BytesSource of(String name, String text) {
    return new BytesSource(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String name() {
    return name;
  }

  /** Returns the bytes themselves. */
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public byte[] head() {
    return Arrays.copyOf(bytes, Math.min(bytes.length, 1 << 16));
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }
}
