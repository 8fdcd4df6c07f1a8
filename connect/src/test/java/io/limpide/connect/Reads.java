package io.limpide.connect;

import io.limpide.engine.finding.Remark;
import io.limpide.engine.message.Messages;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was read, as plain lists, so that tests can say it in full. */
public final class Reads {
  private Reads() {}

  /** Returns the names of the columns and, below, the rows. */
  public static List<List<String>> grid(Table table) {
    List<List<String>> grid = new ArrayList<>();
    grid.add(table.columns().stream().map(Column::name).toList());
    for (int row = 0; row < table.rows(); row++) {
      int at = row;
      grid.add(table.columns().stream().map(column -> column.value(at)).toList());
    }
    return grid;
  }

  /** Returns the rejections as {@code row: reason: raw}. */
  public static List<String> rejections(SourceRead read) {
    return read.rejections().stream()
        .map(it -> it.row() + ": " + it.why().reason().code() + ": " + it.raw())
        .toList();
  }

  /** Returns the remarks as people read them. */
  public static List<String> remarks(SourceRead read, Class<?> home) {
    Messages messages = Messages.of(Locale.ENGLISH, home);
    return read.remarks().stream().map(it -> worded(messages, it)).toList();
  }

  private static String worded(Messages messages, Remark remark) {
    return messages.text("reason." + remark.reason().code(), remark.arguments().toArray());
  }

  /** Returns a refusal as people read it. */
  public static String worded(UnreadableSourceException e, Class<?> home) {
    return Messages.of(Locale.ENGLISH, home)
        .text("unreadable." + e.code(), e.arguments().toArray());
  }
}
