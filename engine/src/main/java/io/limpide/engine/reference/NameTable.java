package io.limpide.engine.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the packaged tables. */
final class NameTable {
  private NameTable() {}

  /** Returns the lines of a table, without comments and blank lines. */
  static List<String> lines(String name) {
    try (InputStream in = NameTable.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the packaged table " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("could not read the packaged table " + name, e);
    }
  }
}
