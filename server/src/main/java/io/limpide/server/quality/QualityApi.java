package io.limpide.server.quality;

import io.limpide.engine.finding.Dimension;
import io.limpide.server.account.Caller;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.api.Asked;
import io.limpide.server.api.Paged;
import io.limpide.server.api.Problem;
import io.limpide.server.api.Would;
import io.limpide.server.job.Run;
import io.limpide.server.job.Runs;
import io.limpide.server.party.ChangeOrder;
import io.limpide.server.party.Marks;
import io.limpide.server.party.Orders;
import io.limpide.server.party.PartyFilter;
import io.limpide.server.party.PartyWords;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How good the base is, by the API; and corrections, given and taken back. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class QualityApi {
  private static final Set<String> SCOPES =
      Set.of("base", "kind", "source", "owner", "segment", "field");
  private static final Set<String> KINDS = Set.of("finding", "suggestion", "missing", "corrected");

  private final Figures figures;
  private final Marks marks;
  private final Orders orders;
  private final Runs runs;
  private final PartyWords words;

  QualityApi(Figures figures, Marks marks, Orders orders, Runs runs, PartyWords words) {
    this.figures = figures;
    this.marks = marks;
    this.orders = orders;
    this.runs = runs;
    this.words = words;
  }

  /** The score of a part of the base. */
  @Schema(name = "Score")
  record ScoreJson(
      String scope,
      String part,
      LocalDate day,
      long parties,
      @Schema(description = "0 to 100") double overall,
      Map<String, Double> dimensions) {}

  /** The scores of the parts of a scope. */
  @Schema(name = "Scores")
  record ScoresJson(long parties, Instant countedAt, List<ScoreJson> items) {}

  @Requires(Right.READ_QUALITY)
  @GetMapping("/score")
  ScoresJson score(
      @RequestParam(required = false) @Nullable String scope, HttpServletRequest request) {
    Asked.only(request, Set.of("scope"));
    String wanted = Asked.word("scope", scope, "base", SCOPES);
    Figures.State state = figures.current();
    return new ScoresJson(
        state.parties(),
        state.at(),
        figures.scores(wanted).stream().map(QualityApi::json).toList());
  }

  private static ScoreJson json(Figures.Score score) {
    Map<String, Double> dimensions = new LinkedHashMap<>();
    for (Dimension dimension : Dimension.values()) {
      Double value = score.dimensions().get(dimension);
      if (value != null) {
        dimensions.put(dimension.name().toLowerCase(Locale.ROOT), rounded(value));
      }
    }
    return new ScoreJson(
        score.scope(),
        score.part(),
        score.day(),
        score.parties(),
        rounded(score.overall()),
        dimensions);
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }

  /** Something that is said of parties. */
  @Schema(name = "Finding")
  record FindingJson(
      @Schema(description = "for the filter mark of GET /parties") int mark,
      @Schema(allowableValues = {"finding", "suggestion", "missing", "corrected"}) String kind,
      String field,
      String code,
      String severity,
      String dimension,
      String text,
      long parties) {}

  @Requires(Right.READ_QUALITY)
  @GetMapping("/findings")
  Paged<FindingJson> findings(
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(defaultValue = "0") long source,
      Locale locale,
      HttpServletRequest request) {
    Asked.only(request, Set.of("kind", "source"));
    String wanted = kind == null ? null : Asked.word("kind", kind, "finding", KINDS);
    figures.current();
    DashboardController.MarkWords in = new DashboardController.MarkWords(words.in(locale));
    return Paged.whole(
        figures.said(wanted, source).stream()
            .map(
                said ->
                    new FindingJson(
                        said.id(),
                        said.kind(),
                        said.field(),
                        said.code(),
                        said.severity(),
                        said.dimension(),
                        in.of(said),
                        said.parties()))
            .toList());
  }

  /**
   * Which proposals are accepted.
   *
   * @param mark the proposal, as GET /findings numbers it
   * @param parties of which parties; of all that have it when left out
   */
  @Schema(name = "Correction")
  record CorrectionJson(
      @Nullable Integer mark, @Nullable List<Long> parties, @Nullable String why) {}

  @Requires(Right.CORRECT)
  @PostMapping("/corrections")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Would.class)))
  @ApiResponse(responseCode = "202", content = @Content)
  ResponseEntity<Would> correct(
      @RequestBody CorrectionJson order,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @AuthenticationPrincipal Caller caller,
      Locale locale,
      HttpServletRequest request) {
    Asked.only(request, Set.of("dryRun"));
    Integer number = order.mark();
    Marks.Mark mark =
        number == null
            ? null
            : marks.find(number).filter(known -> known.kind().equals("suggestion")).orElse(null);
    if (mark == null) {
      throw Problem.invalid("mark", "unknown_mark");
    }
    List<Long> parties = order.parties() == null ? List.of() : order.parties();
    if (order.parties() != null && parties.isEmpty()) {
      throw Problem.invalid("parties", "missing");
    }
    ChangeOrder change =
        new ChangeOrder(
            orders.targets(
                parties, PartyFilter.of(Map.of("mark", String.valueOf(mark.id()))), caller),
            mark.field(),
            mark.code(),
            "");
    if (dryRun) {
      return ResponseEntity.ok(
          Would.of(Map.of("parties", orders.preview(change, caller).parties())));
    }
    PartyWords.In in = words.in(locale);
    long run =
        orders.give(
            change,
            in.field(mark.field()) + " : " + in.rule(mark.code()),
            order.why() == null ? "" : order.why(),
            caller);
    return ResponseEntity.accepted().location(URI.create("/api/v1/runs/" + run)).build();
  }

  @Requires(Right.UNDO_RUNS)
  @PostMapping("/runs/{id}/undo")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Would.class)))
  @ApiResponse(responseCode = "202", content = @Content)
  ResponseEntity<Would> undo(
      @PathVariable long id,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @AuthenticationPrincipal Caller caller,
      HttpServletRequest request) {
    Asked.only(request, Set.of("dryRun"));
    Run run = runs.find(id).orElseThrow(Problem::notFound);
    Orders.UndoPreview preview = orders.previewUndo(run.id());
    if (dryRun) {
      return ResponseEntity.ok(
          Would.of(
              Map.of(
                  "taken",
                  preview.changes() - preview.changedSince(),
                  "kept",
                  preview.changedSince())));
    }
    long undo =
        orders.undo(id, caller).orElseThrow(() -> Problem.of(409, "run_state", run.state().word()));
    return ResponseEntity.accepted().location(URI.create("/api/v1/runs/" + undo)).build();
  }
}
