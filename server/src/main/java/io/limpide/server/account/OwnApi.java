package io.limpide.server.account;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who the caller is and what it may do, by the API. */
@RestController
@RequestMapping(path = "/api/v1/me", produces = MediaType.APPLICATION_JSON_VALUE)
class OwnApi {
  private final Tokens tokens;
  private final FieldMasks masks;

  OwnApi(Tokens tokens, FieldMasks masks) {
    this.tokens = tokens;
    this.masks = masks;
  }

  /** The token that a call came with. */
  @Schema(name = "OwnToken")
  record TokenJson(long id, String name, List<String> scopes, @Nullable Instant expiresAt) {}

  /** Whoever calls. */
  @Schema(name = "Me")
  record Me(
      long id,
      String login,
      String name,
      String role,
      String visibility,
      @Nullable Long team,
      String language,
      @Schema(description = "what may be done, within the scopes of the token") List<String> rights,
      @Schema(description = "what is seen only in part, such as email") List<String> masked,
      @Nullable TokenJson token) {
    @Override
    public String toString() {
      return "account:" + id;
    }
  }

  @Requires
  @GetMapping
  Me me(@AuthenticationPrincipal Caller caller) {
    Optional<Tokens.Token> token = tokens.present(caller);
    return new Me(
        caller.id(),
        caller.login(),
        caller.name(),
        caller.role().word(),
        caller.visibility().word(),
        caller.team().isPresent() ? caller.team().getAsLong() : null,
        caller.language(),
        caller.rights().stream()
            .sorted()
            .map(right -> right.name().toLowerCase(Locale.ROOT))
            .toList(),
        masks.of(caller).kinds().stream().sorted().toList(),
        token
            .map(one -> new TokenJson(one.id(), one.name(), one.scopes(), one.expiresAt()))
            .orElse(null));
  }
}
