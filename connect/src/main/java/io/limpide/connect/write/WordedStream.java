package io.limpide.connect.write;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Says in our words, with the place, what goes wrong while a result is written. */
final class WordedStream extends FilterOutputStream {
  private final Path target;

  WordedStream(OutputStream out, Path target) {
    super(out);
    this.target = target;
  }

  @Override
  public void write(int b) throws IOException {
    try {
      out.write(b);
    } catch (IOException e) {
      throw OutputException.of(target, e);
    }
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      throw OutputException.of(target, e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } catch (IOException e) {
      throw OutputException.of(target, e);
    }
  }
}
