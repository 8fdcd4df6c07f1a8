package io.limpide.server.quality;

import io.limpide.engine.finding.Dimension;
import io.limpide.server.account.Caller;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.job.Run;
import io.limpide.server.job.Runs;
import io.limpide.server.party.ChangeOrder;
import io.limpide.server.party.Marks;
import io.limpide.server.party.Orders;
import io.limpide.server.party.Parties;
import io.limpide.server.party.PartyFilter;
import io.limpide.server.party.PartySort;
import io.limpide.server.party.PartyWords;
import io.limpide.server.party.Targets;
import io.limpide.server.recipe.Recipes;
import io.limpide.server.web.PageController;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The queue of findings and proposals, and a page for each rule and reason. */
@PageController
class QualityController {
  private static final int ROWS = 50;

  private final Figures figures;
  private final FieldReport report;
  private final PartyWords words;
  private final Parties parties;
  private final Marks marks;
  private final Orders orders;
  private final Runs runs;
  private final Recipes recipes;
  private final EvaluationOrders evaluations;

  QualityController(
      Figures figures,
      FieldReport report,
      PartyWords words,
      Parties parties,
      Marks marks,
      Orders orders,
      Runs runs,
      Recipes recipes,
      EvaluationOrders evaluations) {
    this.figures = figures;
    this.report = report;
    this.words = words;
    this.parties = parties;
    this.marks = marks;
    this.orders = orders;
    this.runs = runs;
    this.recipes = recipes;
    this.evaluations = evaluations;
  }

  @Requires(Right.READ_QUALITY)
  @GetMapping("/quality")
  String queue(
      @RequestParam(defaultValue = "0") long source,
      @RequestParam(defaultValue = "") String dimension,
      @RequestParam(defaultValue = "") String field,
      Locale locale,
      Model model) {
    Figures.State state = figures.current();
    PartyWords.In in = words.in(locale);
    boolean side =
        Arrays.stream(Dimension.values())
            .anyMatch(known -> known.name().equalsIgnoreCase(dimension));
    String cost = side ? dimension.toLowerCase(Locale.ROOT) : "";
    Map.of(
            "suggestions", "suggestion",
            "findings", "finding",
            "missing", "missing",
            "corrected", "corrected")
        .forEach(
            (list, kind) ->
                model.addAttribute(
                    list, figures.said(new Figures.About(kind, source, cost, field))));
    model.addAttribute("dimension", cost);
    model.addAttribute("field", field);
    model.addAttribute("state", state);
    model.addAttribute("origins", figures.origins());
    model.addAttribute("source", source);
    model.addAttribute("marks", new DashboardController.MarkWords(in));
    model.addAttribute("words", in);
    return "quality/queue";
  }

  @Requires(Right.READ_QUALITY)
  @GetMapping("/quality/fields")
  String fields(Locale locale, Model model) {
    Recipes.Active recipe = recipes.active();
    model.addAttribute("fields", report.of(recipe));
    model.addAttribute("stages", report.stages(recipe));
    model.addAttribute("words", words.in(locale));
    return "quality/fields";
  }

  @Requires(Right.READ_QUALITY)
  @GetMapping("/quality/marks/{id}")
  String mark(
      @PathVariable int id,
      @RequestParam(defaultValue = "") String after,
      @AuthenticationPrincipal Caller by,
      Locale locale,
      Model model) {
    Marks.Mark mark =
        marks.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    PartyFilter filter = PartyFilter.of(Map.of("mark", String.valueOf(id)));
    Parties.Page page = parties.list(filter, by, PartySort.NAME, false, after, ROWS);
    PartyWords.In in = words.in(locale);
    model.addAttribute("mark", mark);
    model.addAttribute("title", in.mark(mark));
    model.addAttribute("rows", page.parties());
    model.addAttribute("next", page.next().orElse(""));
    model.addAttribute("count", parties.count(filter, by));
    model.addAttribute("runs", runsOf(mark));
    model.addAttribute("words", in);
    return "quality/mark";
  }

  private List<Run> runsOf(Marks.Mark mark) {
    return runs.list(ChangeOrder.KIND, 0, 200).stream()
        .filter(
            run ->
                mark.code().equals(run.parameters().get("rule"))
                    && mark.field().equals(run.parameters().get("field")))
        .limit(20)
        .toList();
  }

  /** Accepts what a rule proposes: for those that were ticked, or for all. */
  @Requires(Right.CORRECT)
  @PostMapping("/quality/marks/{id}/accept")
  String accept(
      @PathVariable int id,
      @RequestParam(name = "id", defaultValue = "") List<Long> ids,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(defaultValue = "") String why,
      @AuthenticationPrincipal Caller by,
      Locale locale) {
    Marks.Mark mark =
        marks.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (!mark.kind().equals("suggestion") || (ids.isEmpty() && !all)) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    Targets targets =
        orders.targets(
            all ? List.of() : ids, PartyFilter.of(Map.of("mark", String.valueOf(id))), by);
    PartyWords.In in = words.in(locale);
    long run =
        orders.give(
            new ChangeOrder(targets, mark.field(), mark.code(), ""),
            in.field(mark.field()) + " : " + in.rule(mark.code()),
            why,
            by);
    return "redirect:/jobs/" + run;
  }

  /** Judges the whole base anew. */
  @Requires(Right.CORRECT)
  @PostMapping("/quality/evaluate")
  String evaluate(@AuthenticationPrincipal Caller by) {
    return "redirect:/jobs/" + evaluations.give(FullEvaluationWork.KIND, by);
  }
}
