package io.limpide.connect;

import io.limpide.engine.message.Messages;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads sources in tests and shows what came out as plain lists. */
public final class Reading {
  private Reading() {}

  /** Reads one source. */
  public static SourceRead read(byte[] bytes) throws UnreadableSourceException, IOException {
    return Sources.read(new ByteArrayInputStream(bytes), "test", ReadOptions.DEFAULT).get(0);
  }

  /** Reads one source in UTF-8. */
  public static SourceRead read(String text) throws UnreadableSourceException, IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns what the source calls its columns. */
  public static List<String> header(SourceRead read) {
    return read.table().columns().stream().map(Column::header).toList();
  }

  /** Returns the rows of the table. */
  public static List<List<String>> rows(SourceRead read) {
    Table table = read.table();
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      List<String> cells = new ArrayList<>();
      for (Column column : table.columns()) {
        cells.add(column.value(row));
      }
      rows.add(cells);
    }
    return rows;
  }

  /** Returns the header and the rows. */
  public static List<List<String>> all(SourceRead read) {
    List<List<String>> all = new ArrayList<>();
    if ("yes".equals(read.facts().get("header"))) {
      all.add(header(read));
    }
    all.addAll(rows(read));
    return all;
  }

  /** Returns the remarks in English. */
  public static List<String> remarks(SourceRead read) {
    Messages messages = Messages.of(Locale.ENGLISH, Sources.class);
    return read.remarks().stream()
        .map(r -> messages.text("reason." + r.reason().code(), r.arguments().toArray()))
        .toList();
  }

  /** Returns the rejections in English: row, reason, raw text. */
  public static List<String> rejections(SourceRead read) {
    Messages messages = Messages.of(Locale.ENGLISH, Sources.class);
    return read.rejections().stream()
        .map(
            r ->
                r.row()
                    + ": "
                    + messages.text(
                        "reason." + r.why().reason().code(), r.why().arguments().toArray())
                    + " | "
                    + r.raw())
        .toList();
  }
}
