package io.limpide.engine.profile;

import io.limpide.engine.field.Field;
import io.limpide.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a pass over rows of a table leaves: enough to tell all that a {@link TableProfile} says.
 * Summaries merge: any split of the rows, merged in any order, gives what one pass over all of them
 * would.
 */
public final class TableSummary {
  private final List<ColumnSummary> columns;
  private final Presence presence;
  private final RowSample sample;
  private final TestRows testRows;
  private final long rows;

  private TableSummary(
      List<ColumnSummary> columns,
      Presence presence,
      RowSample sample,
      TestRows testRows,
      long rows) {
    this.columns = List.copyOf(columns);
    this.presence = presence;
    this.sample = sample;
    this.testRows = testRows;
    this.rows = rows;
  }

  /**
   * Counts all rows of a table.
   *
   * @param fields the meaning of each column, in the order of the table
   */
  public static TableSummary of(Table table, List<Field> fields, Validity validity) {
    return of(table, 0, table.rows(), fields, validity);
  }

  /**
   * Counts some rows of a table.
   *
   * @param from the first row, included
   * @param to the last row, excluded
   * @param fields the meaning of each column, in the order of the table
   */
  public static TableSummary of(
      Table table, int from, int to, List<Field> fields, Validity validity) {
    if (fields.size() != table.columns().size()) {
      throw new IllegalArgumentException(
          "%d fields for %d columns".formatted(fields.size(), table.columns().size()));
    }
    List<ColumnSummary> columns =
        IntStream.range(0, fields.size())
            .parallel()
            .mapToObj(
                column ->
                    ColumnSummary.of(
                        table.columns().get(column),
                        from,
                        to,
                        fields.get(column),
                        code -> validity.invalid(column, code)))
            .toList();
    return new TableSummary(
        columns,
        Presence.of(table, fields, from, to),
        RowSample.of(table, from, to),
        TestWords.find(table, fields, from, to),
        to - from);
  }

  /**
   * Returns the summary of the rows of both.
   *
   * @throws IllegalArgumentException when the columns are not the same
   */
  public TableSummary plus(TableSummary other) {
    if (columns.size() != other.columns.size()) {
      throw new IllegalArgumentException(
          "cannot merge %d columns with %d".formatted(columns.size(), other.columns.size()));
    }
    List<ColumnSummary> merged = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      merged.add(columns.get(c).plus(other.columns.get(c)));
    }
    return new TableSummary(
        merged,
        presence.plus(other.presence),
        sample.plus(other.sample),
        testRows.plus(other.testRows),
        rows + other.rows);
  }

  /** Returns how many rows lack what a record needs, for the quality score. */
  public Presence presence() {
    return presence;
  }

  /** Returns what is in the table. */
  public TableProfile profile() {
    List<ColumnProfile> profiles = columns.parallelStream().map(ColumnSummary::profile).toList();
    List<String> names = columns.stream().map(column -> column.field().column()).toList();
    return new TableProfile(rows, profiles, new Redundancies(sample, names).find(), testRows);
  }
}
