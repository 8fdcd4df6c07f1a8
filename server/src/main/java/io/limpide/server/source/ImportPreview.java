package io.limpide.server.source;

import io.limpide.connect.SourceRead;
import io.limpide.engine.field.PartyKind;
import io.limpide.engine.finding.Level;
import io.limpide.engine.match.MatchInput;
import io.limpide.engine.run.BaseRun;
import io.limpide.engine.run.MatchRun;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import io.limpide.engine.table.TableBuilder;
import io.limpide.server.job.Progress;
import io.limpide.server.recipe.Recipes;
import io.limpide.server.store.Layouts;
import io.limpide.server.store.Storable;
import io.limpide.server.web.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Works out what an import would do, and does nothing of it. */
@Component
class ImportPreview {
  private static final int AT_A_TIME = 20_000;
  private static final int EXAMPLES = 5;
  private static final int MOST_MATCHED = 100_000;

  private final DataSource database;
  private final Layouts layouts;

  ImportPreview(@Qualifier("jobs") DataSource database, Layouts layouts) {
    this.database = database;
    this.layouts = layouts;
  }

  void make(Import of, SourceRead read, Recipes.Active recipe, Progress progress)
      throws SQLException {
    Map<String, Object> preview = new LinkedHashMap<>();
    ImportPlan plan;
    try (Connection connection = database.getConnection()) {
      plan = ImportPlan.of(of, read, recipe, layouts, connection);
      fate(of, plan.file(), plan.keys(), plan.judged(), preview, connection, progress);
      known(plan.judged().corrected(), preview, connection);
    }
    Table file = plan.file();
    preview.put("rejected", read.rejections().size());
    preview.put(
        "rejections",
        read.rejections().stream()
            .limit(EXAMPLES)
            .map(
                rejection ->
                    Map.of(
                        "row", rejection.row(),
                        "reason", rejection.why().reason().code(),
                        "arguments", rejection.why().arguments(),
                        "raw", cut(rejection.raw())))
            .toList());
    said(plan.judged(), file.rows(), preview);
    kinds(plan.judged(), file.rows(), preview);
    repeated(plan.base(), recipe, plan.today(), preview);
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement update =
          connection.prepareStatement(
              "update import set stage = 'ready', preview = ?::jsonb where run_id = ?")) {
        update.setString(1, Json.text(preview).replace("\\u0000", "\uFFFD"));
        update.setLong(2, of.runId());
        update.executeUpdate();
      }
      progress.tick(connection, 0, file.rows());
      connection.commit();
    }
  }

  private static String cut(String text) {
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }

  /** How many rows are new, changed or known as they are, with examples. */
  private static void fate(
      Import of,
      Table file,
      RowKeys keys,
      BaseRun judged,
      Map<String, Object> preview,
      Connection connection,
      Progress progress)
      throws SQLException {
    int created = 0;
    int updated = 0;
    int unchanged = 0;
    List<Object> fresh = new ArrayList<>();
    List<Object> changed = new ArrayList<>();
    boolean any = KnownRecords.any(of.sourceId(), connection);
    for (int from = 0; from < file.rows(); from += AT_A_TIME) {
      int to = Math.min(file.rows(), from + AT_A_TIME);
      List<String> names = new ArrayList<>();
      for (int row = from; row < to; row++) {
        names.add(keys.key(row));
      }
      Map<String, KnownRecords.Known> known =
          any ? KnownRecords.of(of.sourceId(), names, connection) : Map.of();
      for (int row = from; row < to; row++) {
        KnownRecords.Known before = known.get(keys.key(row));
        if (before == null || before.withdrawn()) {
          created++;
          example(fresh, file, judged, row);
        } else if (before.digest().equals(keys.digest(row))) {
          unchanged++;
        } else {
          updated++;
          example(changed, file, judged, row);
        }
      }
      if (!progress.goesOn(connection)) {
        break; // cancelled meanwhile: the tick below says so
      }
    }
    preview.put("created", created);
    preview.put("updated", updated);
    preview.put("unchanged", unchanged);
    preview.put("new_examples", fresh);
    preview.put("changed_examples", changed);
  }

  private static void example(List<Object> examples, Table file, BaseRun judged, int row) {
    if (examples.size() < EXAMPLES) {
      Map<String, String> values = new LinkedHashMap<>();
      for (Column column : judged.corrected().columns()) {
        if (!column.value(row).isEmpty()) {
          values.put(column.name(), cut(column.value(row)));
        }
      }
      examples.add(Map.of("row", file.rowNumber(row), "values", values));
    }
  }

  /** What would be corrected, proposed and found, by rule and reason. */
  private static void said(BaseRun judged, int rows, Map<String, Object> preview) {
    Map<String, Integer> corrected = new HashMap<>();
    Map<String, Integer> proposed = new HashMap<>();
    Map<String, Integer> found = new HashMap<>();
    Map<String, List<String>> examples = new HashMap<>();
    for (int row = 0; row < rows; row++) {
      judged.notes(
          row,
          note -> {
            if (!note.isChange()) {
              found.merge(note.reason().code(), 1, Integer::sum);
            } else {
              (note.level() == Level.SAFE ? corrected : proposed)
                  .merge(note.rule(), 1, Integer::sum);
              List<String> of = examples.computeIfAbsent(note.rule(), rule -> new ArrayList<>(6));
              if (of.size() < 6) {
                of.add(cut(note.texts().value(note.before())));
                of.add(cut(note.texts().value(note.after())));
              }
            }
          });
      judged.failedChecks(
          row, (column, remark) -> found.merge(remark.reason().code(), 1, Integer::sum));
    }
    preview.put("corrected", counted(corrected, examples));
    preview.put("proposed", counted(proposed, examples));
    preview.put("found", counted(found, Map.of()));
  }

  private static List<Object> counted(
      Map<String, Integer> counts, Map<String, List<String>> examples) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .<Object>map(
            entry ->
                Map.of(
                    "code", entry.getKey(),
                    "count", entry.getValue(),
                    "examples", examples.getOrDefault(entry.getKey(), List.of())))
        .toList();
  }

  private static void kinds(BaseRun judged, int rows, Map<String, Object> preview) {
    Map<String, Integer> kinds = new LinkedHashMap<>();
    for (int row = 0; row < rows; row++) {
      PartyKind kind = judged.kind(row);
      kinds.merge(kind.name().toLowerCase(java.util.Locale.ROOT), 1, Integer::sum);
    }
    preview.put("kinds", kinds);
  }

  /** How many rows have an e-mail address or SIRET that the base has already, from any source. */
  private static void known(Table corrected, Map<String, Object> preview, Connection connection)
      throws SQLException {
    Set<String> emails = distinct(corrected, "email");
    int shared = 0;
    List<String> batch = new ArrayList<>();
    for (String email : emails) {
      batch.add(email);
      if (batch.size() == AT_A_TIME) {
        shared += shared(batch, connection);
        batch.clear();
      }
    }
    shared += shared(batch, connection);
    preview.put("known_emails", shared);
  }

  private static int shared(List<String> emails, Connection connection) throws SQLException {
    if (emails.isEmpty()) {
      return 0;
    }
    try (PreparedStatement select =
        connection.prepareStatement(
            "select count(distinct email) from party where email = any(?)")) {
      select.setArray(1, connection.createArrayOf("text", emails.toArray(String[]::new)));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private static Set<String> distinct(Table table, String field) {
    Set<String> values = new LinkedHashSet<>();
    table
        .column(field)
        .ifPresent(
            column -> {
              for (int code : column.filledCodes()) {
                values.add(Storable.text(column.dictionary().value(code)));
              }
            });
    return values;
  }

  /** How many rows of the file are likely to repeat another; of a large one its first rows tell. */
  private static void repeated(
      Table base, Recipes.Active recipe, LocalDate today, Map<String, Object> preview) {
    int rows = Math.min(base.rows(), MOST_MATCHED);
    List<Column> filled =
        base.columns().stream().filter(column -> column.filledCodes().length > 0).toList();
    TableBuilder builder = new TableBuilder("file", filled.stream().map(Column::name).toList());
    for (int row = 0; row < rows; row++) {
      for (int at = 0; at < filled.size(); at++) {
        builder.cell(at, filled.get(at).value(row));
      }
      builder.endRow(base.rowNumber(row));
    }
    Table table = builder.build();
    MatchRun.Result result =
        MatchRun.run(
            List.of(table),
            typed(recipe, table),
            today,
            Optional.empty(),
            List.of(),
            MatchInput.Mode.DEDUPE,
            io.limpide.engine.run.Progress.NONE);
    int[] clusters = result.matching().clusters();
    Map<Integer, Integer> sizes = new HashMap<>();
    for (int cluster : clusters) {
      sizes.merge(cluster, 1, Integer::sum);
    }
    preview.put("duplicates", clusters.length - sizes.size());
    preview.put("matched_rows", rows);
  }

  /** The recipe, with the meaning of the columns said: nothing is left to be recognised. */
  private static io.limpide.engine.recipe.Recipe typed(Recipes.Active recipe, Table table) {
    io.limpide.engine.recipe.Recipe given = recipe.recipe();
    Map<String, io.limpide.engine.field.FieldType> fields = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      recipe
          .catalogue()
          .field(column.name())
          .ifPresent(field -> fields.put(field.code(), field.type()));
    }
    return new io.limpide.engine.recipe.Recipe(
        given.country(),
        given.surnames(),
        fields,
        Map.of(),
        given.rules(),
        List.of(),
        given.matching(),
        io.limpide.engine.merge.Survivorship.DEFAULT,
        io.limpide.engine.recipe.Recipe.Retention.DEFAULT,
        given.parties());
  }
}
