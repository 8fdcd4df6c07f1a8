package io.limpide.server.job;

import io.limpide.server.account.Caller;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.api.Asked;
import io.limpide.server.api.Paged;
import io.limpide.server.api.Problem;
import io.limpide.server.api.Would;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The jobs: runs, how far they are, what they changed, and orders to them, by the API. */
@RestController
@RequestMapping(path = "/api/v1/runs", produces = MediaType.APPLICATION_JSON_VALUE)
class RunApi {
  private static final Set<String> STATES =
      Stream.of(Run.State.values()).map(Run.State::word).collect(Collectors.toUnmodifiableSet());

  private final Runs runs;
  private final RunOrders orders;
  private final PastChanges changes;
  private final Failures failures;

  RunApi(Runs runs, RunOrders orders, PastChanges changes, Failures failures) {
    this.runs = runs;
    this.orders = orders;
    this.changes = changes;
    this.failures = failures;
  }

  /** A run as callers read it. */
  @Schema(name = "Run")
  record RunJson(
      long id,
      String kind,
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
      String title,
      @Nullable Long account,
      @Nullable String accountName,
      @Nullable Long recipe,
      @Nullable Long undoes,
      long done,
      @Schema(description = "0 while nobody knows") long total,
      int percent,
      @Schema(description = "what is done a second") long rate,
      @Schema(description = "at this rate; not there while nobody knows")
          @Nullable Long secondsLeft,
      Map<String, Object> result,
      @Schema(description = "the code of why it failed") @Nullable String failure,
      @Schema(description = "why it failed, in words") @Nullable String failureWords,
      @Schema(description = "whether trying again may help") boolean canRetry,
      Instant createdAt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt) {
    @Override
    public String toString() {
      return "run " + id;
    }
  }

  private RunJson json(Run run, Locale locale) {
    long left = run.secondsLeft();
    return new RunJson(
        run.id(),
        run.kind(),
        run.state().word(),
        run.title(),
        run.accountId(),
        run.account(),
        run.recipeId(),
        run.undoes(),
        run.done(),
        run.total(),
        run.percent(),
        run.rate(),
        run.isActive() && left >= 0 ? left : null,
        run.result(),
        run.failure(),
        run.failure() == null ? null : failures.of(run, locale),
        orders.canRetry(run),
        run.createdAt(),
        run.startedAt(),
        run.finishedAt());
  }

  /** A value that a run changed. */
  @Schema(name = "Change")
  record ChangeJson(
      long id,
      long party,
      long record,
      String field,
      String rule,
      String before,
      String after,
      @Nullable String by,
      Instant at,
      @Nullable Long undoneBy) {
    @Override
    public String toString() {
      return "change " + id;
    }
  }

  private static ChangeJson json(PastChanges.PastChange change) {
    return new ChangeJson(
        change.id(),
        change.party(),
        change.record(),
        change.field(),
        change.rule(),
        change.before(),
        change.after(),
        change.account(),
        change.at(),
        change.undoneBy());
  }

  @Requires(Right.READ_RUNS)
  @GetMapping
  ResponseEntity<Paged<RunJson>> list(
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit,
      HttpServletRequest request,
      Locale locale) {
    Asked.only(request, Set.of("kind", "state", "after", "limit"));
    String in = Asked.word("state", state, "", STATES);
    int most = Paged.limit(limit);
    return Paged.of(
        runs.list(kind, in, Paged.after(after), most + 1),
        most,
        Run::id,
        run -> json(run, locale),
        request);
  }

  @Requires(Right.READ_RUNS)
  @GetMapping("/{id}")
  RunJson show(@PathVariable long id, Locale locale) {
    return json(find(id), locale);
  }

  @Requires(Right.READ_RUNS)
  @GetMapping("/{id}/changes")
  ResponseEntity<Paged<ChangeJson>> changes(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit,
      @AuthenticationPrincipal Caller caller,
      HttpServletRequest request) {
    Asked.only(request, Set.of("after", "limit"));
    find(id);
    int most = Paged.limit(limit);
    return Paged.of(
        changes.ofRun(id, Paged.after(after), most + 1, caller),
        most,
        PastChanges.PastChange::id,
        RunApi::json,
        request);
  }

  private Run find(long id) {
    return runs.find(id).orElseThrow(Problem::notFound);
  }

  /** Says how a run stands after an order; one that came too late is refused. */
  private RunJson after(boolean done, long id, Locale locale) {
    Run run = find(id);
    if (!done) {
      throw Problem.of(409, "run_state", run.state().word());
    }
    return json(run, locale);
  }

  @Requires({Right.IMPORT, Right.CORRECT, Right.UNDO_RUNS})
  @PostMapping("/{id}/pause")
  RunJson pause(@PathVariable long id, @AuthenticationPrincipal Caller caller, Locale locale) {
    find(id);
    return after(orders.pause(id, caller), id, locale);
  }

  @Requires({Right.IMPORT, Right.CORRECT, Right.UNDO_RUNS})
  @PostMapping("/{id}/resume")
  RunJson resume(@PathVariable long id, @AuthenticationPrincipal Caller caller, Locale locale) {
    find(id);
    return after(orders.resume(id, caller), id, locale);
  }

  @Requires({Right.IMPORT, Right.CORRECT, Right.UNDO_RUNS})
  @PostMapping("/{id}/retry")
  RunJson retry(@PathVariable long id, @AuthenticationPrincipal Caller caller, Locale locale) {
    find(id);
    return after(orders.retry(id, caller), id, locale);
  }

  @Requires({Right.IMPORT, Right.CORRECT, Right.UNDO_RUNS})
  @PostMapping("/{id}/cancel")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(oneOf = {RunJson.class, Would.class})))
  ResponseEntity<Object> cancel(
      @PathVariable long id,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @AuthenticationPrincipal Caller caller,
      Locale locale) {
    Run run = find(id);
    if (dryRun) {
      boolean ends =
          run.isActive() || run.state() == Run.State.PAUSED || run.state() == Run.State.DRAFT;
      return ResponseEntity.ok(Would.of(Map.of("runs", ends ? 1L : 0L)));
    }
    return ResponseEntity.ok(after(orders.cancel(id, caller), id, locale));
  }
}
