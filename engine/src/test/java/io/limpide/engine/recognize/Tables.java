package io.limpide.engine.recognize;

import io.limpide.engine.table.Table;
import io.limpide.engine.table.TableBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes tables for tests. */
public final class Tables {
  private Tables() {}

  /** Returns a table of rows whose cells are separated by {@code ;}; the first holds headers. */
  public static Table of(String... lines) {
    TableBuilder builder = new TableBuilder("test", List.of(lines[0].split(";", -1)));
    for (int i = 1; i < lines.length; i++) {
      String[] cells = lines[i].split(";", -1);
      for (int c = 0; c < cells.length; c++) {
        builder.cell(c, cells[c]);
      }
      builder.endRow(i + 1);
    }
    return builder.build();
  }

  /** Returns a table of one column. */
  public static Table column(String header, List<String> values) {
    TableBuilder builder = new TableBuilder("test", List.of(header));
    for (int i = 0; i < values.size(); i++) {
      builder.cell(0, values.get(i));
      builder.endRow(i + 2);
    }
    return builder.build();
  }

  /** Reads a well-formed CSV file, comma and double quotes. */
  static Table csv(Path path) throws IOException {
    String text = Files.readString(path);
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
        if (doubled) {
          cell.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else if (quoted || c != '\r') {
        cell.append(c);
      }
    }
    TableBuilder builder = new TableBuilder(path.toString(), rows.get(0));
    for (int i = 1; i < rows.size(); i++) {
      for (int c = 0; c < Math.min(rows.get(0).size(), rows.get(i).size()); c++) {
        builder.cell(c, rows.get(i).get(c));
      }
      builder.endRow(i + 1);
    }
    return builder.build();
  }
}
