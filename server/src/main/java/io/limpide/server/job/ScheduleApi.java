package io.limpide.server.job;

import io.limpide.server.account.Caller;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.api.Asked;
import io.limpide.server.api.Paged;
import io.limpide.server.api.Problem;
import io.limpide.server.api.Problem.FieldError;
import io.limpide.server.api.Versions;
import io.limpide.server.api.Would;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is done again and again, by the API. */
@RestController
@RequestMapping(path = "/api/v1/schedules", produces = MediaType.APPLICATION_JSON_VALUE)
class ScheduleApi {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final Schedules schedules;
  private final Worker worker;

  ScheduleApi(Schedules schedules, Worker worker) {
    this.schedules = schedules;
    this.worker = worker;
  }

  /** A schedule as callers read it. */
  @Schema(name = "Schedule")
  record ScheduleJson(
      long id,
      @Schema(description = "the kind of run") String kind,
      @Schema(allowableValues = {"day", "week", "month", "quarter", "year"}) String every,
      @Schema(example = "02:30") String at,
      LocalDate first,
      boolean active,
      @Schema(description = "when it is due; not there while it rests") @Nullable Instant next) {}

  /** A schedule that is to be made. */
  @Schema(name = "NewSchedule")
  record Draft(
      @Schema(example = "evaluation") @Nullable String kind,
      @Schema(example = "week") @Nullable String every,
      @Schema(description = "in the time of the server", example = "02:30") @Nullable String at,
      @Schema(description = "today when left out", example = "2026-12-01")
          @Nullable String first) {}

  /** What is to change of a schedule; what is not named stays. */
  @Schema(name = "ScheduleChange")
  record Change(@Nullable String every, @Nullable String at, @Nullable Boolean active) {}

  private static ScheduleJson json(Schedules.Schedule schedule) {
    return new ScheduleJson(
        schedule.id(),
        schedule.kind(),
        schedule.every(),
        TIME.format(schedule.atTime()),
        schedule.firstOn(),
        schedule.active(),
        schedule.active() ? schedule.nextAt() : null);
  }

  private Schedules.Schedule find(long id) {
    return schedules.all().stream()
        .filter(schedule -> schedule.id() == id)
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  private ResponseEntity<ScheduleJson> answer(long id) {
    Schedules.Schedule now = find(id);
    return Versions.answer(json(now), now.version());
  }

  @Requires(Right.EDIT_SCHEDULES)
  @GetMapping
  Paged<ScheduleJson> list(HttpServletRequest request) {
    Asked.only(request, Set.of());
    return Paged.whole(schedules.all().stream().map(ScheduleApi::json).toList());
  }

  @Requires(Right.EDIT_SCHEDULES)
  @GetMapping("/{id}")
  ResponseEntity<ScheduleJson> show(@PathVariable long id) {
    return answer(id);
  }

  @Requires(Right.EDIT_SCHEDULES)
  @PostMapping
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ScheduleJson.class)))
  ResponseEntity<ScheduleJson> create(
      @RequestBody Draft draft, @AuthenticationPrincipal Caller caller) {
    List<FieldError> errors = new ArrayList<>();
    String kind = draft.kind() == null ? "" : draft.kind();
    if (!worker.canBeScheduled().contains(kind)) {
      errors.add(FieldError.of("kind", "one_of", String.join(", ", worker.canBeScheduled())));
    }
    Schedules.Every every = every(draft.every(), errors);
    LocalTime at = read("at", draft.at(), LocalTime::parse, LocalTime.MIDNIGHT, errors);
    if (draft.at() == null) {
      errors.add(FieldError.of("at", "missing"));
    }
    LocalDate first = read("first", draft.first(), LocalDate::parse, schedules.today(), errors);
    refuse(errors);
    long id = schedules.create(kind, every, at, first, caller);
    Schedules.Schedule made = find(id);
    return Versions.created("/api/v1/schedules/" + id, json(made), made.version());
  }

  @Requires(Right.EDIT_SCHEDULES)
  @PatchMapping("/{id}")
  ResponseEntity<ScheduleJson> change(
      @PathVariable long id,
      @RequestBody Change change,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @AuthenticationPrincipal Caller caller) {
    Schedules.Schedule now = find(id);
    int seen = Versions.seen(ifMatch);
    List<FieldError> errors = new ArrayList<>();
    Schedules.Every every = every(change.every() == null ? now.every() : change.every(), errors);
    LocalTime at = read("at", change.at(), LocalTime::parse, now.atTime(), errors);
    refuse(errors);
    boolean active = change.active() == null ? now.active() : change.active();
    if (!schedules.change(id, seen, every, at, active, caller)) {
      throw Problem.changed();
    }
    return answer(id);
  }

  @Requires(Right.EDIT_SCHEDULES)
  @DeleteMapping("/{id}")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Would.class)))
  @ApiResponse(responseCode = "204", content = @Content)
  ResponseEntity<Would> delete(
      @PathVariable long id,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @AuthenticationPrincipal Caller caller,
      HttpServletRequest request) {
    Asked.only(request, Set.of("dryRun"));
    find(id);
    if (dryRun) {
      return ResponseEntity.ok(Would.of(Map.of("schedules", 1L)));
    }
    schedules.delete(id, caller);
    return ResponseEntity.noContent().build();
  }

  private static Schedules.Every every(@Nullable String word, List<FieldError> errors) {
    for (Schedules.Every every : Schedules.Every.values()) {
      if (every.word().equals(word)) {
        return every;
      }
    }
    String words =
        Stream.of(Schedules.Every.values())
            .map(Schedules.Every::word)
            .collect(Collectors.joining(", "));
    errors.add(FieldError.of("every", "one_of", words));
    return Schedules.Every.DAY;
  }

  private static <T> T read(
      String field,
      @Nullable String text,
      Function<String, T> parse,
      T otherwise,
      List<FieldError> errors) {
    try {
      return text == null ? otherwise : parse.apply(text);
    } catch (DateTimeException e) {
      errors.add(FieldError.of(field, "type"));
      return otherwise;
    }
  }

  private static void refuse(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }
}
