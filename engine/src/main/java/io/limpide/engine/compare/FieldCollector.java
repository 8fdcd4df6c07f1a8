package io.limpide.engine.compare;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * Collects the values of fields from the columns of a {@link RecordSet}, and notes how, so that a
 * record that comes later is read in the same way. Serves several threads.
 */
final class FieldCollector {
  private static final int MOST_SLOTS = 4;

  private final RecordSet records;

  FieldCollector(RecordSet records) {
    this.records = records;
  }

  /** The values of the records, and how more are read. */
  record Collected(FieldValues values, Reading reading) {}

  /** Each column of the types is one more value of the record. */
  Collected each(UnaryOperator<String> form, FieldType... types) {
    int slots = Math.max(1, Math.min(MOST_SLOTS, records.most(types)));
    Collecting collecting = new Collecting(slots);
    for (int table = 0; table < records.tables().size(); table++) {
      List<Column> columns = records.columns(table, types);
      List<Reading.Part> parts = new ArrayList<>();
      for (int slot = 0; slot < Math.min(slots, columns.size()); slot++) {
        collecting.take(slot, table, columns.get(slot), form);
        parts.add(part(List.of(columns.get(slot)), values -> form.apply(values[0])));
      }
      collecting.tables.add(parts);
    }
    return collecting.collected();
  }

  /** The value is that of the first column that says something. */
  Collected first(UnaryOperator<String> form, IntFunction<List<Column>> columns) {
    Collecting collecting = new Collecting(1);
    for (int table = 0; table < records.tables().size(); table++) {
      List<Column> all = columns.apply(table);
      for (Column column : all) {
        collecting.take(0, table, column, form);
      }
      collecting.tables.add(
          all.isEmpty() ? List.of() : List.of(part(all, values -> first(values, form))));
    }
    return collecting.collected();
  }

  private static String first(String[] values, UnaryOperator<String> form) {
    for (String value : values) {
      String formed = value.isEmpty() ? "" : form.apply(value);
      if (!formed.isEmpty()) {
        return formed;
      }
    }
    return "";
  }

  /**
   * The columns of each table together make one value.
   *
   * @param form what brings their values, a column each, to the form in which they are compared
   */
  Collected together(
      Function<List<Column>, Function<String[], String>> form, IntFunction<List<Column>> columns) {
    Collecting collecting = new Collecting(1);
    for (int table = 0; table < records.tables().size(); table++) {
      List<Column> parts = columns.apply(table);
      if (parts.isEmpty()) {
        collecting.tables.add(List.of());
        continue;
      }
      Function<String[], String> ofTable = form.apply(parts);
      if (parts.size() == 1) {
        collecting.take(0, table, parts.get(0), value -> ofTable.apply(new String[] {value}));
      } else {
        Combinations combinations = new Combinations(parts, records.rows().get(table));
        collecting.values.take(
            combinations.numbers(),
            combinations.size(),
            records.first(table),
            number -> ofTable.apply(combinations.values(number)));
      }
      collecting.tables.add(List.of(part(parts, ofTable)));
    }
    return collecting.collected();
  }

  private static Reading.Part part(List<Column> columns, Function<String[], String> form) {
    return new Reading.Part(columns.stream().map(Column::name).toList(), form);
  }

  /** The values of one field while they are collected. */
  private final class Collecting {
    final FieldValues.Builder values;
    final List<List<Reading.Part>> tables = new ArrayList<>();
    private final int slots;

    Collecting(int slots) {
      this.values = new FieldValues.Builder(records.size(), slots);
      this.slots = slots;
    }

    void take(int slot, int table, Column column, UnaryOperator<String> form) {
      values.take(slot, column, records.rows().get(table), records.first(table), form);
    }

    Collected collected() {
      return new Collected(values.build(), new Reading(tables, slots));
    }
  }
}
