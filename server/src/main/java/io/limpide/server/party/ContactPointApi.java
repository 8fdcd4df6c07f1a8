package io.limpide.server.party;

import io.limpide.server.account.Caller;
import io.limpide.server.account.FieldMasks;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.api.Asked;
import io.limpide.server.api.Paged;
import io.limpide.server.api.Problem;
import io.limpide.server.api.Problem.FieldError;
import io.limpide.server.api.Versions;
import io.limpide.server.api.Would;
import io.limpide.server.store.Storable;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How parties can be reached, and what they prefer, by the API. */
@RestController
@RequestMapping(path = "/api/v1/parties/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class ContactPointApi {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_VALUE = 2_000;

  private final ContactPoints points;
  private final Preferences preferences;
  private final Parties parties;
  private final FieldMasks masks;

  ContactPointApi(
      ContactPoints points, Preferences preferences, Parties parties, FieldMasks masks) {
    this.points = points;
    this.preferences = preferences;
    this.parties = parties;
    this.masks = masks;
  }

  /** Whole, for what is to be compared; what leaves is shown as the caller sees it. */
  private Party find(long id, Caller caller) {
    return parties.whole(id, caller).orElseThrow(Problem::notFound);
  }

  @Requires(Right.READ_PARTIES)
  @GetMapping("/contact-points")
  Paged<PartyJson.Contact> contactPoints(
      @PathVariable long id, @AuthenticationPrincipal Caller caller) {
    Party party = find(id, caller);
    return Paged.whole(points.of(party).stream().map(point -> json(party, point, caller)).toList());
  }

  @Requires(Right.READ_PARTIES)
  @GetMapping("/contact-points/{point}")
  ResponseEntity<PartyJson.Contact> contactPoint(
      @PathVariable long id, @PathVariable String point, @AuthenticationPrincipal Caller caller) {
    Party party = find(id, caller);
    ContactPoints.ContactPoint found = points.find(party, point).orElseThrow(Problem::notFound);
    return Versions.answer(json(party, found, caller), found.version());
  }

  private PartyJson.Contact json(Party party, ContactPoints.ContactPoint point, Caller caller) {
    return PartyViews.contact(party.id(), point.shown(masks.of(caller)));
  }

  @Requires(Right.EDIT_PARTIES)
  @PatchMapping("/contact-points/{point}")
  ResponseEntity<PartyJson.Contact> changeContactPoint(
      @PathVariable long id,
      @PathVariable String point,
      @RequestBody PartyJson.ContactChange change,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @AuthenticationPrincipal Caller caller) {
    Party party = find(id, caller);
    if (points.find(party, point).isEmpty()) {
      throw Problem.notFound();
    }
    int version = Versions.seen(ifMatch);
    List<FieldError> errors = new ArrayList<>();
    if (change.state() == null && change.verified() == null) {
      errors.add(FieldError.of("state", "missing"));
    }
    if (change.state() != null && !ContactPoints.STATES.contains(change.state())) {
      errors.add(FieldError.of("state", "one_of", String.join(", ", ContactPoints.STATES)));
    }
    PartyInput.why(change.why(), errors);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    PartyApi.done(
        points.keep(
            party,
            point,
            version,
            change.state(),
            change.verified(),
            change.why() == null ? "" : change.why(),
            caller));
    return contactPoint(id, point, caller);
  }

  private static PartyJson.Preference json(Preferences.Preference preference) {
    return new PartyJson.Preference(
        preference.name(),
        preference.value(),
        preference.at(),
        preference.account(),
        preference.recordId(),
        preference.version());
  }

  @Requires(Right.READ_PARTIES)
  @GetMapping("/preferences")
  Paged<PartyJson.Preference> preferences(
      @PathVariable long id, @AuthenticationPrincipal Caller caller) {
    return Paged.whole(
        preferences.of(find(id, caller).id()).stream().map(ContactPointApi::json).toList());
  }

  @Requires(Right.READ_PARTIES)
  @GetMapping("/preferences/{name}")
  ResponseEntity<PartyJson.Preference> preference(
      @PathVariable long id, @PathVariable String name, @AuthenticationPrincipal Caller caller) {
    Preferences.Preference found =
        preferences.find(find(id, caller).id(), name).orElseThrow(Problem::notFound);
    return Versions.answer(json(found), found.version());
  }

  @Requires(Right.EDIT_PARTIES)
  @PutMapping("/preferences/{name}")
  ResponseEntity<PartyJson.Preference> keepPreference(
      @PathVariable long id,
      @PathVariable String name,
      @RequestBody PartyJson.PreferenceValue value,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @AuthenticationPrincipal Caller caller) {
    Party party = find(id, caller);
    Optional<Preferences.Preference> before = preferences.find(party.id(), name);
    // One that is not there yet needs no version: there is nothing to lose.
    int version = before.isEmpty() && ifMatch == null ? 0 : Versions.seen(ifMatch);
    if (!name.matches("[\\p{L}\\p{N} ._-]{1," + LONGEST_NAME + "}")) {
      throw Problem.invalid("name", "name", LONGEST_NAME);
    }
    if (value.value() == null || value.value().isBlank()) {
      throw Problem.invalid("value", "missing");
    }
    if (value.value().length() > LONGEST_VALUE) {
      throw Problem.invalid("value", "too_long", LONGEST_VALUE);
    }
    PartyApi.done(
        preferences.keep(party, name, Storable.text(value.value()).strip(), version, caller));
    return preference(id, name, caller);
  }

  @Requires(Right.EDIT_PARTIES)
  @DeleteMapping("/preferences/{name}")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Would.class)))
  @ApiResponse(responseCode = "204", content = @Content)
  ResponseEntity<Would> deletePreference(
      @PathVariable long id,
      @PathVariable String name,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @AuthenticationPrincipal Caller caller,
      HttpServletRequest request) {
    Asked.only(request, Set.of("dryRun"));
    Party party = find(id, caller);
    if (preferences.find(party.id(), name).isEmpty()) {
      throw Problem.notFound();
    }
    PartyApi.done(preferences.delete(party, name, Versions.seen(ifMatch), dryRun, caller));
    return dryRun
        ? ResponseEntity.ok(Would.of(Map.of("preferences", 1L)))
        : ResponseEntity.noContent().build();
  }
}
