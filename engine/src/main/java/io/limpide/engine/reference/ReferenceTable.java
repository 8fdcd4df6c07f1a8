package io.limpide.engine.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads a table packaged beside this class: cells between {@code ;}, comment lines with #. */
final class ReferenceTable {
  private ReferenceTable() {}

  /** Returns the rows of a table, each of that many cells. */
  static List<String[]> rows(String name, int cells) {
    try (InputStream in = ReferenceTable.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no table " + name);
      }
      List<String[]> rows = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\r?\n", -1)) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] row = line.split(";", -1);
        if (row.length != cells) {
          throw new IllegalStateException(name + ": not " + cells + " cells: " + line);
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
