package io.limpide.connect;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of one source, unpacked if they came packed; they may be read several times.
 *
 * <p>A format asks {@link #head} to recognise itself and {@link #open} to read.
 */
public interface SourceInput {
  /** Returns the name by which people know the source, such as {@code export.csv}. */
  String name();

  /** Returns the number of bytes. */
  long size();

  /** Returns the first bytes, at most 64 KiB. */
  byte[] head() throws IOException;

  /** Opens the bytes from the beginning; the caller closes. */
  InputStream open() throws IOException;
}
