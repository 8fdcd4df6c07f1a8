package io.limpide.server.account;

import io.limpide.server.api.Asked;
import io.limpide.server.api.Paged;
import io.limpide.server.api.Problem;
import io.limpide.server.api.Versions;
import io.limpide.server.api.Would;
import io.limpide.server.store.Storable;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The teams by the API. */
@RestController
@RequestMapping(path = "/api/v1/teams", produces = MediaType.APPLICATION_JSON_VALUE)
class TeamApi {
  private final Teams teams;

  TeamApi(Teams teams) {
    this.teams = teams;
  }

  /** A team as callers send it. */
  @Schema(name = "TeamName")
  record Name(@Schema(example = "Sales, north") @Nullable String name) {
    String text() {
      return name == null ? "" : Storable.text(name);
    }
  }

  private Teams.Team find(long team) {
    return teams.find(team).orElseThrow(Problem::notFound);
  }

  private ResponseEntity<Teams.Team> answer(long team) {
    Teams.Team now = find(team);
    return Versions.answer(now, now.version());
  }

  @Requires(Right.EDIT_ACCOUNTS)
  @GetMapping
  Paged<Teams.Team> list(HttpServletRequest request) {
    Asked.only(request, Set.of());
    return Paged.whole(teams.all());
  }

  @Requires(Right.EDIT_ACCOUNTS)
  @GetMapping("/{team}")
  ResponseEntity<Teams.Team> show(@PathVariable long team) {
    return answer(team);
  }

  @Requires(Right.EDIT_ACCOUNTS)
  @PostMapping
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = Teams.Team.class)))
  ResponseEntity<Teams.Team> create(
      @RequestBody Name name, @AuthenticationPrincipal Caller caller) {
    long id = AccountProblems.of(() -> teams.create(caller, name.text()));
    Teams.Team made = find(id);
    return Versions.created("/api/v1/teams/" + id, made, made.version());
  }

  @Requires(Right.EDIT_ACCOUNTS)
  @PatchMapping("/{team}")
  ResponseEntity<Teams.Team> rename(
      @PathVariable long team,
      @RequestBody Name name,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @AuthenticationPrincipal Caller caller) {
    find(team);
    int seen = Versions.seen(ifMatch);
    AccountProblems.done(() -> teams.rename(caller, team, name.text(), seen));
    return answer(team);
  }

  @Requires(Right.EDIT_ACCOUNTS)
  @DeleteMapping("/{team}")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Would.class)))
  @ApiResponse(responseCode = "204", content = @Content)
  ResponseEntity<Would> delete(
      @PathVariable long team,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @AuthenticationPrincipal Caller caller,
      HttpServletRequest request) {
    Asked.only(request, Set.of("dryRun"));
    Teams.Team found = find(team);
    if (dryRun) {
      return ResponseEntity.ok(Would.of(Map.of("teams", found.members() == 0 ? 1L : 0L)));
    }
    AccountProblems.done(() -> teams.delete(caller, team));
    return ResponseEntity.noContent().build();
  }
}
