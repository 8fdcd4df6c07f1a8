package io.limpide.engine.run;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.recipe.Recipe;
import io.limpide.engine.recipe.RecipeException;
import io.limpide.engine.recipe.RecipeProblem;
import io.limpide.engine.recognize.Recognised;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import io.limpide.engine.text.Similarity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What columns mean: as the recipe says, else as they were recognised. */
public final class FieldPlan {
  private static final double NEAR = 0.75;

  private FieldPlan() {}

  /** Returns one field for each column, in their order. */
  public static List<Field> of(Table table, List<Recognised> recognised, Recipe recipe) {
    List<Field> fields = new ArrayList<>();
    for (int at = 0; at < table.columns().size(); at++) {
      Field field = recognised.get(at).field();
      fields.add(
          recipe
              .type(table.source(), field.column())
              .map(type -> new Field(field.column(), type, 1))
              .orElse(field));
    }
    return fields;
  }

  /**
   * Refuses a recipe that names columns which no source has: it was written for other files.
   *
   * @throws RecipeException with every such column
   */
  public static void check(Recipe recipe, List<Table> tables) {
    Set<String> columns = new LinkedHashSet<>();
    tables.forEach(table -> table.columns().stream().map(Column::name).forEach(columns::add));
    List<RecipeProblem> problems = new ArrayList<>();
    recipe.fields().keySet().forEach(name -> known("fields." + name, name, columns, problems));
    recipe
        .checks()
        .forEach(
            check ->
                check
                    .columns()
                    .forEach(
                        name -> known("checks." + check.kind().word(), name, columns, problems)));
    recipe.sources().forEach((source, fields) -> source(source, fields, tables, problems));
    recipe
        .survivorship()
        .byColumn()
        .keySet()
        .forEach(name -> known("survivorship.columns", name, columns, problems));
    recipe.matching().ignored().forEach(name -> known("match.ignore", name, columns, problems));
    recipe
        .retention()
        .contactColumns()
        .forEach(name -> known("retention.contact_columns", name, columns, problems));
    if (!problems.isEmpty()) {
      throw new RecipeException(problems);
    }
  }

  /** Columns of a source that is not read this time are not asked for. */
  private static void source(
      String source,
      Map<String, FieldType> fields,
      List<Table> tables,
      List<RecipeProblem> problems) {
    for (Table table : tables) {
      if (table.source().equals(source)) {
        Set<String> columns = new LinkedHashSet<>();
        table.columns().forEach(column -> columns.add(column.name()));
        fields
            .keySet()
            .forEach(name -> known("sources." + source + "." + name, name, columns, problems));
      }
    }
  }

  private static void known(
      String path, String name, Set<String> columns, List<RecipeProblem> problems) {
    if (!columns.contains(name)) {
      problems.add(new RecipeProblem(0, path, "column", List.of(name), nearest(name, columns)));
    }
  }

  /** Returns the column that was probably meant; empty when none is like it. */
  public static String nearest(String name, Collection<String> columns) {
    return columns.stream()
        .max(Comparator.comparingDouble(other -> likeness(name, other)))
        .filter(other -> likeness(name, other) >= NEAR)
        .orElse("");
  }

  private static double likeness(String a, String b) {
    return Similarity.jaroWinkler().between(a, b);
  }
}
