package io.limpide.cli.result;

import io.limpide.connect.write.RowBatch;
import io.limpide.engine.run.RecordIds;
import io.limpide.engine.table.Dictionary;

/** The names of all records as bytes: results name each many times. */
final class RecordNames {
  private final Dictionary names = new Dictionary();
  private final int[] codes;

  RecordNames(RecordIds ids, int records) {
    codes = new int[records];
    for (int record = 0; record < records; record++) {
      codes[record] = names.encode(ids.id(record));
    }
  }

  /** Appends the name of a record. */
  void cell(RowBatch rows, int record) {
    rows.cell(names, codes[record]);
  }

  String name(int record) {
    return names.value(codes[record]);
  }
}
