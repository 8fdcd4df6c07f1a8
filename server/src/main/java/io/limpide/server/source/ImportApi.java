package io.limpide.server.source;

import io.limpide.server.account.Caller;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.api.Asked;
import io.limpide.server.api.Paged;
import io.limpide.server.api.Problem;
import io.limpide.server.api.Problem.FieldError;
import io.limpide.server.api.Would;
import io.limpide.server.job.Failures;
import io.limpide.server.job.Run;
import io.limpide.server.job.Runs;
import io.limpide.server.job.Way;
import io.limpide.server.web.Wording;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Imports for programs: a file goes in whole by itself, or step by step as on the pages. An import
 * is a run: it rests, goes on and ends by the calls of runs.
 */
@RestController
@RequestMapping(path = "/api/v1/imports", produces = MediaType.APPLICATION_JSON_VALUE)
class ImportApi {
  /** How {@code limpide import} calls itself. */
  private static final String COMMAND = "limpide-import";

  private static final String PATH = "/api/v1/imports/";

  private final Imports imports;
  private final ImportViews views;
  private final Uploads uploads;
  private final CorrectedRows corrected;
  private final Rollbacks rollbacks;
  private final Runs runs;
  private final Failures failures;
  private final Wording wording;

  ImportApi(
      Imports imports,
      ImportViews views,
      Uploads uploads,
      CorrectedRows corrected,
      Rollbacks rollbacks,
      Runs runs,
      Failures failures,
      Wording wording) {
    this.imports = imports;
    this.views = views;
    this.uploads = uploads;
    this.corrected = corrected;
    this.rollbacks = rollbacks;
    this.runs = runs;
    this.failures = failures;
    this.wording = wording;
  }

  private Import find(long id) {
    return imports.find(id).orElseThrow(Problem::notFound);
  }

  private Run run(long id) {
    return runs.find(id).orElseThrow(Problem::notFound);
  }

  private Import shown(long id, Caller by) {
    return views.shown(find(id), run(id), by);
  }

  private ImportJson.Whole whole(Import it, Locale locale) {
    Run run = run(it.runId());
    return ImportJson.Whole.of(it, run, failures.of(run, locale));
  }

  private ResponseEntity<ImportJson.Whole> accepted(long id, Locale locale) {
    return ResponseEntity.accepted().location(URI.create(PATH + id)).body(whole(find(id), locale));
  }

  /** Where it does not stand so that this could be done. */
  private Problem moved(long id) {
    return Problem.of(409, "import_stage", find(id).stage(), run(id).state().word());
  }

  @Requires({Right.IMPORT, Right.READ_RUNS})
  @GetMapping
  ResponseEntity<Paged<ImportJson.Whole>> list(
      @RequestParam(defaultValue = "0") long source,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit,
      HttpServletRequest request,
      Locale locale) {
    Asked.only(request, Set.of("source", "after", "limit"));
    int most = Paged.limit(limit);
    return Paged.of(
        imports.list(source, Paged.after(after), most + 1),
        most,
        Import::runId,
        it -> whole(it, locale),
        request);
  }

