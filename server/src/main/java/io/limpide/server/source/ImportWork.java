package io.limpide.server.source;

import io.limpide.connect.SourceRead;
import io.limpide.engine.recognize.Recognised;
import io.limpide.engine.recognize.Recognition;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import io.limpide.server.job.Progress;
import io.limpide.server.job.Run;
import io.limpide.server.job.Work;
import io.limpide.server.recipe.Recipes;
import io.limpide.server.web.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Carries an import from stage to stage: read, wait for the columns, preview, wait, run. */
@Component
class ImportWork implements Work {
  private static final int LONGEST_SAMPLE = 80;

  private final DataSource database;
  private final Imports imports;
  private final Uploads uploads;
  private final Recipes recipes;
  private final ImportPreview preview;
  private final ImportRows rows;

  ImportWork(
      @Qualifier("jobs") DataSource database,
      Imports imports,
      Uploads uploads,
      Recipes recipes,
      ImportPreview preview,
      ImportRows rows) {
    this.database = database;
    this.imports = imports;
    this.uploads = uploads;
    this.recipes = recipes;
    this.preview = preview;
    this.rows = rows;
  }

  @Override
  public String kind() {
    return Imports.KIND;
  }

  @Override
  public Run.State execute(Run run, Progress progress) throws SQLException, Failure {
    Import of = imports.find(run.id()).orElseThrow();
    if (of.stage().equals("done")) { // a server died between its last row and saying so
      rows.end(of);
      return Run.State.DONE;
    }
    SourceRead read = ImportFile.read(uploads, of);
    boolean auto = Boolean.TRUE.equals(run.parameters().get("auto"));
    Recipes.Active recipe = recipes.read(run.recipeId() == null ? 0 : run.recipeId());
    if (of.stage().equals("reading")) {
      recognise(of, read, recipe, auto, progress);
      if (!auto) {
        return Run.State.DRAFT;
      }
      of = imports.find(run.id()).orElseThrow();
    }
    if (of.stage().equals("previewing")) {
      preview.make(of, read, recipe, progress);
      return Run.State.DRAFT;
    }
    if (of.stage().equals("running")) {
      rows.run(of, run, read, recipe, progress);
      return Run.State.DONE;
    }
    return Run.State.DRAFT;
  }

  private void recognise(
      Import of, SourceRead read, Recipes.Active recipe, boolean auto, Progress progress)
      throws SQLException, Failure {
    Table table = read.table();
    List<Recognised> recognised = Recognition.of(table);
    Mapping mapping =
        Mapping.propose(
            recognised,
            recipe.catalogue(),
            imports.mappingOf(of.sourceId()),
            imports.keysOf(of.sourceId()));
    if (auto && mapping.fields().values().stream().allMatch(String::isEmpty)) {
      throw new Failure("import.problem.nothing");
    }
    List<Import.FileColumn> columns = new ArrayList<>();
    for (int at = 0; at < recognised.size(); at++) {
      columns.add(column(table.columns().get(at), recognised.get(at)));
    }
    Map<String, Object> facts = new LinkedHashMap<>(read.facts());
    facts.put("rows", table.rows());
    facts.put("rejected", read.rejections().size());
    facts.put("remarks", read.remarks().stream().map(remark -> remark.reason().code()).toList());
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement update =
          connection.prepareStatement(
              """
              update import set stage = ?, facts = ?::jsonb, columns = ?::jsonb,
                mapping = ?::jsonb, key_columns = ? where run_id = ?
              """)) {
        update.setString(1, auto ? "running" : "mapping");
        update.setString(2, storable(facts));
        update.setString(3, storable(columns));
        update.setString(4, storable(mapping.fields()));
        update.setArray(5, connection.createArrayOf("text", mapping.keys().toArray(String[]::new)));
        update.setLong(6, of.runId());
        update.executeUpdate();
      }
      progress.tick(connection, 0, table.rows());
      connection.commit();
    }
  }

  /** JSON in PostgreSQL holds no NUL. */
  private static String storable(Object value) {
    return Json.text(value).replace("\\u0000", "\uFFFD");
  }

  private static Import.FileColumn column(Column column, Recognised recognised) {
    Set<String> samples = new LinkedHashSet<>();
    int filled = 0;
    for (int row = 0; row < column.rows(); row++) {
      if (column.code(row) != 0) {
        filled++;
        if (samples.size() < 3) {
          String value = column.value(row);
          samples.add(
              value.length() > LONGEST_SAMPLE ? value.substring(0, LONGEST_SAMPLE) + "…" : value);
        }
      }
    }
    boolean unique = filled == column.rows() && column.filledCodes().length == filled;
    return new Import.FileColumn(
        column.name(),
        recognised.field().type().word(),
        (int) Math.round(100 * recognised.field().confidence()),
        column.rows() == 0 ? 0 : (int) (100L * filled / column.rows()),
        List.copyOf(samples),
        unique);
  }
}
