package io.limpide.server.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Carries a secret from the form that made it to the page that shows it, once, so that loading the
 * page again makes no second one. It travels sealed in the person's own cookie; the server keeps
 * nothing.
 */
@Component
class ShownOnce {
  private static final String COOKIE = "__Host-limpide-once";
  private static final Duration LIFE = Duration.ofMinutes(1);

  private final SecretKeeper keeper;

  ShownOnce(SecretKeeper keeper) {
    this.keeper = keeper;
  }

  /**
   * Sends a secret along.
   *
   * @param kind of secret: another page does not show it
   */
  void carry(HttpServletResponse response, Caller caller, String kind, String secret) {
    byte[] sealed = keeper.seal(secret.getBytes(StandardCharsets.UTF_8), purpose(caller, kind));
    Cookies.write(
        response, COOKIE, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), LIFE);
  }

  /** Returns the secret that was sent along, if any. */
  Optional<String> take(
      HttpServletRequest request, HttpServletResponse response, Caller caller, String kind) {
    Optional<String> held = Cookies.read(request, COOKIE);
    if (held.isEmpty()) {
      return Optional.empty();
    }
    Cookies.delete(response, COOKIE);
    try {
      return keeper
          .open(Base64.getUrlDecoder().decode(held.get()), purpose(caller, kind))
          .map(plain -> new String(plain, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) { // no base 64
      return Optional.empty();
    }
  }

  private static String purpose(Caller caller, String kind) {
    return "once:" + kind + ":" + caller.id();
  }
}
