package io.limpide.server.party;

import io.limpide.server.account.Accounts;
import io.limpide.server.account.Caller;
import io.limpide.server.account.FieldMasks;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.recipe.Recipes;
import io.limpide.server.web.PageController;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes to many parties at once: what, how many and examples first, then a run. */
@PageController
class BulkController {
  private final Orders orders;
  private final PartyWords words;
  private final Recipes recipes;
  private final Accounts accounts;
  private final Parties parties;
  private final FieldMasks masks;

  BulkController(
      Orders orders,
      PartyWords words,
      Recipes recipes,
      Accounts accounts,
      Parties parties,
      FieldMasks masks) {
    this.orders = orders;
    this.words = words;
    this.recipes = recipes;
    this.accounts = accounts;
    this.parties = parties;
    this.masks = masks;
  }

  @Requires(Right.CORRECT)
  @PostMapping("/parties/bulk")
  String preview(
      @RequestParam(name = "id", defaultValue = "") List<Long> ids,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(defaultValue = "") String query,
      @RequestParam String field,
      @RequestParam(required = false) @org.jspecify.annotations.Nullable String value,
      @AuthenticationPrincipal Caller by,
      Locale locale,
      Model model) {
    check(field, ids, all, by);
    Targets targets = orders.targets(all ? List.of() : ids, PartyFilter.ofQuery(query), by);
    model.addAttribute("ids", all ? List.of() : ids);
    model.addAttribute("all", all);
    model.addAttribute("query", query);
    model.addAttribute("field", field);
    model.addAttribute("value", value);
    model.addAttribute("words", words.in(locale));
    model.addAttribute("accounts", field.equals(Changes.OWNER) ? accounts.all() : List.of());
    model.addAttribute("stages", recipes.active().recipe().parties().stages().keySet());
    model.addAttribute("count", orders.count(targets));
    if (value != null) {
      model.addAttribute(
          "examples",
          orders.preview(new ChangeOrder(targets, field, Changes.TYPED, value), by).examples());
    }
    return "party/bulk";
  }

  /** Who changes when many are set to a value tells who had it before: not of what is masked. */
  private void check(String field, List<Long> ids, boolean all, Caller by) {
    if (masks.of(by).covers(field)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    boolean known =
        field.equals(Changes.OWNER)
            || field.equals(Changes.STAGE)
            || recipes.active().catalogue().place(field) >= 0;
    if (!known || (ids.isEmpty() && !all)) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
  }

  @Requires(Right.CORRECT)
  @PostMapping("/parties/bulk/run")
  String run(
      @RequestParam(name = "id", defaultValue = "") List<Long> ids,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(defaultValue = "") String query,
      @RequestParam String field,
      @RequestParam String value,
      @RequestParam(defaultValue = "") String why,
      @AuthenticationPrincipal Caller by,
      Locale locale) {
    check(field, ids, all, by);
    if (field.equals(Changes.OWNER)
        && !value.isEmpty()
        && accounts.all().stream().noneMatch(one -> String.valueOf(one.id()).equals(value))) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    Targets targets = orders.targets(all ? List.of() : ids, PartyFilter.ofQuery(query), by);
    long run =
        orders.give(
            new ChangeOrder(targets, field, Changes.TYPED, value.strip()),
            words.in(locale).field(field),
            why,
            by);
    return "redirect:/jobs/" + run;
  }

  @Requires(Right.EDIT_PARTIES)
  @PostMapping("/parties/{id:\\d+}/undo")
  String undo(
      @PathVariable long id,
      @RequestParam long change,
      @AuthenticationPrincipal Caller by,
      Locale locale,
      RedirectAttributes then) {
    if (parties.find(id, by).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    boolean taken = orders.undoOne(change, id, by);
    then.addFlashAttribute(
        "said", words.in(locale).text(taken ? "party.taken_back" : "party.not_taken_back"));
    return "redirect:/parties/" + id;
  }
}
