package io.limpide.engine.compare;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Collects the values of fields from the columns of a {@link RecordSet}. */
final class FieldCollector {
  private static final int MOST_SLOTS = 4;
  private static final char BETWEEN = '\u001f';

  private final RecordSet records;

  FieldCollector(RecordSet records) {
    this.records = records;
  }

  /** Each column of the types is one more value of the record. */
  FieldValues each(UnaryOperator<String> form, FieldType... types) {
    int slots = Math.max(1, Math.min(MOST_SLOTS, records.most(types)));
    FieldValues.Builder values = new FieldValues.Builder(records.size(), slots);
    int first = 0;
    for (int table = 0; table < records.tables().size(); table++) {
      int[] rows = records.rows().get(table);
      List<Column> columns = records.columns(table, types);
      for (int slot = 0; slot < Math.min(slots, columns.size()); slot++) {
        values.take(slot, columns.get(slot), rows, first, form);
      }
      first += rows.length;
    }
    return values.build();
  }

  /** The columns of each table together make one value. */
  FieldValues together(
      Function<List<Column>, UnaryOperator<String>> form, Function<Integer, List<Column>> columns) {
    FieldValues.Builder values = new FieldValues.Builder(records.size(), 1);
    int first = 0;
    for (int table = 0; table < records.tables().size(); table++) {
      int[] rows = records.rows().get(table);
      List<Column> parts = columns.apply(table);
      if (!parts.isEmpty()) {
        int[] all = new int[rows.length];
        Arrays.setAll(all, i -> i);
        values.take(0, joined(parts, rows), all, first, form.apply(parts));
      }
      first += rows.length;
    }
    return values.build();
  }

  /** One column of the values of several, apart by a sign that no value holds. */
  private static Column joined(List<Column> parts, int[] rows) {
    if (parts.size() == 1) {
      Column part = parts.get(0);
      int[] codes = new int[rows.length];
      for (int i = 0; i < rows.length; i++) {
        codes[i] = part.code(rows[i]);
      }
      return new Column(part.name(), part.header(), part.dictionary(), codes);
    }
    Dictionary dictionary = new Dictionary();
    int[] codes = new int[rows.length];
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.length; i++) {
      text.setLength(0);
      boolean any = false;
      for (int part = 0; part < parts.size(); part++) {
        text.append(part == 0 ? "" : BETWEEN);
        if (parts.get(part).code(rows[i]) != 0) {
          text.append(parts.get(part).value(rows[i]));
          any = true;
        }
      }
      codes[i] = any ? dictionary.encode(text.toString()) : 0;
    }
    return new Column(parts.get(0).name(), parts.get(0).header(), dictionary, codes);
  }

  /** The values of a joined column, as many as there were columns. */
  static String[] parts(String joined) {
    return joined.split(String.valueOf(BETWEEN), -1);
  }
}
