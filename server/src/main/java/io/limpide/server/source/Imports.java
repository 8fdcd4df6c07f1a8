package io.limpide.server.source;

import io.limpide.server.account.Caller;
import io.limpide.server.job.Run;
import io.limpide.server.job.Runs;
import io.limpide.server.job.Way;
import io.limpide.server.job.Worker;
import io.limpide.server.journal.Journal;
import io.limpide.server.recipe.Recipes;
import io.limpide.server.web.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** The imports there are and were, and what people decide of them. */
@Service
public class Imports {
  static final String KIND = "import";

  /** The code of the problem of an import that stands elsewhere by now. */
  static final String MOVED = "import.problem.moved";

  private static final TypeReference<List<Import.FileColumn>> COLUMNS = new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> MAPPING = new TypeReference<>() {};

  private final JdbcClient database;
  private final Runs runs;
  private final Recipes recipes;
  private final Journal journal;
  private final Worker worker;

  Imports(JdbcClient database, Runs runs, Recipes recipes, Journal journal, @Lazy Worker worker) {
    this.database = database;
    this.runs = runs;
    this.recipes = recipes;
    this.journal = journal;
    this.worker = worker;
  }

  private static final String SELECT =
      """
      select i.run_id, i.source_id, s.name as source, i.upload_id, u.name as file, i.stage,
        i.facts::text, i.columns::text, i.mapping::text, i.key_columns, i.preview::text,
        i.next_row, i.created, i.updated, i.unchanged, i.rejected
      from import i join source s on s.id = i.source_id join upload u on u.id = i.upload_id
      """;

  static Import read(ResultSet row, int number) throws SQLException {
    return new Import(
        row.getLong("run_id"),
        row.getLong("source_id"),
        row.getString("source"),
        row.getObject("upload_id", UUID.class),
        row.getString("file"),
        row.getString("stage"),
        Json.map(row.getString("facts")),
        Json.read(row.getString("columns"), COLUMNS),
        Json.read(row.getString("mapping"), MAPPING),
        Arrays.asList((String[]) row.getArray("key_columns").getArray()),
        Json.map(row.getString("preview")),
        row.getInt("next_row"),
        row.getInt("created"),
        row.getInt("updated"),
        row.getInt("unchanged"),
        row.getInt("rejected"));
  }

  /** Returns one import. */
  public Optional<Import> find(long run) {
    return database.sql(SELECT + "where i.run_id = ?").param(run).query(Imports::read).optional();
  }

  /**
   * Begins an import: the file is read and its columns are recognised.
   *
   * @param auto whether it goes on to its end by itself, with what was recognised
   */
  @Transactional
  public long begin(Uploads.Upload upload, long source, boolean auto, Caller by) {
    return begin(upload, source, Map.of("auto", auto), Way.FILE.of(by), by);
  }

  /**
   * Begins an import with an order of its own.
   *
   * @param way by which the file came
   * @param by whose order it is; null when the file was found in the inbox
   */
  @Transactional
  long begin(
      Uploads.Upload upload, long source, Map<String, Object> order, Way way, @Nullable Caller by) {
    long run =
        runs.create(
            KIND, way, Run.State.WAITING, upload.name(), by, recipes.active().id(), null, order);
    database
        .sql("insert into import (run_id, source_id, upload_id) values (?, ?, ?)")
        .params(run, source, upload.id())
        .update();
    journal.append(
        Journal.Deed.of(
                by == null ? "system" : by.actor(),
                "import.begun",
                "source:" + source,
                Map.of("bytes", upload.size()))
            .in(run));
    worker.submit(run);
    return run;
  }

  /**
   * Keeps which field each column goes to, for this import and the next of its source, and works
   * out what would happen.
   *
   * @return why that cannot be, as codes of texts; empty when it can
   */
  @Transactional
  public Set<String> map(long run, Map<String, String> fields, List<String> keys, Caller by) {
    Import of = find(run).orElseThrow();
    Mapping mapping = new Mapping(fields, keys);
    Set<String> problems =
        mapping.problems(
            recipes.active().catalogue(),
            of.columns().stream().map(Import.FileColumn::name).toList());
    if (!problems.isEmpty()) {
      return problems;
    }
    if (!runs.move(run, Run.State.WAITING, Run.State.DRAFT)) {
      return Set.of(MOVED);
    }
    database
        .sql(
            """
            update import set mapping = ?::jsonb, key_columns = ?, stage = 'previewing',
              preview = '{}' where run_id = ?
            """)
        .params(Json.text(fields), keys.toArray(String[]::new), run)
        .update();
    database
        .sql(
            """
            update source set mapping = mapping || ?::jsonb, key_columns = ?,
              version = version + 1
            where id = ?
            """)
        .params(Json.text(fields), keys.toArray(String[]::new), of.sourceId())
        .update();
    journal.append(
        Journal.Deed.of(
                by.actor(),
                "import.mapped",
                "source:" + of.sourceId(),
                Map.of("columns", fields.size()))
            .in(run));
    worker.submit(run);
    return Set.of();
  }

  /** Goes back to the columns. */
  @Transactional
  public boolean reopen(long run) {
    return database
            .sql(
                """
                update import i set stage = 'mapping' from run r
                where i.run_id = ? and r.id = i.run_id and r.state = 'draft' and i.stage = 'ready'
                """)
            .param(run)
            .update()
        > 0;
  }

