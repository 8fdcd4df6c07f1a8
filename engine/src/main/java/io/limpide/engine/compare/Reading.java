package io.limpide.engine.compare;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How the values of one field are made of the columns of a table, so that a record which comes
 * later is read as those before it were.
 *
 * @param tables for each table the values that a record may have there
 * @param slots how many values a record may have
 */
record Reading(List<List<Part>> tables, int slots) {
  Reading {
    tables = tables.stream().map(List::copyOf).toList();
  }

  /**
   * One value.
   *
   * @param columns the columns it is made of
   * @param form brings their values, of which one at least is filled, to the form in which they are
   *     compared
   */
  record Part(List<String> columns, Function<String[], String> form) {
    Part {
      columns = List.copyOf(columns);
    }

    String read(UnaryOperator<String> valueOfColumn) {
      String[] values = new String[columns.size()];
      boolean filled = false;
      for (int column = 0; column < values.length; column++) {
        values[column] = valueOfColumn.apply(columns.get(column));
        filled |= !values[column].isEmpty();
      }
      return filled ? form.apply(values) : "";
    }
  }

  /** Returns the values of a record in the form in which they are compared; empty where none is. */
  String[] read(int table, UnaryOperator<String> valueOfColumn) {
    String[] values = new String[slots];
    List<Part> parts = tables.get(table);
    for (int slot = 0; slot < slots; slot++) {
      values[slot] = slot < parts.size() ? parts.get(slot).read(valueOfColumn) : "";
    }
    return values;
  }
}
