package io.limpide.server.source;

import io.limpide.server.account.Caller;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.job.Failures;
import io.limpide.server.job.Run;
import io.limpide.server.job.Runs;
import io.limpide.server.web.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports for programs: a file goes in whole, and what became of it is asked for. */
@RestController
class ImportApi {
  private final Imports imports;
  private final Uploads uploads;
  private final Runs runs;
  private final Failures failures;

  ImportApi(Imports imports, Uploads uploads, Runs runs, Failures failures) {
    this.imports = imports;
    this.uploads = uploads;
    this.runs = runs;
    this.failures = failures;
  }

  /**
   * Begins an import that goes to its end by itself: with the columns as they were decided for the
   * source, else as they are recognised.
   */
  @Requires(Right.IMPORT)
  @PostMapping(value = "/api/v1/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Object> begin(
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String collection,
      @AuthenticationPrincipal Caller by,
      Locale locale)
      throws IOException {
    if (file == null || file.isEmpty()) {
      return problem(HttpStatus.UNPROCESSABLE_CONTENT, "api.import.file_missing", locale);
    }
    if (source.isBlank()) {
      return problem(HttpStatus.UNPROCESSABLE_CONTENT, "api.import.source_missing", locale);
    }
    long run;
    try (InputStream in = file.getInputStream()) {
      Uploads.Upload upload = uploads.keep(file.getOriginalFilename(), in, by);
      run = imports.begin(upload, imports.sourceNamed(source, collection, by), true, by);
    }
    return ResponseEntity.status(HttpStatus.ACCEPTED)
        .location(URI.create("/api/v1/imports/" + run))
        .body(answer(run, locale).orElseThrow());
  }

  /** Returns an import. */
  @Requires({Right.IMPORT, Right.READ_RUNS})
  @GetMapping("/api/v1/imports/{id}")
  ResponseEntity<Object> one(@PathVariable long id, Locale locale) {
    return answer(id, locale)
        .<ResponseEntity<Object>>map(ResponseEntity::ok)
        .orElseGet(() -> problem(HttpStatus.NOT_FOUND, "api.import.unknown", locale));
  }

  private Optional<Map<String, Object>> answer(long id, Locale locale) {
    return imports.find(id).map(it -> answer(it, runs.find(id).orElseThrow(), locale));
  }

  private Map<String, Object> answer(Import it, Run run, Locale locale) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", it.runId());
    answer.put("state", run.state().word());
    answer.put("stage", it.stage());
    answer.put("source", it.source());
    answer.put("file", it.file());
    answer.put("done", run.done());
    answer.put("total", run.total());
    answer.put("created", it.created());
    answer.put("updated", it.updated());
    answer.put("unchanged", it.unchanged());
    answer.put("rejected", it.rejected());
    answer.put("mapping", it.mapping());
    answer.put("created_at", run.createdAt());
    answer.put("finished_at", run.finishedAt());
    if (run.failure() != null && (run.state() == Run.State.FAILED || run.isWaits())) {
      answer.put("failure", Map.of("code", run.failure(), "text", failures.of(run, locale)));
    }
    return answer;
  }

  private static ResponseEntity<Object> problem(HttpStatus status, String code, Locale locale) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setTitle(Texts.of(locale).text("error." + status.value()));
    problem.setDetail(Texts.of(locale).text(code));
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
