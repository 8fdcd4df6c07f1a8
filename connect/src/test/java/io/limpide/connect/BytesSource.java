package io.limpide.connect;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A source in memory. */
public record BytesSource(String name, byte[] bytes) implements SourceInput {
  /** Makes a source of a text in UTF-8. */
  public static BytesSource of(String name, String text) {
    return new BytesSource(name, text.getBytes(StandardCharsets.UTF_8));
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
