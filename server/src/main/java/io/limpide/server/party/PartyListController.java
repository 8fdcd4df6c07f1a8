package io.limpide.server.party;

import io.limpide.server.account.Caller;
import io.limpide.server.account.FieldMasks;
import io.limpide.server.account.Mask;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.recipe.Catalogue;
import io.limpide.server.recipe.Recipes;
import io.limpide.server.web.PageController;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of parties: searched, filtered, ordered, with columns and views of one's own. */
@PageController
class PartyListController {
  private static final int ROWS = 50;
  private static final List<String> COLUMNS =
      List.of("kind", "company", "city", "email", "phone", "score", "last_activity");

  private final Parties parties;
  private final PartyWords words;
  private final Recipes recipes;
  private final Views views;
  private final Segments segments;
  private final FieldMasks masks;

  PartyListController(
      Parties parties,
      PartyWords words,
      Recipes recipes,
      Views views,
      Segments segments,
      FieldMasks masks) {
    this.parties = parties;
    this.words = words;
    this.recipes = recipes;
    this.views = views;
    this.segments = segments;
    this.masks = masks;
  }

  @Requires(Right.READ_PARTIES)
  @GetMapping("/parties")
  String list(
      @RequestParam MultiValueMap<String, String> query,
      @AuthenticationPrincipal Caller by,
      Locale locale,
      Model model) {
    Map<String, String> parameters = query.toSingleValueMap();
    PartyFilter filter = PartyFilter.of(parameters);
    if (filter.cameIn().by() != 0 && !by.may(Right.CORRECT)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN); // whose faults is not for everybody
    }
    PartySort sort = PartySort.of(parameters.getOrDefault("sort", ""));
    boolean descending = "desc".equals(parameters.get("order"));
    Catalogue catalogue = recipes.active().catalogue();
    List<String> columns = columns(query, catalogue);
    Parties.Page page =
        parties.list(filter, by, sort, descending, parameters.getOrDefault("after", ""), ROWS);
    Map<String, String> state = new LinkedHashMap<>(filter.parameters());
    if (sort != PartySort.NAME || descending) {
      state.put("sort", sort.word());
      state.put("order", descending ? "desc" : "asc");
    }
    if (!columns.equals(COLUMNS)) {
      state.put("columns", String.join(",", columns));
    }
    model.addAttribute("filter", filter);
    model.addAttribute("rows", page.parties());
    model.addAttribute("count", parties.count(filter, by));
    model.addAttribute("first", !parameters.containsKey("after"));
    model.addAttribute("next", page.next().map(next -> address(state, "after", next)));
    model.addAttribute("start", address(state));
    model.addAttribute("query", address(state).substring("/parties".length()));
    model.addAttribute("state", state);
    model.addAttribute("sort", sort.word());
    model.addAttribute("descending", descending);
    model.addAttribute("columns", columns);
    model.addAttribute("catalogue", catalogue.fields());
    Mask mask = masks.of(by);
    model.addAttribute(
        "settable",
        catalogue.fields().stream().filter(field -> !mask.covers(field.code())).toList());
    model.addAttribute("chips", chips(filter, state, locale));
    model.addAttribute("views", views.of(by));
    model.addAttribute("segments", segments.all());
    model.addAttribute("stages", recipes.active().recipe().parties().stages().keySet());
    model.addAttribute("words", words.in(locale));
    return "party/list";
  }

  private static List<String> columns(MultiValueMap<String, String> query, Catalogue catalogue) {
    List<String> wanted = new ArrayList<>();
    query
        .getOrDefault("columns", List.of())
        .forEach(names -> wanted.addAll(List.of(names.split(",", -1))));
    wanted.removeIf(name -> !COLUMNS.contains(name) && catalogue.place(name) < 0);
    return wanted.isEmpty() ? COLUMNS : wanted.stream().distinct().limit(12).toList();
  }

  /** One thing that narrows the list, and the address without it. */
  record Chip(String text, String without) {}

  private List<Chip> chips(PartyFilter filter, Map<String, String> state, Locale locale) {
    List<Chip> chips = new ArrayList<>();
    filter
        .parameters()
        .forEach(
            (name, value) -> {
              if (!PartyWords.In.isPart(name)) {
                Map<String, String> without = new LinkedHashMap<>(state);
                without.remove(name);
                if (name.equals("field")) {
                  without.remove("filled");
                }
                if (name.equals("in_what")) {
                  without.keySet().removeIf(part -> part.startsWith(CameIn.PREFIX));
                }
                chips.add(new Chip(words.in(locale).chip(filter, name, value), address(without)));
              }
            });
    return chips;
  }

  static String address(Map<String, String> state, String... more) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/parties");
    Map<String, String> all = new LinkedHashMap<>(state);
    for (int at = 0; at < more.length; at += 2) {
      all.put(more[at], more[at + 1]);
    }
    all.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
    return address.encode().buildAndExpand(all).toUriString();
  }

  @Requires(Right.READ_PARTIES)
  @PostMapping("/views")
  String keep(
      @RequestParam String name, @RequestParam String query, @AuthenticationPrincipal Caller by) {
    views.keep(name, query, by);
    return "redirect:/parties" + (query.startsWith("?") ? query : "");
  }

  @Requires(Right.READ_PARTIES)
  @PostMapping("/views/delete")
  String forget(@RequestParam long id, @AuthenticationPrincipal Caller by) {
    views.forget(id, by);
    return "redirect:/parties";
  }
}
