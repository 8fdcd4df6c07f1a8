package io.limpide.server.source;

import io.limpide.server.job.Run;
import io.limpide.server.web.Wording;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Imports as callers of the API send and read them. */
final class ImportJson {
  private ImportJson() {}

  /** An import and how far it is. */
  @Schema(name = "Import")
  record Whole(
      long id,
      @Schema(
              allowableValues = {
                "draft",
                "waiting",
                "running",
                "paused",
                "done",
                "failed",
                "cancelled",
                "undone"
              })
          String state,
      @Schema(
              description = "with the state draft, mapping and ready wait for somebody",
              allowableValues = {"reading", "mapping", "previewing", "ready", "running", "done"})
          String stage,
      long sourceId,
      String source,
      String file,
      long done,
      long total,
      int percent,
      int created,
      int updated,
      int unchanged,
      int rejected,
      @Schema(description = "how the file was read") Map<String, Object> facts,
      @Schema(description = "by column, the field it goes to; empty where it is only kept")
          Map<String, String> mapping,
      @Schema(description = "the columns by which the source knows a record; none: the whole row")
          List<String> keys,
      @Nullable Failure failure,
      Instant createdAt,
      @Nullable Instant finishedAt) {
    static Whole of(Import it, Run run, String failure) {
      boolean failed = run.failure() != null && (run.state() == Run.State.FAILED || run.isWaits());
      return new Whole(
          it.runId(),
          run.state().word(),
          it.stage(),
          it.sourceId(),
          it.source(),
          it.file(),
          run.done(),
          run.total(),
          run.percent(),
          it.created(),
          it.updated(),
          it.unchanged(),
          it.rejected(),
          it.facts(),
          it.mapping(),
          it.keyColumns(),
          failed ? new Failure(String.valueOf(run.failure()), failure) : null,
          run.createdAt(),
          run.finishedAt());
    }

    @Override
    public String toString() {
      return "import " + id;
    }
  }

  /** Why an import failed. */
  @Schema(name = "ImportFailure")
  record Failure(String code, String text) {}

  /** A column of a file, what it was taken for and where it goes. */
  @Schema(name = "FileColumn")
  record Column(
      String name,
      @Schema(description = "what it was taken for") String type,
      @Schema(description = "0 to 100: how sure that is") int confidence,
      @Schema(allowableValues = {"sure", "likely", "unsure"}) String certainty,
      @Schema(description = "of the rows, in percent") int filled,
      @Schema(description = "whether no value occurs twice") boolean unique,
      @Schema(description = "up to three different values") List<String> samples,
      @Schema(description = "the field it goes to; not there where it is only kept")
          @Nullable String field,
      boolean key) {
    static Column of(Import.FileColumn column, Import it) {
      String field = it.mapping().getOrDefault(column.name(), "");
      return new Column(
          column.name(),
          column.type(),
          column.confidence(),
          column.certainty(),
          column.filled(),
          column.unique(),
          column.samples(),
          field.isEmpty() ? null : field,
          it.keyColumns().contains(column.name()));
    }

    @Override
    public String toString() {
      return "column " + name;
    }
  }

  /** Where the columns of a file go; those that are not named go where they were taken for. */
  @Schema(name = "ImportMapping")
  record MappingChange(
      @Schema(
              description = "by column, the field; empty to only keep it",
              example = "{\"Courriel\":\"email\",\"Divers\":\"\"}")
          @Nullable Map<String, @Nullable String> fields,
      @Schema(
              description = "the columns by which the source knows a record; [] for the whole row",
              example = "[\"Identifiant\"]")
          @Nullable List<String> keys) {}

