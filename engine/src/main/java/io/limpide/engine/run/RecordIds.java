package io.limpide.engine.run;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name of each record in the results, different for every one: its own id where a column tells
 * records apart, else where it stands, as {@code 17} or, of several sources, {@code crm.csv:17}. An
 * id that several records share is followed by where each stands: {@code C1042#17}.
 */
public final class RecordIds {
  private static final String SEAM = "#";
  private static final double ENOUGH = 0.5; // of the records must have an id of their own

  private final Union union;
  private final @Nullable Column column;
  private final boolean bySource;
  private final boolean[] shared; // by code of the column
  private final String seam;
  private final Map<String, Integer> rows = new HashMap<>();

  private RecordIds(Union union, @Nullable Column column, boolean bySource) {
    this.union = union;
    this.column = column;
    this.bySource = bySource;
    this.shared = column == null ? new boolean[0] : shared(column);
    this.seam = column == null || byColumnAlone() ? SEAM : seam(column);
  }

  /**
   * Chooses how records are named.
   *
   * @param asked the column that a person wants; taken even if its values are not unique
   */
  public static RecordIds of(Union union, Optional<String> asked) {
    boolean bySource = union.sources().size() > 1;
    Optional<Column> wanted = asked.flatMap(union.table()::column);
    if (wanted.isPresent()) {
      return new RecordIds(union, wanted.get(), bySource);
    }
    Column best = null;
    int most = -1;
    for (int at : union.columnsOf(FieldType.RECORD_ID)) {
      Column candidate = union.table().columns().get(at);
      int alone = alone(candidate);
      if (alone > most) {
        best = candidate;
        most = alone;
      }
    }
    return new RecordIds(union, most >= ENOUGH * union.table().rows() ? best : null, bySource);
  }

  /** Returns whether the values of a column are enough to name every record. */
  public boolean byColumnAlone() {
    return column != null && alone(column) == column.rows();
  }

  /** Returns the name of a record, different for every one. */
  public String id(int row) {
    if (column == null) {
      return place(row);
    }
    String own = column.value(row);
    return shared[column.code(row)] ? own + seam + place(row) : own;
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

  /** Returns the names of the records that share an id; empty when there are not several. */
  public List<String> sharing(String id) {
    List<String> names = new ArrayList<>();
    int code = column == null ? -1 : column.dictionary().find(id);
    if (column != null && code > Dictionary.EMPTY && shared[code]) {
      for (int row = 0; row < column.rows(); row++) {
        if (column.code(row) == code) {
          names.add(id(row));
        }
      }
    }
    return names;
  }

  private static int alone(Column column) {
    int alone = 0;
    int[] counts = column.counts();
    for (int code = 1; code < counts.length; code++) {
      alone += counts[code] == 1 ? 1 : 0;
    }
    return alone;
  }

  private static boolean[] shared(Column column) {
    int[] counts = column.counts();
    boolean[] shared = new boolean[counts.length];
    for (int code = 0; code < counts.length; code++) {
      shared[code] = code == Dictionary.EMPTY || counts[code] > 1;
    }
    return shared;
  }

  /** What no id contains, so that no id and place together look like another id. */
  private static String seam(Column column) {
    String seam = SEAM;
    for (int code = 1; code < column.dictionary().size(); code++) {
      while (column.dictionary().value(code).contains(seam)) {
        seam += SEAM;
      }
    }
    return seam;
  }
}
