package io.limpide.server.party;

import io.limpide.engine.field.PartyKind;
import io.limpide.server.account.Caller;
import io.limpide.server.account.FieldMasks;
import io.limpide.server.account.Mask;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.job.PastChanges;
import io.limpide.server.journal.Entries;
import io.limpide.server.recipe.BaseField;
import io.limpide.server.recipe.Recipes;
import io.limpide.server.web.PageController;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a party, and the forms that make and change one. */
@PageController
class PartyController {
  private static final int MOST = 100;

  private final Parties parties;
  private final Edits edits;
  private final RecordVersions versions;
  private final PastChanges changes;
  private final Interactions interactions;
  private final Entries entries;
  private final PartyWords words;
  private final Recipes recipes;
  private final FieldMasks masks;

  PartyController(
      Parties parties,
      Edits edits,
      RecordVersions versions,
      PastChanges changes,
      Interactions interactions,
      Entries entries,
      PartyWords words,
      Recipes recipes,
      FieldMasks masks) {
    this.parties = parties;
    this.edits = edits;
    this.versions = versions;
    this.changes = changes;
    this.interactions = interactions;
    this.entries = entries;
    this.words = words;
    this.recipes = recipes;
    this.masks = masks;
  }

  private Party party(long id, Caller by) {
    return parties
        .find(id, by)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @Requires(Right.READ_PARTIES)
  @GetMapping("/parties/{id:\\d+}")
  String show(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String channel,
      @AuthenticationPrincipal Caller by,
      Locale locale,
      Model model) {
    Party party = party(id, by);
    if (party.id() != id) {
      return "redirect:/parties/" + party.id();
    }
    Recipes.Active recipe = recipes.active();
    Mask mask = masks.of(by);
    List<RecordVersions.Version> records =
        versions.current(id, recipe.catalogue()).stream()
            .map(record -> record.shown(mask))
            .toList();
    model.addAttribute("party", party);
    model.addAttribute("parts", filled(party, recipe));
    model.addAttribute(
        "recordOf",
        records.stream()
            .collect(Collectors.toMap(RecordVersions.Version::record, record -> record)));
    model.addAttribute("records", records);
    model.addAttribute("inPart", !mask.isEmpty());
    model.addAttribute("sideBySide", SideBySide.of(records, recipe.catalogue()));
    model.addAttribute("exchanges", interactions.list(id, channel, Optional.empty(), MOST));
    model.addAttribute("channel", channel);
    model.addAttribute("channels", CHANNELS);
    model.addAttribute("changes", changes.ofParty(id, MOST, by));
    model.addAttribute(
        "entries",
        by.may(Right.READ_JOURNAL) ? entries.list("party:" + id, "", 0, 0, MOST) : List.of());
    model.addAttribute("family", family(party, by));
    model.addAttribute("alike", alike(party, by));
    model.addAttribute("stages", recipe.recipe().parties().stages());
    model.addAttribute("asked", asked(party, recipe));
    model.addAttribute("words", words.in(locale));
    return "party/show";
  }

  static final List<String> CHANNELS =
      List.of("email", "phone", "social", "meeting", "visit", "form", "order", "letter", "other");

  /** The fields that the party's stage asks for and that are empty. */
  private static List<String> asked(Party party, Recipes.Active recipe) {
    String stage = party.stage();
    return stage == null
        ? List.of()
        : party.missing(recipe.recipe().parties().stages().getOrDefault(stage, List.of()));
  }

  private static Map<BaseField.Part, List<BaseField>> filled(Party party, Recipes.Active recipe) {
    Map<BaseField.Part, List<BaseField>> parts = new LinkedHashMap<>();
    for (BaseField field : recipe.catalogue().fields()) {
      if (!party.value(field.code()).isEmpty() || !party.notes(field.code()).isEmpty()) {
        parts.computeIfAbsent(field.part(), part -> new ArrayList<>()).add(field);
      }
    }
    return parts;
  }

  /** The company, its sites and its people, by their SIREN. */
  private List<Party> family(Party party, Caller by) {
    if (party.siren().isEmpty()) {
      return List.of();
    }
    PartyFilter same = PartyFilter.of(Map.of("siren", party.siren()));
    return parties.list(same, by, PartySort.NAME, false, "", 50).parties();
  }

  private List<Party> alike(Party party, Caller by) {
    Party whole = parties.whole(party.id(), by).orElse(party);
    return parties.alike(whole.email(), whole.phone(), whole.value("siret"), "", whole.id(), by);
  }

  @Requires(Right.EDIT_PARTIES)
  @GetMapping("/parties/new")
  String makeForm(@RequestParam(defaultValue = "person") String kind, Locale locale, Model model) {
    form(kind, Map.of(), locale, model);
    model.addAttribute("action", "/parties");
    return "party/form";
  }

  @Requires(Right.EDIT_PARTIES)
  @GetMapping("/parties/{id:\\d+}/edit")
  String editForm(
      @PathVariable long id, @AuthenticationPrincipal Caller by, Locale locale, Model model) {
    Party party = party(id, by);
    form(party.kind(), party.golden(), locale, model);
    model.addAttribute("party", party);
    model.addAttribute("action", "/parties/" + party.id());
    return "party/form";
  }

  private void form(String kind, Map<String, String> values, Locale locale, Model model) {
    Recipes.Active recipe = recipes.active();
    PartyKind of = kind(kind);
    Map<BaseField.Part, List<BaseField>> parts = new LinkedHashMap<>();
    for (BaseField field : recipe.catalogue().fields()) {
      if (field.kinds().contains(of) || values.containsKey(field.code())) {
        parts.computeIfAbsent(field.part(), part -> new ArrayList<>()).add(field);
      }
    }
    model.addAttribute("kind", of.name().toLowerCase(Locale.ROOT));
    model.addAttribute("parts", parts);
    model.addAttribute("values", values);
    model.addAttribute("words", words.in(locale));
    model.addAttribute("stages", recipe.recipe().parties().stages().keySet());
  }

  private static PartyKind kind(String word) {
    for (PartyKind kind : PartyKind.values()) {
      if (kind.name().equalsIgnoreCase(word)) {
        return kind;
      }
    }
    return PartyKind.PERSON;
  }

  @Requires(Right.EDIT_PARTIES)
  @PostMapping("/parties")
  String make(
      @RequestParam Map<String, String> typed,
      @AuthenticationPrincipal Caller by,
      Locale locale,
      Model model,
      RedirectAttributes then,
      jakarta.servlet.http.HttpServletResponse response) {
    if (recipes.active().catalogue().fields().stream()
        .allMatch(field -> typed.getOrDefault(field.code(), "").isBlank())) {
      form(typed.getOrDefault("kind", "person"), typed, locale, model);
      model.addAttribute("action", "/parties");
      model.addAttribute("problem", "party.nothing_typed");
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return "party/form";
    }
    long id = edits.create(typed, by);
    then.addFlashAttribute("said", words.in(locale).text("party.made"));
    return "redirect:/parties/" + id;
  }

  @Requires(Right.EDIT_PARTIES)
  @PostMapping("/parties/{id:\\d+}")
  String edit(
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String why,
      @RequestParam Map<String, String> typed,
      @AuthenticationPrincipal Caller by,
      Locale locale,
      Model model,
      jakarta.servlet.http.HttpServletResponse response) {
    Map<String, String> values = new LinkedHashMap<>(typed);
    values.remove(Changes.OWNER); // given in bulk, by those who may
    switch (edits.edit(id, version, values, why, by)) {
      case UNKNOWN -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      case CHANGED -> {
        Party party = party(id, by);
        form(party.kind(), typed, locale, model);
        model.addAttribute("party", party);
        model.addAttribute("action", "/parties/" + party.id());
        model.addAttribute("problem", "party.changed_meanwhile");
        response.setStatus(HttpStatus.CONFLICT.value());
        return "party/form";
      }
      case DONE -> {
        // shown below
      }
    }
    return "redirect:/parties/" + id;
  }

  /** Judges what is being typed, and looks whom it may be already. */
  @Requires(Right.EDIT_PARTIES)
  @PostMapping("/parties/check")
  String check(
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "0") long id,
      @AuthenticationPrincipal Caller by,
      Locale locale,
      Model model) {
    Edits.Judged judged = edits.judge(typed);
    model.addAttribute("judged", judged);
    String name =
        (typed.getOrDefault("family_name", "") + " " + typed.getOrDefault("given_name", ""))
            .strip();
    model.addAttribute(
        "alike",
        parties.alike(
            typed.getOrDefault("email", ""),
            typed.getOrDefault("mobile", "").isBlank()
                ? typed.getOrDefault("phone", "")
                : typed.getOrDefault("mobile", ""),
            typed.getOrDefault("siret", ""),
            name.isEmpty() ? typed.getOrDefault("company_name", "") : name,
            id,
            by));
    model.addAttribute("words", words.in(locale));
    return "party/check :: check";
  }

