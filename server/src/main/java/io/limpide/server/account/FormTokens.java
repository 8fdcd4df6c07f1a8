package io.limpide.server.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * Tokens that show a form to come from our own page. They are derived from the secret of the
 * session, so they hold on every server, end with the session, and one of another session is worth
 * nothing. Before there is a session a visitor's cookie serves.
 */
final class FormTokens implements CsrfTokenRepository {
  private static final String PARAMETER = "_csrf";
  private static final String HEADER = "X-CSRF-Token";

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    String secret =
        secret(request)
            .orElseGet(
                () -> {
                  String visitor = Secrets.random();
                  request.setAttribute(Cookies.VISITOR, visitor);
                  return visitor;
                });
    byte[] derived = Secrets.digest("form:" + secret);
    return new DefaultCsrfToken(
        HEADER, PARAMETER, Base64.getUrlEncoder().withoutPadding().encodeToString(derived));
  }

  private static Optional<String> secret(HttpServletRequest request) {
    return Cookies.read(request, Cookies.SESSION)
        .or(() -> Cookies.read(request, Cookies.VISITOR))
        .or(() -> Optional.ofNullable((String) request.getAttribute(Cookies.VISITOR)));
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    if (request.getAttribute(Cookies.VISITOR) instanceof String visitor) {
      Cookies.write(response, Cookies.VISITOR, visitor, Duration.ofHours(12));
    }
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return secret(request).isPresent() ? generateToken(request) : null;
  }
}
