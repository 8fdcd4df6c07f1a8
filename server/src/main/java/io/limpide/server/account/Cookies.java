package io.limpide.server.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The cookies of the interface. The prefix {@code __Host-} makes browsers hold them to this very
 * host, over an encrypted line or this machine itself (RFC 6265bis, section 4.1.3.2).
 */
public final class Cookies {
  /** Holds the secret of the session. */
  static final String SESSION = "__Host-limpide";

  /** Holds a secret by which forms are known before there is a session. */
  static final String VISITOR = "__Host-limpide-visitor";

  /** Holds what the next page is to say. */
  public static final String SAID = "__Host-limpide-said";

  private Cookies() {}

  /** Returns the value of a cookie. */
  public static Optional<String> read(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
          return Optional.of(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }

  /** Sends a cookie. */
  public static void write(HttpServletResponse response, String name, String value, Duration life) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(name, value)
            .path("/")
            .secure(true)
            .httpOnly(true)
            .sameSite("Lax")
            .maxAge(life)
            .build()
            .toString());
  }

  /** Takes a cookie back. */
  public static void delete(HttpServletResponse response, String name) {
    write(response, name, "", Duration.ZERO);
  }
}
