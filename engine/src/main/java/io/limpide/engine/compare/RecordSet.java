package io.limpide.engine.compare;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Records of one or several tables that are to be compared with one another: all persons, or all
 * companies.
 *
 * @param tables where they come from
 * @param fields what the columns of each table mean
 * @param rows which rows of each table take part; records are numbered through, table by table
 */
public record RecordSet(List<Table> tables, List<List<Field>> fields, List<int[]> rows) {
  public RecordSet {
    tables = List.copyOf(tables);
    fields = fields.stream().map(List::copyOf).toList();
    rows = List.copyOf(rows);
  }

  /** Returns the number of records. */
  public int size() {
    return rows.stream().mapToInt(taken -> taken.length).sum();
  }

  /** Returns the number of the first record of a table. */
  int first(int table) {
    return rows.subList(0, table).stream().mapToInt(taken -> taken.length).sum();
  }

  /** Returns the columns of a table that mean the same, in the table's order. */
  List<Column> columns(int table, FieldType... types) {
    List<Column> columns = new ArrayList<>();
    for (FieldType type : types) {
      for (Field field : fields.get(table)) {
        if (field.type() == type) {
          tables.get(table).column(field.column()).ifPresent(columns::add);
        }
      }
    }
    return columns;
  }

  /** Returns whether any table has a column of one of the types. */
  boolean has(FieldType... types) {
    for (int table = 0; table < tables.size(); table++) {
      if (!columns(table, types).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Returns the largest number of such columns that a table has. */
  int most(FieldType... types) {
    int most = 0;
    for (int table = 0; table < tables.size(); table++) {
      most = Math.max(most, columns(table, types).size());
    }
    return most;
  }
}
