package io.limpide.server.party;

import io.limpide.engine.message.Messages;
import io.limpide.server.account.Caller;
import io.limpide.server.account.FieldMasks;
import io.limpide.server.account.Mask;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.api.Asked;
import io.limpide.server.api.Batch;
import io.limpide.server.api.Paged;
import io.limpide.server.api.Problem;
import io.limpide.server.api.Versions;
import io.limpide.server.api.Would;
import io.limpide.server.journal.Entries;
import io.limpide.server.journal.EntryJson;
import io.limpide.server.recipe.Catalogue;
import io.limpide.server.recipe.Recipes;
import io.limpide.server.web.Texts;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** Parties by the API. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class PartyApi {
  private static final Set<String> FILTERS =
      Set.of(
          "q", "kind", "mark", "source", "run", "owner", "stage", "siren", "below", "field",
          "filled", "segment");
  private static final Set<String> NUMBERS =
      Set.of("mark", "source", "run", "owner", "below", "segment");
  private static final Set<String> LISTING = Set.of("sort", "order", "limit", "after", "fields");

  private final Parties parties;
  private final Edits edits;
  private final Removals removals;
  private final PartyInput input;
  private final RecordVersions versions;
  private final ContactPoints points;
  private final Entries entries;
  private final Recipes recipes;
  private final Batch batch;
  private final FieldMasks masks;

  PartyApi(
      Parties parties,
      Edits edits,
      Removals removals,
      PartyInput input,
      RecordVersions versions,
      ContactPoints points,
      Entries entries,
      Recipes recipes,
      Batch batch,
      FieldMasks masks) {
    this.parties = parties;
    this.edits = edits;
    this.removals = removals;
    this.input = input;
    this.versions = versions;
    this.points = points;
    this.entries = entries;
    this.recipes = recipes;
    this.batch = batch;
    this.masks = masks;
  }

  @Requires(Right.READ_PARTIES)
  @GetMapping("/parties")
  ResponseEntity<Paged<PartyJson.Row>> list(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable Integer mark,
      @RequestParam(required = false) @Nullable Long source,
      @RequestParam(required = false) @Nullable Long run,
      @RequestParam(required = false) @Nullable Long owner,
      @RequestParam(required = false) @Nullable String stage,
      @RequestParam(required = false) @Nullable String siren,
      @RequestParam(required = false) @Nullable Integer below,
      @RequestParam(required = false) @Nullable String field,
      @RequestParam(required = false) @Nullable String filled,
      @RequestParam(required = false) @Nullable Long segment,
      @RequestParam(defaultValue = "name") String sort,
      @RequestParam(defaultValue = "asc") String order,
      @RequestParam(required = false) @Nullable String fields,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(required = false) @Nullable Integer limit,
      @AuthenticationPrincipal Caller caller,
      HttpServletRequest request) {
    Set<String> known = new HashSet<>(FILTERS);
    known.addAll(LISTING);
    Asked.only(request, known);
    Asked.word("kind", kind, "", Set.of("person", "company", "establishment"));
    Asked.word("filled", filled, "", Set.of("yes", "no"));
    if ((field == null) != (filled == null)) {
      throw Problem.parameter(field == null ? "field" : "filled", "together");
    }
    Map<String, String> wanted = new LinkedHashMap<>();
    for (String name : FILTERS) {
      String value = request.getParameter(name);
      if (value != null) {
        wanted.put(name, value);
      }
    }
    wanted.keySet().stream()
        .filter(NUMBERS::contains)
        .forEach(name -> number(name, String.valueOf(wanted.get(name))));
    Set<String> sorts =
        Stream.of(PartySort.values()).map(PartySort::word).collect(Collectors.toSet());
    PartySort by = PartySort.of(Asked.word("sort", sort, "name", sorts));
    boolean descending = Asked.word("order", order, "asc", Set.of("asc", "desc")).equals("desc");
    if (!after.isEmpty() && PartySort.Cursor.of(after).isEmpty()) {
      throw Problem.parameter("after", "cursor");
    }
    Set<String> shown = shown(fields);
    Parties.Page page =
        parties.list(PartyFilter.of(wanted), caller, by, descending, after, Paged.limit(limit));
    return Paged.of(
        page.parties().stream().map(party -> PartyViews.row(party, shown)).toList(),
        page.next(),
        request);
  }

  private static void number(String name, String text) {
    try {
      Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Problem.parameter(name, "type");
    }
  }

  private Set<String> shown(@Nullable String fields) {
    if (fields == null || fields.isBlank()) {
      return Set.of();
    }
    Set<String> shown = Set.of(fields.split("\\s*,\\s*"));
    for (String field : shown) {
      if (!field.equals("*") && recipes.active().catalogue().place(field) < 0) {
        throw Problem.parameter("fields", "unknown_field");
      }
    }
    return shown;
  }

  @Requires(Right.READ_PARTIES)
  @GetMapping("/search")
  Paged<PartyJson.Row> search(
      @RequestParam String q,
      @RequestParam(required = false) @Nullable Integer limit,
      @AuthenticationPrincipal Caller caller,
      HttpServletRequest request) {
    Asked.only(request, Set.of("q", "limit"));
    if (q.isBlank()) {
      throw Problem.parameter("q", "missing");
    }
    PartyFilter filter = PartyFilter.of(Map.of("q", q));
    return Paged.whole(
        parties
            .list(
                filter, caller, PartySort.NAME, false, "", limit == null ? 10 : Paged.limit(limit))
            .parties()
            .stream()
            .map(party -> PartyViews.row(party, Set.of()))
            .toList());
  }

  @Requires(Right.READ_PARTIES)
  @GetMapping("/parties/similar")
  Paged<PartyJson.Row> similar(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String phone,
      @RequestParam(defaultValue = "") String siret,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "0") long except,
      @AuthenticationPrincipal Caller caller,
      HttpServletRequest request) {
    Asked.only(request, Set.of("email", "phone", "siret", "name", "except"));
    if ((email + phone + siret + name).isBlank()) {
      throw Problem.parameter("email", "missing");
    }
    return Paged.whole(
        parties.alike(email, phone, siret, name, except, caller).stream()
            .map(party -> PartyViews.row(party, Set.of()))
            .toList());
  }

  /** Whole, for what is to be compared; what leaves is shown as the caller sees it. */
  private Party find(long id, Caller caller) {
    return parties.whole(id, caller).orElseThrow(Problem::notFound);
  }

  private ResponseEntity<PartyJson.Whole> whole(Party party, Caller caller, Locale locale) {
    return Versions.answer(json(party, caller, locale), party.version());
  }

  private PartyJson.Whole json(Party party, Caller caller, Locale locale) {
    Catalogue catalogue = recipes.lately().catalogue();
    List<RecordVersions.Version> said = versions.of(party.id(), catalogue);
    return PartyViews.whole(
        party, said, points.of(party, said, catalogue), masks.of(caller), Texts.of(locale));
  }

  @Requires(Right.READ_PARTIES)
  @GetMapping("/parties/{id}")
  ResponseEntity<PartyJson.Whole> show(
      @PathVariable long id, @AuthenticationPrincipal Caller caller, Locale locale) {
    return whole(find(id, caller), caller, locale);
  }

  @Requires(Right.EDIT_PARTIES)
  @PostMapping("/parties")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PartyJson.Whole.class)))
  ResponseEntity<PartyJson.Whole> create(
      @RequestBody PartyJson.Draft draft, @AuthenticationPrincipal Caller caller, Locale locale) {
    Problem problem = input.look(draft);
    if (problem != null) {
      throw problem;
    }
    long id = edits.createAll(List.of(made(draft)), caller).get(0);
    Party made = find(id, caller);
    return Versions.created(PartyViews.PARTIES + id, json(made, caller, locale), made.version());
  }

  private static Edits.NewParty made(PartyJson.Draft draft) {
    Map<String, String> values = new LinkedHashMap<>();
    if (draft.values() != null) {
      draft
          .values()
          .forEach(
              (field, value) -> {
                if (value != null) {
                  values.put(field, value);
                }
              });
    }
    return new Edits.NewParty(values, draft.owner(), draft.stage() == null ? "" : draft.stage());
  }

  @Requires(Right.EDIT_PARTIES)
  @PostMapping("/parties/batch")
  Batch.Results createMany(
      @RequestBody PartyJson.Drafts drafts, @AuthenticationPrincipal Caller caller, Locale locale) {
    Batch.Work<PartyJson.Draft> work = batch.read(drafts.items(), PartyJson.Draft.class, locale);
    work.check(input::look);
    Map<Integer, PartyJson.Draft> good = work.good();
    List<Edits.NewParty> wanted = good.values().stream().map(PartyApi::made).toList();
    List<Integer> places = new ArrayList<>(good.keySet());
    List<Long> ids = edits.createAll(wanted, caller);
    for (int at = 0; at < ids.size(); at++) {
      work.done(places.get(at), 201, ids.get(at));
    }
    return work.results();
  }

  @Requires(Right.EDIT_PARTIES)
  @PatchMapping("/parties/{id}")
  ResponseEntity<PartyJson.Whole> change(
      @PathVariable long id,
      @RequestBody PartyJson.Change change,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @AuthenticationPrincipal Caller caller,
      Locale locale) {
    find(id, caller); // what is not his to see is not there, whatever else is wrong
    int version = Versions.seen(ifMatch);
    input.check(change);
    Map<String, String> typed = new LinkedHashMap<>();
    Set<String> takenBack = new HashSet<>();
    if (change.values() != null) {
      change
          .values()
          .forEach(
              (field, value) -> {
                if (value == null) {
                  takenBack.add(field);
                } else {
                  typed.put(field, value);
                }
              });
    }
    if (change.owner() != null) {
      typed.put(Changes.OWNER, change.owner() == 0 ? "" : String.valueOf(change.owner()));
    }
    if (change.stage() != null) {
      typed.put(Changes.STAGE, change.stage());
    }
    done(
        edits.edit(
            id, version, typed, takenBack, change.why() == null ? "" : change.why(), caller));
    Optional<Party> now = parties.whole(id, caller);
    return now.isPresent() ? whole(now.get(), caller, locale) : ResponseEntity.noContent().build();
  }

  static void done(Edits.Outcome outcome) {
    switch (outcome) {
      case UNKNOWN -> throw Problem.notFound();
      case CHANGED -> throw Problem.changed();
      case DONE -> {
        // as wanted
      }
    }
  }

  @Requires(Right.EDIT_PARTIES)
  @DeleteMapping("/parties/{id}")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Would.class)))
  @ApiResponse(responseCode = "204", content = @Content)
  ResponseEntity<Would> delete(
      @PathVariable long id,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestParam(defaultValue = "") String why,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @AuthenticationPrincipal Caller caller,
      HttpServletRequest request) {
    Asked.only(request, Set.of("dryRun", "why"));
    find(id, caller);
    Removals.Removal removal = removals.remove(id, Versions.seen(ifMatch), dryRun, why, caller);
    switch (removal.outcome()) {
      case UNKNOWN -> throw Problem.notFound();
      case CHANGED -> throw Problem.changed();
      case OF_A_SOURCE -> throw Problem.of(409, "party_of_a_source");
      case DONE -> {
        // as wanted
      }
    }
    return dryRun
        ? ResponseEntity.ok(Would.of(removal.counts()))
        : ResponseEntity.noContent().build();
  }

  @Requires(Right.READ_PARTIES)
  @GetMapping("/parties/{id}/records")
  Paged<PartyJson.SourceRecord> records(
      @PathVariable long id, @AuthenticationPrincipal Caller caller, Locale locale) {
    Party party = find(id, caller);
    Mask mask = masks.of(caller);
    return Paged.whole(
        PartyViews.records(
            versions.of(party.id(), recipes.lately().catalogue()).stream()
                .map(version -> version.shown(mask))
                .toList(),
            Texts.of(locale)));
  }

  @Requires(Right.READ_PARTIES)
  @GetMapping("/parties/{id}/journal")
  ResponseEntity<Paged<EntryJson>> journal(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit,
      @AuthenticationPrincipal Caller caller,
      HttpServletRequest request,
      Locale locale) {
    Asked.only(request, Set.of("after", "limit"));
    Party party = find(id, caller);
    int most = Paged.limit(limit);
    Messages words = Texts.of(locale);
    Mask mask = masks.of(caller);
    return Paged.of(
        entries.list("party:" + party.id(), "", 0, Paged.after(after), most + 1),
        most,
        Entries.Entry::id,
        entry -> EntryJson.of(entry, caller, mask, words),
        request);
  }
}
