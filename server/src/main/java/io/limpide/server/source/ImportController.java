package io.limpide.server.source;

import io.limpide.server.account.Caller;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.job.Run;
import io.limpide.server.job.RunOrders;
import io.limpide.server.job.Runs;
import io.limpide.server.recipe.Recipes;
import io.limpide.server.web.PageController;
import io.limpide.server.web.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An import: one page whose four steps fill in as one goes. */
@PageController
class ImportController {
  private static final int REJECTED_SHOWN = 50;

  private final Imports imports;
  private final Uploads uploads;
  private final Runs runs;
  private final RunOrders orders;
  private final Recipes recipes;
  private final Rollbacks rollbacks;
  private final ImportViews views;

  ImportController(
      Imports imports,
      Uploads uploads,
      Runs runs,
      RunOrders orders,
      Recipes recipes,
      Rollbacks rollbacks,
      ImportViews views) {
    this.imports = imports;
    this.uploads = uploads;
    this.runs = runs;
    this.orders = orders;
    this.recipes = recipes;
    this.rollbacks = rollbacks;
    this.views = views;
  }

  @Requires(Right.IMPORT)
  @GetMapping("/imports/new")
  String form(@RequestParam(defaultValue = "0") long source, Model model) {
    model.addAttribute("chosen", source);
    model.addAttribute("sources", imports.files());
    return "source/new-import";
  }

