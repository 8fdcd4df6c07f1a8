package io.limpide.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines of a stream, as bytes, of which none may be longer than so many bytes. */
final class Lines {
  private final InputStream in;
  private final int longest;
  private boolean tooLong;

  /** Reads from a stream that should be buffered. */
  Lines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** Returns the next line without its end; nothing when there is no more. */
  Optional<byte[]> next() throws IOException {
    tooLong = false;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int read = in.read();
    if (read < 0) {
      return Optional.empty();
    }
    for (; read >= 0 && read != '\n'; read = in.read()) {
      if (line.size() < longest) {
        line.write(read);
      } else {
        tooLong = true;
      }
    }
    return Optional.of(line.toByteArray());
  }

  /** Returns whether the line read last was longer, and is not whole. */
  boolean isTooLong() {
    return tooLong;
  }
}
