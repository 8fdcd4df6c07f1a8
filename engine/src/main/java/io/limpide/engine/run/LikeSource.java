package io.limpide.engine.run;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.PartyKind;
import io.limpide.engine.live.LiveRecord;
import io.limpide.engine.recognize.PartyKinds;
import io.limpide.engine.standardize.Standardization;
import io.limpide.engine.standardize.StandardizedTable;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import io.limpide.engine.table.TableBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A source as it is matched, and what single records go through that come after it: the same
 * corrections, in the light of the same columns.
 *
 * @param name the name of the source
 * @param columns the names of its columns
 * @param fields what they mean
 * @param corrected the standardised records
 * @param kinds what they are about
 * @param standardization standardises tables of these columns
 */
record LikeSource(
    String name,
    List<String> columns,
    List<Field> fields,
    Table corrected,
    PartyKinds kinds,
    Function<Table, StandardizedTable> standardization) {
  static LikeSource of(Table table, List<Field> fields, Standardization standardization) {
    Function<Table, StandardizedTable> following = standardization.following(table, fields);
    Table corrected = following.apply(table).corrected();
    return new LikeSource(
        table.source(),
        table.columns().stream().map(Column::name).toList(),
        fields,
        corrected,
        PartyKinds.of(corrected, fields),
        following);
  }

  /** Reads a record as it comes; columns that it does not name are empty. */
  LiveRecord record(int source, Map<String, String> values) {
    TableBuilder builder = new TableBuilder(name, columns);
    for (int column = 0; column < columns.size(); column++) {
      builder.cell(column, values.getOrDefault(columns.get(column), ""));
    }
    builder.endRow(1);
    Table row = standardization.apply(builder.build()).corrected();
    PartyKind kind = PartyKinds.of(row, kinds.telling()).kind(0);
    Map<String, String> corrected = new HashMap<>();
    for (Column column : row.columns()) {
      corrected.put(column.name(), column.value(0));
    }
    return new LiveRecord(source, kind, corrected);
  }
}