  @Requires(Right.IMPORT)
  @PostMapping("/imports")
  String begin(
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "0") long source,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String collection,
      @AuthenticationPrincipal Caller by,
      RedirectAttributes redirect)
      throws IOException {
    boolean known = source != 0 && imports.files().stream().anyMatch(each -> each.id() == source);
    String problem =
        file == null || file.isEmpty()
            ? "import.problem.file"
            : !known && name.isBlank() ? "source.problem.name" : "";
    if (file == null || !problem.isEmpty()) {
      redirect.addFlashAttribute("problem", problem);
      return "redirect:/imports/new" + (known ? "?source=" + source : "");
    }
    long into = known ? source : imports.sourceNamed(name, collection, by);
    try (InputStream in = file.getInputStream()) {
      Uploads.Upload upload = uploads.keep(file.getOriginalFilename(), in, by);
      return "redirect:/imports/" + imports.begin(upload, into, false, by);
    }
  }

  @Requires(Right.IMPORT)
  @GetMapping("/imports/{run}")
  String page(
      @PathVariable long run,
      @RequestParam(defaultValue = "0") int after,
      @RequestParam(defaultValue = "0") long keptAfter,
      @AuthenticationPrincipal Caller by,
      Model model,
      Locale locale) {
    fill(run, after, keptAfter, by, model, locale);
    return "source/import";
  }

  /** The steps alone, which a page that waits asks for every second. */
  @Requires(Right.IMPORT)
  @GetMapping("/imports/{run}/steps")
  String steps(
      @PathVariable long run, @AuthenticationPrincipal Caller by, Model model, Locale locale) {
    fill(run, 0, 0, by, model, locale);
    return "source/import :: steps";
  }

  private void fill(long id, int after, long keptAfter, Caller by, Model model, Locale locale) {
    Run run = runs.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Import it = views.shown(find(id), run, by);
    model.addAttribute("it", it);
    model.addAttribute("run", run);
    model.addAttribute("stage", it.stage());
    boolean columns = run.state() == Run.State.DRAFT && it.stage().equals("mapping");
    if (columns) {
      model.addAttribute("menu", FieldMenu.of(recipes.read(recipe(run)).catalogue(), locale));
    }
    model.addAttribute("labels", labels(run, locale));
    model.addAttribute("canRetry", orders.canRetry(run));
    boolean ran = it.stage().equals("running") || it.stage().equals("done");
    if (ran && run.isOver()) {
      List<Imports.RejectedRow> rejected =
          views.rejections(run, Math.max(0, after), REJECTED_SHOWN, by);
      model.addAttribute("rejected", rejected);
      model.addAttribute(
          "rejectedNext",
          rejected.size() == REJECTED_SHOWN ? rejected.get(REJECTED_SHOWN - 1).number() : 0);
      model.addAttribute("canUndo", rollbacks.possible(run));
    }
    rollbacks.last(id).ifPresent(rollback -> model.addAttribute("rollback", rollback));
    List<Rollbacks.Kept> kept =
        run.state() == Run.State.UNDONE
            ? rollbacks.kept(id, Math.max(0, keptAfter), REJECTED_SHOWN, by)
            : List.of();
    model.addAttribute("kept", kept);
    model.addAttribute(
        "keptNext", kept.size() == REJECTED_SHOWN ? kept.get(REJECTED_SHOWN - 1).record() : 0L);
  }

  private static long recipe(Run run) {
    return run.recipeId() == null ? 0 : run.recipeId();
  }

  private Map<String, String> labels(Run run, Locale locale) {
    Map<String, String> labels = new LinkedHashMap<>();
    var catalogue = recipes.read(recipe(run)).catalogue();
    catalogue
        .fields()
        .forEach(
            field -> labels.put(field.code(), FieldMenu.label(catalogue, field.code(), locale)));
    return labels;
  }

  private Import find(long run) {
    return imports.find(run).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @Requires(Right.IMPORT)
  @PostMapping("/imports/{run}/columns")
  String map(
      @PathVariable long run,
      @RequestParam Map<String, String> form,
      @AuthenticationPrincipal Caller by,
      RedirectAttributes redirect) {
    Import it = find(run);
    Map<String, String> fields = new LinkedHashMap<>();
    List<String> keys = new ArrayList<>();
    for (int at = 0; at < it.columns().size(); at++) {
      String column = it.columns().get(at).name();
      fields.put(column, form.getOrDefault("field." + at, ""));
      if (form.containsKey("key." + at)) {
        keys.add(column);
      }
    }
    Set<String> problems = imports.map(run, fields, keys, by);
    if (!problems.isEmpty()) {
      redirect.addFlashAttribute("problem", problems.iterator().next());
      redirect.addFlashAttribute("fields", fields);
      redirect.addFlashAttribute("keyColumns", keys);
    }
    return "redirect:/imports/" + run;
  }

  @Requires(Right.IMPORT)
  @PostMapping("/imports/{run}/reopen")
  String reopen(@PathVariable long run) {
    imports.reopen(run);
    return "redirect:/imports/" + run;
  }

  @Requires(Right.IMPORT)
  @PostMapping("/imports/{run}/confirm")
  String confirm(
      @PathVariable long run, @AuthenticationPrincipal Caller by, RedirectAttributes redirect) {
    if (!imports.confirm(run, by)) {
      redirect.addFlashAttribute("problem", "import.problem.moved");
    }
    return "redirect:/imports/" + run;
  }

  @Requires(Right.IMPORT)
  @PostMapping("/imports/{run}/{order:pause|resume|cancel|retry}")
  String order(
      @PathVariable long run,
      @PathVariable String order,
      @AuthenticationPrincipal Caller by,
      RedirectAttributes redirect) {
    find(run);
    boolean done =
        switch (order) {
          case "pause" -> orders.pause(run, by);
          case "resume" -> orders.resume(run, by);
          case "cancel" -> orders.cancel(run, by);
          default -> orders.retry(run, by);
        };
    if (!done) {
      redirect.addFlashAttribute("problem", "import.problem.moved");
    }
    return "redirect:/imports/" + run;
  }

  /** What taking the import back would do. */
  @Requires(Right.UNDO_RUNS)
  @GetMapping("/imports/{run}/rollback")
  String rollback(@PathVariable long run, Model model) {
    model.addAttribute("it", find(run));
    Run of = runs.find(run).orElseThrow();
    model.addAttribute("run", of);
    model.addAttribute("possible", rollbacks.possible(of));
    Map<String, Long> counts = new LinkedHashMap<>();
    rollbacks.preview(run).forEach((fate, count) -> counts.put(fate.word(), count));
    model.addAttribute("counts", counts);
    return "source/rollback";
  }

  @Requires(Right.UNDO_RUNS)
  @PostMapping("/imports/{run}/rollback")
  String rollBack(
      @PathVariable long run,
      @AuthenticationPrincipal Caller by,
      Locale locale,
      RedirectAttributes redirect) {
    find(run);
    if (rollbacks.begin(run, by).isPresent()) {
      redirect.addFlashAttribute("said", Texts.of(locale).text("rollback.said.begun"));
    } else {
      redirect.addFlashAttribute("problem", "rollback.problem.impossible");
    }
    return "redirect:/imports/" + run;
  }
}
