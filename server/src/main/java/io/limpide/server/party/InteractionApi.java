package io.limpide.server.party;

import io.limpide.server.account.Caller;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.api.Asked;
import io.limpide.server.api.Batch;
import io.limpide.server.api.Paged;
import io.limpide.server.api.Problem;
import io.limpide.server.api.Problem.FieldError;
import io.limpide.server.api.Would;
import io.limpide.server.store.Storable;
import io.limpide.server.web.Json;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened with parties, by the API. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class InteractionApi {
  private static final int LONGEST_SUBJECT = 1_000;
  private static final int LONGEST_KEY = 200;
  private static final int LONGEST_DETAIL = 10_000;
  private static final BigDecimal MOST = new BigDecimal("1e12");
  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Duration SKEW = Duration.ofMinutes(10);
  private static final Duration AHEAD = Duration.ofDays(3650);

  private final Interactions interactions;
  private final Parties parties;
  private final Batch batch;

  InteractionApi(Interactions interactions, Parties parties, Batch batch) {
    this.interactions = interactions;
    this.parties = parties;
    this.batch = batch;
  }

  /** Something that happened with the party of the address. */
  @Schema(name = "NewInteraction")
  record Draft(
      @Schema(example = "phone") @Nullable String channel,
      @Schema(example = "answered") @Nullable String kind,
      @Schema(example = "2026-03-02T09:30:00Z") @Nullable Instant at,
      @Nullable String subject,
      @Nullable BigDecimal amount,
      @Schema(example = "EUR") @Nullable String currency,
      @Nullable Map<String, Object> detail,
      @Schema(description = "by which your system knows it: taken once", example = "call-4711")
          @Nullable String externalKey) {
    @Override
    public String toString() {
      return "an interaction to be kept";
    }
  }

  /** Something that happened with a party, or with a record of a source. */
  @Schema(name = "NewInteractionOf")
  record DraftOf(
      @Nullable Long party,
      @Schema(description = "with key: the record, by which a source knows it")
          @Nullable Long source,
      @Nullable String key,
      @Nullable String channel,
      @Nullable String kind,
      @Nullable Instant at,
      @Nullable String subject,
      @Nullable BigDecimal amount,
      @Nullable String currency,
      @Nullable Map<String, Object> detail,
      @Nullable String externalKey) {
    @Override
    public String toString() {
      return "an interaction to be kept";
    }
  }

  /** Many things that happened. */
  @Schema(name = "NewInteractions")
  record Drafts(
      @ArraySchema(schema = @Schema(implementation = DraftOf.class))
          @Nullable List<Object> items) {}

  private static Interactions.Happened happened(DraftOf draft) {
    return new Interactions.Happened(
        draft.party(),
        draft.source(),
        draft.key(),
        draft.channel() == null ? "" : draft.channel(),
        draft.kind() == null ? "" : draft.kind(),
        draft.at() == null ? Instant.now() : draft.at(),
        draft.subject() == null ? "" : Storable.text(draft.subject()),
        draft.amount(),
        draft.currency(),
        draft.detail() == null ? Map.of() : draft.detail(),
        draft.externalKey());
  }

  private static @Nullable Problem look(DraftOf draft) {
    List<FieldError> errors = new ArrayList<>();
    boolean byKey = draft.source() != null && draft.key() != null;
    if ((draft.party() != null) == byKey) {
      errors.add(FieldError.of("party", "party_or_key"));
    }
    if (draft.channel() == null || !Interactions.channels().contains(draft.channel())) {
      errors.add(FieldError.of("channel", "one_of", String.join(", ", Interactions.channels())));
    } else if (draft.kind() == null
        || !Interactions.kinds(draft.channel()).contains(draft.kind())) {
      errors.add(
          FieldError.of("kind", "one_of", String.join(", ", Interactions.kinds(draft.channel()))));
    } else if (draft.at() != null) {
      boolean act = Interactions.byPerson(draft.channel(), draft.kind());
      if (draft.at().isAfter(Instant.now().plus(act ? SKEW : AHEAD))
          || draft.at().isBefore(FIRST)) {
        errors.add(FieldError.of("at", "time"));
      }
    }
    rest(draft, errors);
    return errors.isEmpty() ? null : Problem.invalid(errors);
  }

  private static void rest(DraftOf draft, List<FieldError> errors) {
    if (draft.subject() != null && draft.subject().length() > LONGEST_SUBJECT) {
      errors.add(FieldError.of("subject", "too_long", LONGEST_SUBJECT));
    }
    if (draft.externalKey() != null
        && (draft.externalKey().isBlank()
            || draft.externalKey().length() > LONGEST_KEY
            || draft.externalKey().indexOf('\0') >= 0)) {
      errors.add(FieldError.of("externalKey", "too_long", LONGEST_KEY));
    }
    if (draft.amount() != null && draft.amount().abs().compareTo(MOST) >= 0) {
      errors.add(FieldError.of("amount", "amount"));
    }
    if ((draft.amount() == null) != (draft.currency() == null)
        || (draft.currency() != null && !draft.currency().matches("[A-Z]{3}"))) {
      errors.add(FieldError.of("currency", "currency"));
    }
    if (draft.detail() != null) {
      String detail = Json.text(draft.detail());
      if (detail.length() > LONGEST_DETAIL || detail.contains("\\u0000")) {
        errors.add(FieldError.of("detail", "too_long", LONGEST_DETAIL));
      }
    }
  }

  @Requires(Right.EDIT_PARTIES)
  @PostMapping("/parties/{id}/interactions")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PartyJson.Made.class)))
  ResponseEntity<PartyJson.Made> add(
      @PathVariable long id, @RequestBody Draft draft, @AuthenticationPrincipal Caller caller) {
    DraftOf of =
        new DraftOf(
            id,
            null,
            null,
            draft.channel(),
            draft.kind(),
            draft.at(),
            draft.subject(),
            draft.amount(),
            draft.currency(),
            draft.detail(),
            draft.externalKey());
    if (parties.find(id, caller).isEmpty()) {
      throw Problem.notFound();
    }
    Problem problem = look(of);
    if (problem != null) {
      throw problem;
    }
    Interactions.Outcome outcome = interactions.add(Map.of(0, happened(of)), caller).get(0);
    if (outcome instanceof Interactions.Outcome.Added added) {
      String href = "/api/v1/interactions/" + added.id();
      return ResponseEntity.created(URI.create(href)).body(new PartyJson.Made(added.id(), href));
    }
    if (outcome instanceof Interactions.Outcome.Known known) {
      return ResponseEntity.ok(
          new PartyJson.Made(known.id(), "/api/v1/interactions/" + known.id()));
    }
    throw refusal(outcome);
  }

  private static Problem refusal(Interactions.@Nullable Outcome outcome) {
    return outcome instanceof Interactions.Outcome.OtherKey
        ? Problem.of(409, "external_key")
        : Problem.notFound();
  }

  @Requires(Right.EDIT_PARTIES)
  @PostMapping("/interactions/batch")
  Batch.Results addMany(
      @RequestBody Drafts drafts, @AuthenticationPrincipal Caller caller, Locale locale) {
    Batch.Work<DraftOf> work = batch.read(drafts.items(), DraftOf.class, locale);
    work.check(InteractionApi::look);
    Map<Integer, Interactions.Happened> good = new java.util.TreeMap<>();
    work.good().forEach((index, draft) -> good.put(index, happened(draft)));
    interactions
        .add(good, caller)
        .forEach(
            (index, outcome) -> {
              if (outcome instanceof Interactions.Outcome.Added added) {
                work.done(index, 201, added.id());
              } else if (outcome instanceof Interactions.Outcome.Known known) {
                work.done(index, 200, known.id());
              } else {
                work.refuse(index, refusal(outcome));
              }
            });
    return work.results();
  }

  @Requires(Right.READ_PARTIES)
  @GetMapping("/parties/{id}/interactions")
  ResponseEntity<Paged<Interactions.Interaction>> list(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String channel,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(required = false) @Nullable Integer limit,
      @AuthenticationPrincipal Caller caller,
      HttpServletRequest request) {
    Asked.only(request, Set.of("channel", "after", "limit"));
    Party party = parties.find(id, caller).orElseThrow(Problem::notFound);
    String by = Asked.word("channel", channel, "", Interactions.channels());
    int most = Paged.limit(limit);
    Optional<Interactions.Place> place = Interactions.Place.of(after);
    if (!after.isEmpty() && place.isEmpty()) {
      throw Problem.parameter("after", "cursor");
    }
    return Paged.of(
        interactions.list(party.id(), by, place, most + 1),
        most,
        last -> new Interactions.Place(last.at(), last.id()).text(),
        Function.identity(),
        request);
  }

  @Requires(Right.EDIT_PARTIES)
  @DeleteMapping("/interactions/{id}")
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
    switch (interactions.delete(id, dryRun, caller)) {
      case UNKNOWN -> throw Problem.notFound();
      case NOT_ONES_OWN -> throw Problem.of(403, "not_ones_own");
      case DONE -> {
        // as wanted
      }
    }
    return dryRun
        ? ResponseEntity.ok(Would.of(Map.of("interactions", 1L)))
        : ResponseEntity.noContent().build();
  }
}