  /** What an import would do. */
  @Schema(name = "ImportPreview")
  record Preview(
      long created,
      long updated,
      long unchanged,
      long rejected,
      @Schema(description = "rows by kind of party") Map<String, Long> kinds,
      @Schema(description = "rows that probably repeat another of the file") long duplicates,
      @Schema(description = "how many rows were compared") long compared,
      @Schema(
              description =
                  "e-mail addresses that the base has already; not for whom they are masked")
          @Nullable Long knownEmails,
      List<Row> newExamples,
      List<Row> changedExamples,
      List<Rejected> rejections,
      List<Said> corrected,
      List<Said> proposed,
      List<Said> found) {
    static Preview of(Map<String, Object> kept, Wording wording) {
      Map<String, Long> kinds = new LinkedHashMap<>();
      object(kept.get("kinds")).forEach((kind, count) -> kinds.put(kind, figure(count)));
      return new Preview(
          figure(kept.get("created")),
          figure(kept.get("updated")),
          figure(kept.get("unchanged")),
          figure(kept.get("rejected")),
          kinds,
          figure(kept.get("duplicates")),
          figure(kept.get("matched_rows")),
          kept.containsKey("known_emails") ? figure(kept.get("known_emails")) : null,
          each(kept.get("new_examples"), Row::of),
          each(kept.get("changed_examples"), Row::of),
          each(kept.get("rejections"), line -> Rejected.of(line, wording)),
          each(kept.get("corrected"), line -> Said.of(line, wording::rule)),
          each(kept.get("proposed"), line -> Said.of(line, wording::rule)),
          each(kept.get("found"), line -> Said.of(line, wording::reason)));
    }
  }

  /** A row by field, as it would come in. */
  @Schema(name = "PreviewRow")
  record Row(long row, Map<String, String> values) {
    static Row of(Map<String, Object> line) {
      Map<String, String> values = new LinkedHashMap<>();
      object(line.get("values")).forEach((field, value) -> values.put(field, text(value)));
      return new Row(figure(line.get("row")), values);
    }

    @Override
    public String toString() {
      return "row " + row;
    }
  }

  /**
   * A row that is refused.
   *
   * @param number by which its correction names it; 0 as long as it is only previewed
   */
  @Schema(name = "RejectedRow")
  record Rejected(int number, long row, String reason, String words, String raw) {
    static Rejected of(Map<String, Object> line, Wording wording) {
      String reason = text(line.get("reason"));
      List<?> arguments = line.get("arguments") instanceof List<?> given ? given : List.of();
      return new Rejected(
          0,
          figure(line.get("row")),
          reason,
          wording.reason(reason, arguments),
          text(line.get("raw")));
    }

    static Rejected of(Imports.RejectedRow row, Wording wording) {
      return new Rejected(
          row.number(),
          row.rowNumber(),
          row.reason(),
          wording.reason(row.reason(), row.arguments()),
          row.raw());
    }

    @Override
    public String toString() {
      return "rejected row " + row;
    }
  }

  /** What a rule or reason says of rows. */
  @Schema(name = "PreviewRemark")
  record Said(String code, String words, long rows, List<Example> examples) {
    static Said of(Map<String, Object> line, Function<String, String> words) {
      List<Example> examples = new ArrayList<>();
      if (line.get("examples") instanceof List<?> texts) {
        for (int at = 0; at + 1 < texts.size(); at += 2) {
          examples.add(new Example(text(texts.get(at)), text(texts.get(at + 1))));
        }
      }
      String code = text(line.get("code"));
      return new Said(code, words.apply(code), figure(line.get("count")), examples);
    }
  }

  /** A value before and after a rule. */
  @Schema(name = "PreviewExample")
  record Example(String before, String after) {
    @Override
    public String toString() {
      return "an example";
    }
  }

  /** Rejected rows that were corrected. */
  @Schema(name = "CorrectedRows")
  record Corrected(@Nullable List<CorrectedRow> rows) {}

  /** A rejected row as it should have been, written as the file is. */
  @Schema(name = "CorrectedRow")
  record CorrectedRow(@Nullable Integer number, @Nullable String raw) {
    @Override
    public String toString() {
      return "a corrected row";
    }
  }

  /** A record that a rollback left as it is. */
  @Schema(name = "KeptRecord")
  record Kept(
      long record,
      long party,
      String name,
      @Schema(description = "superseded by a later import, or edited since") String why) {
    @Override
    public String toString() {
      return "record " + record;
    }
  }

  private static <T> List<T> each(@Nullable Object lines, Function<Map<String, Object>, T> read) {
    return lines instanceof List<?> given
        ? given.stream().map(line -> read.apply(object(line))).toList()
        : List.of();
  }

  @SuppressWarnings("unchecked") // JSON: every key of an object is a text
  private static Map<String, Object> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  private static long figure(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : String.valueOf(value);
  }
}