  @Requires(Right.EDIT_PARTIES)
  @PostMapping("/parties/{id:\\d+}/accept")
  String accept(
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam String field,
      @RequestParam String code,
      @AuthenticationPrincipal Caller by,
      Locale locale,
      RedirectAttributes then) {
    Party party =
        parties.whole(id, by).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    String after =
        party.notes(field).stream()
            .filter(note -> note.isSuggestion() && note.code().equals(code))
            .map(note -> note.after() == null ? "" : note.after())
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT));
    Edits.Outcome outcome =
        edits.accept(id, version, field, after, words.in(locale).rule(code), by);
    if (outcome == Edits.Outcome.CHANGED) {
      throw new ResponseStatusException(HttpStatus.CONFLICT);
    }
    then.addFlashAttribute("said", words.in(locale).text("party.accepted"));
    return "redirect:/parties/" + id;
  }

  @Requires(Right.EDIT_PARTIES)
  @PostMapping("/parties/{id:\\d+}/dismiss")
  String dismiss(
      @PathVariable long id,
      @RequestParam String field,
      @RequestParam String code,
      @RequestParam(defaultValue = "") String why,
      @AuthenticationPrincipal Caller by,
      Locale locale,
      RedirectAttributes then) {
    if (edits.dismiss(id, field, code, why, by) == Edits.Outcome.UNKNOWN) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    then.addFlashAttribute("said", words.in(locale).text("party.left"));
    return "redirect:/parties/" + id;
  }
}
