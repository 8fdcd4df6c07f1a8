package io.limpide.server.party;

import io.limpide.server.account.Caller;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.api.Asked;
import io.limpide.server.api.Masks;
import io.limpide.server.api.Paged;
import io.limpide.server.api.Problem;
import io.limpide.server.api.Would;
import io.limpide.server.job.Run;
import io.limpide.server.job.RunOrders;
import io.limpide.server.job.Runs;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs and what they changed of the parties that a caller may see, by the API. */
@RestController
@RequestMapping(path = "/api/v1/runs", produces = MediaType.APPLICATION_JSON_VALUE)
class RunApi {
  private final Runs runs;
  private final RunOrders orders;
  private final JdbcClient database;
  private final Masks masks;

  RunApi(Runs runs, RunOrders orders, JdbcClient database, Masks masks) {
    this.runs = runs;
    this.orders = orders;
    this.database = database;
    this.masks = masks;
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
      @Nullable String title,
      @Nullable Long account,
      @Nullable String accountName,
      @Nullable Long recipe,
      @Nullable Long undoes,
      long done,
      long total,
      Map<String, Object> result,
      @Nullable String failure,
      Instant createdAt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt) {
    @Override
    public String toString() {
      return "run " + id;
    }
  }

  /** What is edited by hand has a person's name for a title: not everybody may see that person. */
  private static RunJson json(Run run, Caller caller) {
    boolean named =
        !run.kind().equals("edit")
            || caller.visibility() == io.limpide.server.account.Visibility.ALL;
    return new RunJson(
        run.id(),
        run.kind(),
        run.state().word(),
        named ? run.title() : null,
        run.accountId(),
        run.account(),
        run.recipeId(),
        run.undoes(),
        run.done(),
        run.total(),
        run.result(),
        run.failure(),
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

  @Requires(Right.READ_RUNS)
  @GetMapping
  ResponseEntity<Paged<RunJson>> list(
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit,
      @AuthenticationPrincipal Caller caller,
      HttpServletRequest request) {
    Asked.only(request, Set.of("kind", "after", "limit"));
    int most = Paged.limit(limit);
    List<Run> found = runs.list(kind, Paged.after(after), most + 1);
    boolean more = found.size() > most;
    return Paged.of(
        (more ? found.subList(0, most) : found).stream().map(run -> json(run, caller)).toList(),
        more ? Optional.of(String.valueOf(found.get(most - 1).id())) : Optional.empty(),
        request);
  }

  @Requires(Right.READ_RUNS)
  @GetMapping("/{id}")
  RunJson show(@PathVariable long id, @AuthenticationPrincipal Caller caller) {
    return json(runs.find(id).orElseThrow(Problem::notFound), caller);
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
    if (runs.find(id).isEmpty()) {
      throw Problem.notFound();
    }
    int most = Paged.limit(limit);
    List<String> parts =
        new ArrayList<>(List.of("c.run_id = :run", "(:before = 0 or c.id < :before)"));
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("run", id);
    values.put("before", Paged.after(after));
    values.put("most", most + 1);
    PartyFilter.visible(caller, parts, values);
    List<ChangeJson> found =
        database
            .sql(
                """
                select c.id, c.party_id, c.record_id, c.field, c.rule, c.before, c.after,
                  a.name as account, c.at, c.undone_by
                from change c join party p on p.id = c.party_id
                  left join account a on a.id = c.account_id where
                """
                    + String.join(" and ", parts)
                    + " order by c.id desc limit :most")
            .params(values)
            .query(
                (row, number) ->
                    new ChangeJson(
                        row.getLong("id"),
                        row.getLong("party_id"),
                        row.getLong("record_id"),
                        row.getString("field"),
                        row.getString("rule"),
                        masks.value(caller, row.getString("field"), row.getString("before")),
                        masks.value(caller, row.getString("field"), row.getString("after")),
                        row.getString("account"),
                        row.getTimestamp("at").toInstant(),
                        (Long) row.getObject("undone_by")))
            .list();
    boolean more = found.size() > most;
    return Paged.of(
        more ? found.subList(0, most) : found,
        more ? Optional.of(String.valueOf(found.get(most - 1).id())) : Optional.empty(),
        request);
  }

  private RunJson ordered(boolean done, long id, Caller caller) {
    Run run = runs.find(id).orElseThrow(Problem::notFound);
    if (!done) {
      throw Problem.of(409, "run_state", run.state().word());
    }
    return json(run, caller);
  }

  @Requires({Right.UNDO_RUNS, Right.IMPORT})
  @PostMapping("/{id}/pause")
  RunJson pause(@PathVariable long id, @AuthenticationPrincipal Caller caller) {
    return ordered(orders.pause(id, caller), id, caller);
  }

  @Requires({Right.UNDO_RUNS, Right.IMPORT})
  @PostMapping("/{id}/resume")
  RunJson resume(@PathVariable long id, @AuthenticationPrincipal Caller caller) {
    return ordered(orders.resume(id, caller), id, caller);
  }

  @Requires({Right.UNDO_RUNS, Right.IMPORT})
  @PostMapping("/{id}/cancel")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(oneOf = {RunJson.class, Would.class})))
  ResponseEntity<Object> cancel(
      @PathVariable long id,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @AuthenticationPrincipal Caller caller) {
    if (dryRun) {
      Run run = runs.find(id).orElseThrow(Problem::notFound);
      boolean ends =
          run.isActive() || run.state() == Run.State.PAUSED || run.state() == Run.State.DRAFT;
      return ResponseEntity.ok(Would.of(Map.of("runs", ends ? 1L : 0L)));
    }
    return ResponseEntity.ok(ordered(orders.cancel(id, caller), id, caller));
  }
}
