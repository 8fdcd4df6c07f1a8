package io.limpide.engine.run;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The name of each record in the results: its own id where one column has a different one for every
 * record, else where it stands, as {@code 17} or, of several sources, {@code crm.csv:17}.
 */
public final class RecordIds {
  private final Union union;
  private final @org.jspecify.annotations.Nullable Column column;
  private final boolean bySource;
  private final Map<String, Integer> rows = new HashMap<>();

  private RecordIds(
      Union union, @org.jspecify.annotations.Nullable Column column, boolean bySource) {
    this.union = union;
    this.column = column;
    this.bySource = bySource;
  }

  /**
   * Chooses how records are named.
   *
   * @param asked the column that a person wants; taken even if its values are not unique
   */
  public static RecordIds of(Union union, Optional<String> asked) {
    Optional<Column> wanted = asked.flatMap(union.table()::column);
    if (wanted.isPresent()) {
      boolean unique = unique(wanted.get());
      return new RecordIds(union, unique ? wanted.get() : null, union.sources().size() > 1);
    }
    for (int at : union.columnsOf(FieldType.RECORD_ID)) {
      Column candidate = union.table().columns().get(at);
      if (unique(candidate)) {
        return new RecordIds(union, candidate, false);
      }
    }
    return new RecordIds(union, null, union.sources().size() > 1);
  }

  /** Returns whether records are named by a column, rather than by where they stand. */
  public boolean byColumn() {
    return column != null;
  }

  /** Returns the name of a record, different for every one. */
  public String id(int row) {
    return column == null ? place(row) : column.value(row);
  }

  /** Returns where a record stands: its source's name and its row there. */
  public String place(int row) {
    String number = String.valueOf(union.table().rowNumber(row));
    return bySource ? union.sources().get(union.sourceOf(row)) + ":" + number : number;
  }

  /** Returns the record of a name, as {@link #id} gives it, or as {@code FILE:ROW}. */
  public Optional<Integer> row(String id) {
    if (rows.isEmpty()) {
      for (int row = 0; row < union.table().rows(); row++) {
        String source = union.sources().get(union.sourceOf(row));
        rows.putIfAbsent(source + ":" + union.table().rowNumber(row), row);
      }
      for (int row = 0; row < union.table().rows(); row++) {
        rows.put(id(row), row);
      }
    }
    return Optional.ofNullable(rows.get(id));
  }

  private static boolean unique(Column column) {
    boolean[] seen = new boolean[column.dictionary().size()];
    for (int row = 0; row < column.rows(); row++) {
      int code = column.code(row);
      if (code == Dictionary.EMPTY || seen[code]) {
        return false;
      }
      seen[code] = true;
    }
    return true;
  }
}
