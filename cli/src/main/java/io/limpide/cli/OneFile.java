package io.limpide.cli;

import io.limpide.connect.write.OutputException;
import io.limpide.connect.write.OutputFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A result that is one file, where the user wants it; whole or not at all. */
final class OneFile {
  private OneFile() {}

  /**
   * Writes it.
   *
   * @param inputs the files that are read; none of them is ever overwritten
   */
  static void write(Path place, List<Path> inputs, String text) throws IOException {
    Path file = place.toAbsolutePath();
    if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
      // A device or a pipe takes what is written, and is never replaced.
      try {
        Files.writeString(file, text);
      } catch (IOException e) {
        throw OutputException.of(file, e);
      }
      return;
    }
    Path parent = file.getParent();
    try (OutputFolder folder = OutputFolder.open(parent == null ? file : parent, inputs)) {
      try (OutputStream stream = folder.file(String.valueOf(file.getFileName()))) {
        stream.write(text.getBytes(StandardCharsets.UTF_8));
      }
      folder.commit();
    }
  }
}
