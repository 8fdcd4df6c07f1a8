package io.limpide.bench.peers;

import io.limpide.connect.ReadOptions;
import io.limpide.connect.Sources;
import io.limpide.connect.UnreadableSourceException;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import java.io.IOException;
import java.nio.file.Path;

/** Files of two columns that say for each record which group it belongs to. */
final class Truth {
  private Truth() {}

  /** Returns a group for each row of a table whose first column names the records. */
  static int[] of(Table table, Path groups) throws IOException, UnreadableSourceException {
    Table told = Sources.read(groups, ReadOptions.DEFAULT).get(0).table();
    Column ids = told.columns().get(0);
    Column names = told.columns().get(1);
    int[] groupOf = new int[ids.dictionary().size()];
    for (int row = 0; row < told.rows(); row++) {
      groupOf[ids.code(row)] = names.code(row);
    }
    int[] group = new int[table.rows()];
    for (int row = 0; row < group.length; row++) {
      int id = ids.dictionary().find(table.columns().get(0).value(row));
      group[row] = id < 0 ? -1 - row : groupOf[id];
    }
    return group;
  }
}
