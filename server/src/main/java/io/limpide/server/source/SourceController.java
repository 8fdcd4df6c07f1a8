package io.limpide.server.source;

import io.limpide.server.account.Caller;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.job.Run;
import io.limpide.server.job.Runs;
import io.limpide.server.recipe.Recipes;
import io.limpide.server.web.PageController;
import io.limpide.server.web.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sources: where records come from, how fresh they are, how much of them is refused. */
@PageController
class SourceController {
  private static final int MOST = 50;

  private final Imports imports;
  private final Runs runs;
  private final Recipes recipes;

  SourceController(Imports imports, Runs runs, Recipes recipes) {
    this.imports = imports;
    this.runs = runs;
    this.recipes = recipes;
  }

  /** An import and the run that it is. */
  record Line(Import it, Run run) {
    /** Returns the rows that were refused, of all that were read, in percent. */
    double errorRate() {
      int all = it.rows() + it.rejected();
      return all == 0 ? 0 : 100.0 * it.rejected() / all;
    }
  }

  @Requires({Right.IMPORT, Right.EDIT_SOURCES})
  @GetMapping("/sources")
  String list(Model model) {
    model.addAttribute(
        "sources", imports.sources().stream().filter(s -> s.kind().equals("file")).toList());
    model.addAttribute("recent", lines(imports.list(0, 0, 10)));
    return "source/sources";
  }

  private List<Line> lines(List<Import> of) {
    List<Line> lines = new ArrayList<>();
    for (Import it : of) {
      runs.find(it.runId()).ifPresent(run -> lines.add(new Line(it, run)));
    }
    return lines;
  }

  @Requires(Right.EDIT_SOURCES)
  @PostMapping("/sources")
  String create(
      @RequestParam String name,
      @RequestParam(defaultValue = "") String collection,
      @AuthenticationPrincipal Caller by,
      Locale locale,
      RedirectAttributes redirect) {
    if (name.isBlank()) {
      redirect.addFlashAttribute("problem", "source.problem.name");
      return "redirect:/sources";
    }
    long id = imports.sourceNamed(name, collection, by);
    redirect.addFlashAttribute("said", Texts.of(locale).text("source.said.created"));
    return "redirect:/sources/" + id;
  }

  @Requires({Right.IMPORT, Right.EDIT_SOURCES})
  @GetMapping("/sources/{id}")
  String one(@PathVariable long id, Model model, Locale locale) {
    Imports.Source source =
        imports
            .source(id)
            .filter(found -> found.kind().equals("file"))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    List<Line> lines = lines(imports.list(id, 0, MOST));
    model.addAttribute("source", source);
    model.addAttribute("imports", lines);
    Map<String, String> mapping = new LinkedHashMap<>();
    imports
        .mappingOf(id)
        .forEach(
            (column, field) ->
                mapping.put(
                    column,
                    field.isEmpty()
                        ? ""
                        : FieldMenu.label(recipes.active().catalogue(), field, locale)));
    model.addAttribute("mapping", mapping);
    model.addAttribute("keys", imports.keysOf(id).orElse(List.of()));
    List<Line> done = lines.stream().filter(line -> line.run().state() == Run.State.DONE).toList();
    long rows = done.stream().mapToLong(line -> line.it().rows() + line.it().rejected()).sum();
    long rejected = done.stream().mapToLong(line -> line.it().rejected()).sum();
    model.addAttribute("errorRate", rows == 0 ? 0.0 : 100.0 * rejected / rows);
    return "source/source";
  }

  @Requires(Right.EDIT_SOURCES)
  @PostMapping("/sources/{id}")
  String describe(
      @PathVariable long id,
      @RequestParam String name,
      @RequestParam(defaultValue = "") String collection,
      @AuthenticationPrincipal Caller by,
      Locale locale,
      RedirectAttributes redirect) {
    Optional<String> problem = imports.describe(id, name, collection, by);
    if (problem.isPresent()) {
      redirect.addFlashAttribute("problem", problem.get());
    } else {
      redirect.addFlashAttribute("said", Texts.of(locale).text("source.said.changed"));
    }
    return "redirect:/sources/" + id;
  }
}
