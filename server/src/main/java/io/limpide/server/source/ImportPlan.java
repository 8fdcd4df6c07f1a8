package io.limpide.server.source;

import io.limpide.connect.SourceRead;
import io.limpide.engine.run.BaseRun;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import io.limpide.server.recipe.Recipes;
import io.limpide.server.store.Layouts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What an import would do and does: a file in the light of its mapping and the recipe.
 *
 * @param file as it was read
 * @param base its rows in the columns of the base
 * @param layout how its cells are to be read
 * @param keys by what its rows are known again
 * @param judged the rows corrected and judged
 */
record ImportPlan(
    Table file, Table base, long layout, RowKeys keys, BaseRun judged, LocalDate today) {
  static ImportPlan of(
      Import of, SourceRead read, Recipes.Active recipe, Layouts layouts, Connection connection)
      throws SQLException {
    Mapping mapping = new Mapping(of.mapping(), of.keyColumns());
    Table file = read.table();
    long layout =
        layouts.of(
            of.sourceId(),
            file.columns().stream().map(Column::name).toArray(String[]::new),
            mapping.fields(file),
            connection);
    Table base = mapping.base(file, recipe.catalogue());
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    return new ImportPlan(
        file,
        base,
        layout,
        RowKeys.of(file, mapping, layout),
        BaseRun.of(base, recipe.catalogue().engineFields(), recipe.recipe(), today),
        today);
  }
}
