package io.limpide.server.quality;

import io.limpide.server.recipe.BaseField;
import io.limpide.server.recipe.Recipes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * How each field is used: empty, badly filled, unused, redundant; and what each stage of
 * qualification asks for and gets. Of a large base a sample tells: see {@link FieldSample}.
 */
@Service
class FieldReport {
  private static final int MANY = 8;

  private final JdbcClient database;
  private final Figures figures;

  FieldReport(JdbcClient database, Figures figures) {
    this.database = database;
    this.figures = figures;
  }

  /**
   * How a field is used.
   *
   * @param parties how many parties of its kinds there are
   * @param filled how many of them have it
   * @param wrong how many have a wrong value
   * @param doubtful how many have a doubtful one
   * @param redundant the field that nearly always says the same; empty when none does
   */
  record Use(
      BaseField field,
      long parties,
      long filled,
      long wrong,
      long doubtful,
      String redundant,
      boolean sampled) {
    /** Returns the share of parties that have it, in percent. */
    public long percent() {
      return parties == 0 ? 0 : Math.round(100.0 * filled / parties);
    }

    /** Returns what there is to say of it: unused, rarely filled, badly filled, redundant, well. */
    public String verdict() {
      if (filled == 0) {
        return "unused";
      }
      if (!redundant.isEmpty()) {
        return "redundant";
      }
      if (wrong + doubtful > filled / 10) {
        return "bad";
      }
      return percent() < 20 ? "rare" : "well";
    }
  }

  List<Use> of(Recipes.Active recipe) {
    FieldSample sample = FieldSample.of(figures.current().parties(), database);
    Map<String, long[]> remarks = remarks();
    List<Use> uses = new ArrayList<>();
    for (BaseField field : recipe.catalogue().fields()) {
      long of = sample.parties(field.kinds());
      long full = sample.filled(field.code());
      long[] said = remarks.getOrDefault(field.code(), new long[2]);
      uses.add(
          new Use(
              field,
              Math.max(of, full),
              full,
              said[0],
              said[1],
              sample.redundant(field.code()),
              sample.isPart()));
    }
    return uses;
  }

  private Map<String, long[]> remarks() {
    Map<String, long[]> remarks = new HashMap<>();
    for (Figures.Said said : figures.said("finding", 0)) {
      long[] counts = remarks.computeIfAbsent(said.field(), field -> new long[2]);
      if (said.severity().equals("error")) {
        counts[0] += said.parties();
      } else if (said.severity().equals("warning")) {
        counts[1] += said.parties();
      }
    }
    return remarks;
  }

  /**
   * How far the parties of a stage have what it asks for.
   *
   * @param complete how many of them have everything
   * @param missing how many lack each field
   * @param many whether it asks for more fields than people fill in
   */
  record Stage(
      String name,
      List<String> fields,
      long parties,
      long complete,
      Map<String, Long> missing,
      boolean many) {}

  List<Stage> stages(Recipes.Active recipe) {
    List<Stage> stages = new ArrayList<>();
    recipe
        .recipe()
        .parties()
        .stages()
        .forEach(
            (name, fields) -> {
              String[] asked = fields.toArray(String[]::new);
              Map<String, Long> missing = new LinkedHashMap<>();
              fields.forEach(field -> missing.put(field, 0L));
              database
                  .sql(
                      """
                      select f, count(*) from party p, unnest(:fields::text[]) as f
                      where p.stage = :stage and not jsonb_exists(p.golden, f) group by f
                      """)
                  .param("fields", asked)
                  .param("stage", name)
                  .query(
                      row -> {
                        missing.put(row.getString(1), row.getLong(2));
                      });
              long[] counts = new long[2];
              database
                  .sql(
                      """
                      select count(*), count(*) filter (where jsonb_exists_all(golden, :fields))
                      from party where stage = :stage
                      """)
                  .param("fields", asked)
                  .param("stage", name)
                  .query(
                      row -> {
                        counts[0] = row.getLong(1);
                        counts[1] = row.getLong(2);
                      });
              stages.add(
                  new Stage(name, fields, counts[0], counts[1], missing, fields.size() > MANY));
            });
    return stages;
  }
}
