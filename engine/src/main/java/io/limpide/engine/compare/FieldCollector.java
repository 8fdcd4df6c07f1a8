package io.limpide.engine.compare;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Collects the values of fields from the columns of a {@link RecordSet}, and notes how, so that a
 * record that comes later is read in the same way.
 */
final class FieldCollector {
  private static final int MOST_SLOTS = 4;
  private static final char BETWEEN = '\u001f';

  private final RecordSet records;

  FieldCollector(RecordSet records) {
    this.records = records;
  }

  /** The values of the records, and how more are read. */
  record Collected(FieldValues values, Reading reading) {}

  /** Each column of the types is one more value of the record. */
  Collected each(UnaryOperator<String> form, FieldType... types) {
    int slots = Math.max(1, Math.min(MOST_SLOTS, records.most(types)));
    FieldValues.Builder values = new FieldValues.Builder(records.size(), slots);
    List<List<Reading.Part>> tables = new ArrayList<>();
    int first = 0;
    for (int table = 0; table < records.tables().size(); table++) {
      int[] rows = records.rows().get(table);
      List<Column> columns = records.columns(table, types);
      List<Reading.Part> parts = new ArrayList<>();
      for (int slot = 0; slot < Math.min(slots, columns.size()); slot++) {
        values.take(slot, columns.get(slot), rows, first, form);
        parts.add(new Reading.Part(List.of(columns.get(slot).name()), form));
      }
      tables.add(parts);
      first += rows.length;
    }
    return new Collected(values.build(), new Reading(tables, slots));
  }

  /** The columns of each table together make one value. */
  Collected together(
      Function<List<Column>, UnaryOperator<String>> form, Function<Integer, List<Column>> columns) {
    FieldValues.Builder values = new FieldValues.Builder(records.size(), 1);
    List<List<Reading.Part>> tables = new ArrayList<>();
    int first = 0;
    for (int table = 0; table < records.tables().size(); table++) {
      int[] rows = records.rows().get(table);
      List<Column> parts = columns.apply(table);
      if (parts.isEmpty()) {
        tables.add(List.of());
      } else {
        int[] all = new int[rows.length];
        Arrays.setAll(all, i -> i);
        UnaryOperator<String> ofTable = form.apply(parts);
        values.take(0, joined(parts, rows), all, first, ofTable);
        tables.add(List.of(new Reading.Part(parts.stream().map(Column::name).toList(), ofTable)));
      }
      first += rows.length;
    }
    return new Collected(values.build(), new Reading(tables, 1));
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

  /** Some values as one, apart by a sign that no value holds. */
  static String joined(List<String> values) {
    return String.join(String.valueOf(BETWEEN), values);
  }

  /** The values of a joined column, as many as there were columns. */
  static String[] parts(String joined) {
    return joined.split(String.valueOf(BETWEEN), -1);
  }
}
