package io.limpide.engine.profile;

import java.util.List;
import java.util.Optional;

/**
 * What is in a table.
 *
 * @param rows how many records
 * @param columns in the order of the table
 * @param redundancies columns that repeat others
 * @param testRows rows made to try something out
 */
public record TableProfile(
    long rows, List<ColumnProfile> columns, List<Redundancy> redundancies, TestRows testRows) {
  public TableProfile {
    columns = List.copyOf(columns);
    redundancies = List.copyOf(redundancies);
  }

  /** Returns the profile of a column. */
  public Optional<ColumnProfile> column(String name) {
    return columns.stream().filter(column -> column.field().column().equals(name)).findFirst();
  }
}
