package io.limpide.server.recipe;

import io.limpide.engine.recipe.Recipe;
import io.limpide.engine.recipe.RecipeException;
import io.limpide.server.account.Caller;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.web.PageController;
import io.limpide.server.web.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The recipe: read, changed, tried on a sample, kept version by version, put in force. */
@PageController
class RecipeController {
  private static final int LONGEST = 500_000;

  private final Recipes recipes;
  private final RecipeTrial trial;

  RecipeController(Recipes recipes, RecipeTrial trial) {
    this.recipes = recipes;
    this.trial = trial;
  }

  @Requires(Right.READ_RECIPE)
  @GetMapping("/recipe")
  String show(Locale locale, Model model) {
    long active = recipes.active().id();
    page(active, recipes.text(active, locale).orElse(""), locale, model);
    return "recipe/show";
  }

  @Requires(Right.READ_RECIPE)
  @GetMapping("/recipe/{id}")
  String version(@PathVariable long id, Locale locale, Model model) {
    String text =
        recipes
            .text(id, locale)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    page(id, text, locale, model);
    long active = recipes.active().id();
    model.addAttribute(
        "difference", TextDifference.of(recipes.text(active, locale).orElse(""), text));
    return "recipe/show";
  }

  private void page(long id, String text, Locale locale, Model model) {
    model.addAttribute("id", id);
    model.addAttribute("text", text);
    model.addAttribute("active", recipes.active().id());
    model.addAttribute("versions", recipes.versions());
    model.addAttribute(
        "times",
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
            .withLocale(locale.getLanguage().equals("fr") ? Locale.FRANCE : Locale.UK)
            .withZone(ZoneId.systemDefault()));
  }

  /** Looks for mistakes, shows the difference and tries it on a sample; or keeps it. */
  @Requires(Right.EDIT_RECIPE)
  @PostMapping("/recipe")
  String change(
      @RequestParam String text,
      @RequestParam(defaultValue = "") String comment,
      @RequestParam(defaultValue = "try") String act,
      @AuthenticationPrincipal Caller by,
      Locale locale,
      Model model,
      HttpServletResponse response,
      RedirectAttributes then) {
    String unix = text.replace("\r\n", "\n");
    Recipes.Active active = recipes.active();
    try {
      if (unix.length() > LONGEST) {
        throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
      }
      Recipe tried = Recipes.check(unix);
      if (act.equals("keep")) {
        long id = recipes.save(unix, comment, by);
        then.addFlashAttribute("said", Texts.of(locale).text("recipe.kept"));
        return "redirect:/recipe/" + id;
      }
      model.addAttribute("trial", trial.of(active, tried));
    } catch (RecipeException e) {
      model.addAttribute(
          "problems",
          List.of(
              e.describe(Texts.of(locale).text("section.recipe"), Texts.of(locale))
                  .split("\n", -1)));
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }
    page(active.id(), unix, locale, model);
    model.addAttribute("comment", comment);
    model.addAttribute(
        "difference", TextDifference.of(recipes.text(active.id(), locale).orElse(""), unix));
    return "recipe/show";
  }

  @Requires(Right.EDIT_RECIPE)
  @PostMapping("/recipe/{id}/activate")
  String activate(
      @PathVariable long id,
      @AuthenticationPrincipal Caller by,
      Locale locale,
      RedirectAttributes then) {
    if (id == 0 || recipes.text(id, locale).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    recipes.activate(id, by);
    then.addFlashAttribute("said", Texts.of(locale).text("recipe.in_force"));
    return "redirect:/recipe";
  }
}
