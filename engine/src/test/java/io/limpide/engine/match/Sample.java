package io.limpide.engine.match;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.field.PartyKind;
import io.limpide.engine.table.TableBuilder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes sources for tests; columns are called after their type. */
final class Sample {
  private Sample() {}

  /** One row for each map of type words to values. */
  static MatchSource of(PartyKind kind, List<Map<String, String>> rows) {
    Set<String> names = new LinkedHashSet<>();
    rows.forEach(row -> names.addAll(row.keySet()));
    List<String> columns = new ArrayList<>(names);
    TableBuilder builder = new TableBuilder("sample", columns);
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < columns.size(); column++) {
        builder.cell(column, rows.get(row).getOrDefault(columns.get(column), ""));
      }
      builder.endRow(row + 2);
    }
    List<Field> fields = new ArrayList<>();
    for (String column : columns) {
      fields.add(new Field(column, FieldType.valueOf(column.toUpperCase(Locale.ROOT)), 1));
    }
    return MatchSource.of(builder.build(), fields, kind);
  }

  static MatchResult match(MatchSource... sources) {
    return Matcher.match(
        MatchInput.dedupe(sources), MatchSettings.DEFAULT.withThreads(1), MatchProgress.NONE);
  }
}