  /**
   * Returns imports, the newest first.
   *
   * @param source only of this; of any when 0
   * @param before only older ones than this; 0 for the newest
   */
  List<Import> list(long source, long before, int most) {
    return database
        .sql(
            SELECT
                + """
                where (:source = 0 or i.source_id = :source) and (:before = 0 or i.run_id < :before)
                order by i.run_id desc limit :most
                """)
        .param("source", source)
        .param("before", before)
        .param("most", most)
        .query(Imports::read)
        .list();
  }

  /** Lets the import run. */
  @Transactional
  public boolean confirm(long run, Caller by) {
    int moved =
        database
            .sql(
                """
                update import set stage = 'running'
                where run_id = ? and stage = 'ready'
                """)
            .param(run)
            .update();
    if (moved == 0 || !runs.move(run, Run.State.WAITING, Run.State.DRAFT)) {
      return false;
    }
    journal.append(Journal.Deed.of(by.actor(), "import.confirmed", "run:" + run, Map.of()).in(run));
    worker.submit(run);
    return true;
  }

  /** What a rejected row is. */
  public record RejectedRow(
      int number, int rowNumber, String reason, List<String> arguments, String raw) {}

  /** Returns rejected rows, in their order. */
  public List<RejectedRow> rejections(long run, int after, int most) {
    return database
        .sql(
            """
            select number, row_number, reason, arguments, raw from rejection
            where run_id = ? and number > ? order by number limit ?
            """)
        .params(run, after, most)
        .query(
            (row, at) ->
                new RejectedRow(
                    row.getInt(1),
                    row.getInt(2),
                    row.getString(3),
                    Arrays.asList((String[]) row.getArray(4).getArray()),
                    row.getString(5)))
        .list();
  }

  /** Returns the mapping that was decided for a source before. */
  Map<String, String> mappingOf(long source) {
    String text =
        database
            .sql("select mapping::text from source where id = ?")
            .param(source)
            .query(String.class)
            .single();
    return Json.read(text, MAPPING);
  }

  /** Returns the columns by which a source knows a record, where a person decided that before. */
  Optional<List<String>> keysOf(long source) {
    return database
        .sql("select key_columns from source where id = ? and key_columns is not null")
        .param(source)
        .query((row, at) -> Arrays.asList((String[]) row.getArray(1).getArray()))
        .optional();
  }

  /** A source as lists show it. */
  public record Source(
      long id,
      String name,
      String kind,
      String collection,
      long records,
      java.time.@Nullable Instant lastImport) {}

  /** Returns every source. */
  public List<Source> sources() {
    return sources("true", Map.of());
  }

  /** Returns one source. */
  public Optional<Source> source(long id) {
    return sources("s.id = :id", Map.of("id", id)).stream().findFirst();
  }

  private List<Source> sources(String condition, Map<String, Object> values) {
    return database
        .sql(
            """
            select s.id, s.name, s.kind, s.collection,
              (select count(*) from record r
                where r.source_id = s.id and r.withdrawn_by is null) as records,
              (select max(r.finished_at) from import i join run r on r.id = i.run_id
                where i.source_id = s.id and r.state = 'done') as last_import
            from source s where\s"""
                + condition
                + " order by s.kind desc, lower(s.name)")
        .params(values)
        .query(Source.class)
        .list();
  }

  /** The name of a source. */
  public record Named(long id, String name) {}

  /** Returns the names of the sources that files come from. */
  public List<Named> files() {
    return database
        .sql("select id, name from source where kind = 'file' order by lower(name)")
        .query(Named.class)
        .list();
  }

  /** Returns the source of that name, made if there is none. */
  @Transactional
  public long sourceNamed(String name, String collection, @Nullable Caller by) {
    String cut = named(name);
    Optional<Long> made =
        database
            .sql(
                """
                insert into source (name, kind, collection) values (?, 'file', ?)
                on conflict (name) do nothing returning id
                """)
            .params(cut, collection.strip())
            .query(Long.class)
            .optional();
    if (made.isEmpty()) {
      return database
          .sql("select id from source where name = ?")
          .param(cut)
          .query(Long.class)
          .single();
    }
    journal.append(
        Journal.Deed.of(
            by == null ? "system" : by.actor(),
            "source.created",
            "source:" + made.get(),
            Map.of()));
    return made.get();
  }

  private static String named(String name) {
    String shown = name.replaceAll("\\p{Cntrl}", " ").strip();
    return shown.isEmpty() ? "?" : shown.substring(0, Math.min(200, shown.length()));
  }

  /**
   * Renames a source and says how its data are collected.
   *
   * @return why that cannot be, as the code of a text; empty when it was done
   */
  @Transactional
  public Optional<String> describe(long source, String name, String collection, Caller by) {
    if (name.isBlank()) {
      return Optional.of("source.problem.name");
    }
    boolean taken =
        database
            .sql("select exists (select from source where name = ? and id <> ?)")
            .params(named(name), source)
            .query(Boolean.class)
            .single();
    if (taken) {
      return Optional.of("source.problem.taken");
    }
    int changed =
        database
            .sql(
                """
                update source set name = ?, collection = ?, version = version + 1
                where id = ? and kind = 'file'
                """)
            .params(named(name), collection.strip(), source)
            .update();
    if (changed > 0) {
      journal.append(Journal.Deed.of(by.actor(), "source.changed", "source:" + source, Map.of()));
    }
    return Optional.empty();
  }
}
