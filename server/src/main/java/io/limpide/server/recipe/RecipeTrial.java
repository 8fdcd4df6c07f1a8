package io.limpide.server.recipe;

import io.limpide.engine.recipe.Recipe;
import io.limpide.engine.run.BaseRun;
import io.limpide.engine.table.Table;
import io.limpide.engine.table.TableBuilder;
import io.limpide.server.web.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Tries a recipe on a sample of the base: what would be said that is not said now, and what not.
 */
@Service
class RecipeTrial {
  private static final int SAMPLE = 2_000;

  private final JdbcClient database;

  RecipeTrial(JdbcClient database) {
    this.database = database;
  }

  /** How many of the sample something is said of, under the recipe in force and the one tried. */
  record Difference(String code, boolean rule, int now, int then) {}

  /**
   * What was found.
   *
   * @param parties how many were tried
   * @param changed of how many something else would be said
   */
  record Result(int parties, int changed, List<Difference> differences) {}

  Result of(Recipes.Active now, Recipe tried) {
    List<Map<String, Object>> sample =
        database
            .sql("select golden::text from party order by md5(id::text) limit " + SAMPLE)
            .query((row, number) -> Json.map(row.getString(1)))
            .list();
    List<List<String>> before = said(sample, now.recipe());
    List<List<String>> after = said(sample, tried);
    Map<String, int[]> counts = new HashMap<>();
    int changed = 0;
    for (int at = 0; at < sample.size(); at++) {
      changed += before.get(at).equals(after.get(at)) ? 0 : 1;
      before.get(at).forEach(code -> counts.computeIfAbsent(code, key -> new int[2])[0]++);
      after.get(at).forEach(code -> counts.computeIfAbsent(code, key -> new int[2])[1]++);
    }
    List<Difference> differences = new ArrayList<>();
    new TreeSet<>(counts.keySet())
        .forEach(
            code -> {
              int[] count = counts.getOrDefault(code, new int[2]);
              if (count[0] != count[1]) {
                boolean rule = code.startsWith("rule ");
                differences.add(
                    new Difference(
                        code.substring(code.indexOf(' ') + 1), rule, count[0], count[1]));
              }
            });
    return new Result(sample.size(), changed, differences);
  }

  /** What a recipe says of each party, in an order of its own. */
  private static List<List<String>> said(List<Map<String, Object>> parties, Recipe recipe) {
    Catalogue catalogue = Catalogue.of(recipe);
    TableBuilder builder =
        new TableBuilder("base", catalogue.fields().stream().map(field -> field.code()).toList());
    for (int row = 0; row < parties.size(); row++) {
      for (int cell = 0; cell < catalogue.size(); cell++) {
        Object value = parties.get(row).get(catalogue.fields().get(cell).code());
        builder.cell(cell, value == null ? "" : value.toString());
      }
      builder.endRow(row + 1);
    }
    Table table = builder.build();
    BaseRun run =
        BaseRun.of(
            table,
            catalogue.engineFields(),
            recipe,
            LocalDate.now(java.time.ZoneId.systemDefault()));
    List<List<String>> said = new ArrayList<>();
    for (int row = 0; row < parties.size(); row++) {
      List<String> codes = new ArrayList<>();
      run.notes(
          row,
          note ->
              codes.add(
                  note.isChange() ? "rule " + note.rule() : "reason " + note.reason().code()));
      run.failedChecks(row, (column, remark) -> codes.add("reason " + remark.reason().code()));
      codes.sort(null);
      said.add(codes);
    }
    return said;
  }
}
