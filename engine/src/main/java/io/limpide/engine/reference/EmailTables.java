package io.limpide.engine.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the e-mail tables: one entry a line, or {@code key ; values}; {@code #} begins a comment.
 */
final class EmailTables {
  private EmailTables() {}

  static Set<String> words(String name) {
    Set<String> words = new LinkedHashSet<>();
    for (String line : lines(name)) {
      words.addAll(List.of(line.split(" +", -1)));
    }
    return words;
  }

  /** Returns, for each value of the table, its key. */
  static Map<String, String> keysByValue(String name) {
    Map<String, String> keys = new LinkedHashMap<>();
    for (String line : lines(name)) {
      String[] cells = line.split(";", 2);
      for (String value : cells[1].strip().split(" +", -1)) {
        keys.put(value, cells[0].strip());
      }
    }
    return keys;
  }

  /** Returns the one value of each key; empty where the line names none. */
  static Map<String, String> valueByKey(String name) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : lines(name)) {
      String[] cells = line.split(";", 2);
      values.put(cells[0].strip(), cells[1].strip());
    }
    return values;
  }

  private static List<String> lines(String name) {
    try (InputStream in = EmailTables.class.getResourceAsStream("email/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the packaged table email/" + name + " is missing");
      }
      List<String> lines = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(line.strip());
        }
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
