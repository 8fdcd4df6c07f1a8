package io.limpide.server.source;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.recognize.Recognised;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import io.limpide.server.recipe.BaseField;
import io.limpide.server.recipe.Catalogue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which field each column of a file goes to.
 *
 * @param fields by column; empty where the column is only kept with the record
 * @param keys the columns by which the source knows a record; none where the whole row is the key
 */
record Mapping(Map<String, String> fields, List<String> keys) {
  private static final double LIKELY = 0.5;

  Mapping {
    fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    keys = List.copyOf(keys);
  }

  /**
   * Proposes one: what a person decided for this source before, else what recognition is fairly
   * sure of. A second column of a kind goes to the second field of that kind.
   */
  static Mapping propose(
      List<Recognised> recognised,
      Catalogue catalogue,
      Map<String, String> before,
      Optional<List<String>> keysBefore) {
    Map<String, String> fields = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (Recognised column : recognised) {
      String known = before.get(column.field().column());
      if (known != null && (known.isEmpty() || catalogue.place(known) >= 0) && taken.add(known)) {
        fields.put(column.field().column(), known);
        taken.remove("");
      }
    }
    List<String> keys = new ArrayList<>();
    for (Recognised column : recognised) {
      String name = column.field().column();
      if (column.field().type() == FieldType.RECORD_ID) {
        keys.add(name);
      }
      if (!fields.containsKey(name)) {
        String field =
            column.field().confidence() < LIKELY
                ? ""
                : free(column.field().type(), name, catalogue, taken);
        fields.put(name, field);
        taken.add(field);
      }
    }
    Map<String, String> ordered = new LinkedHashMap<>();
    recognised.forEach(
        column ->
            ordered.put(column.field().column(), fields.getOrDefault(column.field().column(), "")));
    // other columns as a key would make every record a new one
    return new Mapping(ordered, keysBefore.filter(ordered.keySet()::containsAll).orElse(keys));
  }

  private static String free(FieldType type, String name, Catalogue catalogue, Set<String> taken) {
    for (BaseField field : catalogue.fields()) {
      if (field.custom() && field.code().equals(name) && !taken.contains(name)) {
        return name;
      }
    }
    for (BaseField field : catalogue.fields()) {
      if (!field.custom() && field.type() == type && !taken.contains(field.code())) {
        return field.code();
      }
    }
    return "";
  }

  /** Returns why this mapping cannot be, as codes of texts; nothing when it can. */
  Set<String> problems(Catalogue catalogue, List<String> columns) {
    Set<String> problems = new LinkedHashSet<>();
    Set<String> taken = new HashSet<>();
    for (Map.Entry<String, String> entry : fields.entrySet()) {
      String field = entry.getValue();
      if (!columns.contains(entry.getKey()) || (!field.isEmpty() && catalogue.place(field) < 0)) {
        problems.add("import.problem.unknown");
      } else if (!field.isEmpty() && !taken.add(field)) {
        problems.add("import.problem.twice");
      }
    }
    if (!columns.containsAll(keys)) {
      problems.add("import.problem.unknown");
    }
    if (taken.isEmpty()) {
      problems.add("import.problem.nothing");
    }
    return problems;
  }

  /** Returns the rows of a file in the columns of the base; a field without column is empty. */
  Table base(Table file, Catalogue catalogue) {
    int[] nothing = new int[file.rows()];
    List<Column> columns = new ArrayList<>();
    for (BaseField field : catalogue.fields()) {
      Column given = null;
      for (Column column : file.columns()) {
        if (field.code().equals(fields.get(column.name()))) {
          given = column;
        }
      }
      columns.add(
          given == null
              ? new Column(
                  field.code(), field.code(), new io.limpide.engine.table.Dictionary(), nothing)
              : new Column(field.code(), given.header(), given.dictionary(), given.codes()));
    }
    int[] numbers = new int[file.rows()];
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] = file.rowNumber(row);
    }
    return new Table("base", columns, numbers);
  }

  /** Returns the fields in the order of the file's columns. */
  String[] fields(Table file) {
    return file.columns().stream()
        .map(column -> fields.getOrDefault(column.name(), ""))
        .toArray(String[]::new);
  }
}