  @Requires(Right.IMPORT)
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ApiResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = ImportJson.Whole.class)))
  ResponseEntity<ImportJson.Whole> begin(
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String collection,
      @RequestParam(defaultValue = "true") boolean auto,
      @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "")
          String program,
      @AuthenticationPrincipal Caller by,
      Locale locale)
      throws IOException {
    if (file == null || file.isEmpty()) {
      throw Problem.invalid("file", "api.import.file_missing");
    }
    if (source.isBlank()) {
      throw Problem.invalid("source", "api.import.source_missing");
    }
    try (InputStream in = file.getInputStream()) {
      Uploads.Upload upload = uploads.keep(file.getOriginalFilename(), in, by);
      long into = imports.sourceNamed(source, collection, by);
      Way way = program.startsWith(COMMAND) ? Way.COMMAND : Way.FILE.of(by);
      return accepted(imports.begin(upload, into, Map.of("auto", auto), way, by), locale);
    }
  }

  @Requires({Right.IMPORT, Right.READ_RUNS})
  @GetMapping("/{id}")
  ImportJson.Whole show(@PathVariable long id, Locale locale) {
    return whole(find(id), locale);
  }

  @Requires(Right.IMPORT)
  @GetMapping("/{id}/columns")
  Paged<ImportJson.Column> columns(@PathVariable long id, @AuthenticationPrincipal Caller by) {
    Import it = shown(id, by);
    if (it.stage().equals("reading")) {
      throw moved(id);
    }
    return Paged.whole(
        it.columns().stream().map(column -> ImportJson.Column.of(column, it)).toList());
  }

  @Requires(Right.IMPORT)
  @PatchMapping("/{id}/mapping")
  @ApiResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = ImportJson.Whole.class)))
  ResponseEntity<ImportJson.Whole> map(
      @PathVariable long id,
      @RequestBody ImportJson.MappingChange change,
      @AuthenticationPrincipal Caller by,
      Locale locale) {
    Import it = find(id);
    Map<String, String> fields = new LinkedHashMap<>(it.mapping());
    if (change.fields() != null) {
      change.fields().forEach((column, field) -> fields.put(column, field == null ? "" : field));
    }
    List<String> keys =
        change.keys() == null ? it.keyColumns() : List.copyOf(new LinkedHashSet<>(change.keys()));
    Set<String> problems = imports.map(id, fields, keys, by);
    if (problems.contains(Imports.MOVED)) {
      throw moved(id);
    }
    if (!problems.isEmpty()) {
      throw Problem.invalid(problems.stream().map(code -> FieldError.of("fields", code)).toList());
    }
    return accepted(id, locale);
  }

  @Requires(Right.IMPORT)
  @GetMapping("/{id}/preview")
  ImportJson.Preview preview(@PathVariable long id, @AuthenticationPrincipal Caller by) {
    Import it = shown(id, by);
    if (it.preview().isEmpty()) {
      throw moved(id);
    }
    return ImportJson.Preview.of(it.preview(), wording);
  }

  @Requires(Right.IMPORT)
  @PostMapping("/{id}/start")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Would.class)))
  @ApiResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = ImportJson.Whole.class)))
  ResponseEntity<?> start(
      @PathVariable long id,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @AuthenticationPrincipal Caller by,
      HttpServletRequest request,
      Locale locale) {
    Asked.only(request, Set.of("dryRun"));
    Import it = find(id);
    if (dryRun) {
      if (!it.stage().equals("ready")) {
        throw moved(id);
      }
      ImportJson.Preview would = ImportJson.Preview.of(it.preview(), wording);
      return ResponseEntity.ok(
          Would.of(
              Map.of(
                  "created", would.created(),
                  "updated", would.updated(),
                  "unchanged", would.unchanged(),
                  "rejected", would.rejected())));
    }
    if (!imports.confirm(id, by)) {
      throw moved(id);
    }
    return accepted(id, locale);
  }

  @Requires(Right.IMPORT)
  @GetMapping("/{id}/rejections")
  ResponseEntity<Paged<ImportJson.Rejected>> rejections(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit,
      @AuthenticationPrincipal Caller by,
      HttpServletRequest request) {
    Asked.only(request, Set.of("after", "limit"));
    find(id);
    int most = Paged.limit(limit);
    int from = (int) Math.min(Integer.MAX_VALUE, Paged.after(after));
    return Paged.of(
        views.rejections(run(id), from, most + 1, by),
        most,
        Imports.RejectedRow::number,
        row -> ImportJson.Rejected.of(row, wording),
        request);
  }

  @Requires(Right.IMPORT)
  @PostMapping("/{id}/corrections")
  @ApiResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = ImportJson.Whole.class)))
  ResponseEntity<ImportJson.Whole> correct(
      @PathVariable long id,
      @RequestBody ImportJson.Corrected rows,
      @AuthenticationPrincipal Caller by,
      Locale locale)
      throws IOException {
    Import it = find(id);
    NavigableMap<Integer, String> texts = new TreeMap<>();
    if (rows.rows() != null) {
      rows.rows()
          .forEach(
              row -> {
                if (row.number() != null && row.raw() != null) {
                  texts.put(row.number(), row.raw());
                }
              });
    }
    OptionalLong begun = corrected.begin(it, run(id), texts, by);
    if (begun.isEmpty()) {
      throw Problem.invalid("rows", "rejected.problem.none");
    }
    return accepted(begun.getAsLong(), locale);
  }

  @Requires(Right.UNDO_RUNS)
  @PostMapping("/{id}/rollback")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Would.class)))
  @ApiResponse(responseCode = "202", content = @Content)
  ResponseEntity<Would> rollBack(
      @PathVariable long id,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @AuthenticationPrincipal Caller by,
      HttpServletRequest request) {
    Asked.only(request, Set.of("dryRun"));
    find(id);
    if (dryRun) {
      Map<String, Long> counts = new LinkedHashMap<>();
      rollbacks.preview(id).forEach((fate, count) -> counts.put(fate.word(), count));
      return ResponseEntity.ok(Would.of(counts));
    }
    long rollback =
        rollbacks
            .begin(id, by)
            .orElseThrow(() -> Problem.of(409, "run_state", run(id).state().word()));
    return ResponseEntity.accepted().location(URI.create("/api/v1/runs/" + rollback)).build();
  }

  @Requires(Right.IMPORT)
  @GetMapping("/{id}/kept")
  ResponseEntity<Paged<ImportJson.Kept>> kept(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit,
      @AuthenticationPrincipal Caller by,
      HttpServletRequest request) {
    Asked.only(request, Set.of("after", "limit"));
    find(id);
    int most = Paged.limit(limit);
    return Paged.of(
        rollbacks.kept(id, Paged.after(after), most + 1, by),
        most,
        Rollbacks.Kept::record,
        kept -> new ImportJson.Kept(kept.record(), kept.party(), kept.name(), kept.why()),
        request);
  }
}
