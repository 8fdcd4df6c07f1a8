package io.limpide.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Reads the rule files under {@code src/test/resources/spec}: one case a line, cells separated by
 * {@code ;} and trimmed, {@code #} begins a comment line.
 *
 * <p>A cell in double quotes keeps its spaces and may hold {@code ;} and the escapes {@code \n},
 * {@code \t}, {@code \"}, {@code \\} and {@code \}{@code uXXXX}. {@code ""} is the empty string,
 * and so is a blank cell. The last cell of a line names the source of the rule.
 */
public final class Spec {
  private Spec() {}

  /**
   * Returns the cells of each line, as arguments for a parameterized test.
   *
   * @param name path below {@code spec/}, such as {@code email/typos.csv}
   * @param cells how many cells each line must have, its source included
   */
  public static Stream<Arguments> cases(String name, int cells) {
    List<Arguments> cases = new ArrayList<>();
    int number = 0;
    for (String line : read(name).split("\r?\n", -1)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> row = split(line);
      if (row.size() != cells) {
        throw new IllegalArgumentException(
            "spec/%s line %d has %d cells instead of %d: %s"
                .formatted(name, number, row.size(), cells, line));
      }
      cases.add(Arguments.of(row.toArray()));
    }
    if (cases.isEmpty()) {
      throw new IllegalArgumentException("spec/" + name + " holds no case");
    }
    return cases.stream();
  }

  private static String read(String name) {
    try (InputStream in = Spec.class.getResourceAsStream("/spec/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no file spec/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> split(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    boolean wasQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quoted && c == '\\') {
        i++;
        char escaped = line.charAt(i);
        switch (escaped) {
          case 'n' -> cell.append('\n');
          case 't' -> cell.append('\t');
          case 'r' -> cell.append('\r');
          case 'u' -> {
            cell.append((char) Integer.parseInt(line.substring(i + 1, i + 5), 16));
            i += 4;
          }
          default -> cell.append(escaped);
        }
      } else if (c == '"' && (quoted || cell.toString().isBlank())) {
        if (!quoted) {
          cell.setLength(0);
        }
        quoted = !quoted;
        wasQuoted = true;
      } else if (c == ';' && !quoted) {
        cells.add(wasQuoted ? cell.toString() : cell.toString().strip());
        cell.setLength(0);
        wasQuoted = false;
      } else if (!wasQuoted || quoted) {
        cell.append(c);
      }
    }
    cells.add(wasQuoted ? cell.toString() : cell.toString().strip());
    return cells;
  }
}
