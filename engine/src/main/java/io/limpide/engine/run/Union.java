package io.limpide.engine.run;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import io.limpide.engine.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The records of all sources in one table. A column of a later source joins the column of the same
 * meaning, and else of the same name, that earlier ones brought; what has neither is a column of
 * its own. One source stays as it is.
 *
 * @param table the records, source after source
 * @param fields what the columns mean, in their order
 * @param sources the names of the sources
 * @param firstRows where the rows of each source begin; ends with the number of all rows
 * @param homes for each source, the column here of each of its columns
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Union(
    Table table, List<Field> fields, List<String> sources, int[] firstRows, List<int[]> homes) {
  /** Returns the number of the source that a row comes from. */
  public int sourceOf(int row) {
    int at = Arrays.binarySearch(firstRows, row);
    if (at < 0) {
      return -at - 2;
    }
    while (at + 1 < firstRows.length && firstRows[at + 1] == row) {
      at++; // a source without rows begins where the next one does
    }
    return at;
  }

  /** Unites tables; {@code fields} holds the fields of each, in the order of its columns. */
  public static Union of(List<Table> tables, List<List<Field>> fields) {
    int[] firstRows = new int[tables.size() + 1];
    for (int at = 0; at < tables.size(); at++) {
      firstRows[at + 1] = Math.addExact(firstRows[at], tables.get(at).rows());
    }
    List<String> names = tables.stream().map(Table::source).toList();
    if (tables.size() == 1) {
      int[] same = IntStream.range(0, fields.get(0).size()).toArray();
      return new Union(tables.get(0), List.copyOf(fields.get(0)), names, firstRows, List.of(same));
    }
    List<Slot> slots = new ArrayList<>();
    for (int source = 0; source < tables.size(); source++) {
      assign(slots, source, tables.size(), tables.get(source), fields.get(source));
    }
    int rows = firstRows[tables.size()];
    int[] rowNumbers = new int[rows];
    for (int source = 0; source < tables.size(); source++) {
      for (int row = 0; row < tables.get(source).rows(); row++) {
        rowNumbers[firstRows[source] + row] = tables.get(source).rowNumber(row);
      }
    }
    List<Column> columns = slots.stream().map(slot -> slot.column(tables, firstRows)).toList();
    return new Union(
        new Table(String.join(" + ", names), columns, rowNumbers),
        slots.stream().map(slot -> slot.field).toList(),
        names,
        firstRows,
        homes(slots, fields));
  }

  private static List<int[]> homes(List<Slot> slots, List<List<Field>> fields) {
    List<int[]> homes = new ArrayList<>();
    for (int source = 0; source < fields.size(); source++) {
      int[] home = new int[fields.get(source).size()];
      for (int slot = 0; slot < slots.size(); slot++) {
        if (slots.get(slot).columns[source] >= 0) {
          home[slots.get(slot).columns[source]] = slot;
        }
      }
      homes.add(home);
    }
    return homes;
  }

  private static void assign(
      List<Slot> slots, int source, int sources, Table table, List<Field> fields) {
    for (int at = 0; at < fields.size(); at++) {
      Field field = fields.get(at);
      Slot home = null;
      for (Slot slot : slots) {
        if (slot.columns[source] < 0 && slot.field.type() == field.type() && alike(slot, field)) {
          home = slot;
          break;
        }
      }
      if (home == null) {
        home = new Slot(unique(slots, field), table.columns().get(at).header(), sources);
        slots.add(home);
      }
      home.columns[source] = at;
    }
  }

  /**
   * The same meaning is enough where the meaning is precise; else the name must be the same too.
   */
  private static boolean alike(Slot slot, Field field) {
    return switch (field.type()) {
      case UNKNOWN,
          FREE_TEXT,
          CATEGORY,
          NUMBER,
          DATE,
          AMOUNT,
          TAGS,
          STATUS,
          NATIONAL_ID,
          RECORD_ID ->
          slot.field.column().equalsIgnoreCase(field.column());
      default -> true;
    };
  }

  private static Field unique(List<Slot> slots, Field field) {
    Set<String> taken = new HashSet<>();
    slots.forEach(slot -> taken.add(slot.field.column()));
    String name = field.column();
    for (int copy = 2; taken.contains(name); copy++) {
      name = field.column() + " (" + copy + ")";
    }
    return new Field(name, field.type(), field.confidence());
  }

  private static final class Slot {
    final Field field;
    final String header;
    final int[] columns; // by source: its column, -1 when it has none

    Slot(Field field, String header, int sources) {
      this.field = field;
      this.header = header;
      this.columns = new int[sources];
      Arrays.fill(columns, -1);
    }

    Column column(List<Table> tables, int[] firstRows) {
      Dictionary dictionary = new Dictionary();
      int[] codes = new int[firstRows[tables.size()]];
      for (int source = 0; source < columns.length; source++) {
        if (columns[source] < 0) {
          continue;
        }
        Column column = tables.get(source).columns().get(columns[source]);
        int[] map = new int[column.dictionary().size()];
        int[] counts = column.counts();
        for (int code = 0; code < map.length; code++) {
          map[code] = counts[code] == 0 ? 0 : dictionary.encode(column.dictionary().value(code));
        }
        for (int row = 0; row < column.rows(); row++) {
          codes[firstRows[source] + row] = map[column.code(row)];
        }
      }
      return new Column(field.column(), header, dictionary, codes);
    }
  }

  /** Returns the columns of a type, by their place. */
  public List<Integer> columnsOf(FieldType type) {
    List<Integer> columns = new ArrayList<>();
    for (int at = 0; at < fields.size(); at++) {
      if (fields.get(at).type() == type) {
        columns.add(at);
      }
    }
    return columns;
  }
}
