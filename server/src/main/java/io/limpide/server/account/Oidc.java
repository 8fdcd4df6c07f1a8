package io.limpide.server.account;

import com.nimbusds.jwt.JWTClaimsSet;
import io.limpide.server.web.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;

/**
 * Lets people sign in where their company does, by OpenID Connect: authorisation code with PKCE,
 * state and nonce. What has to be remembered meanwhile travels sealed in the person's own cookie.
 */
@Service
@Lazy(false) // settings that will not do are told at the start
class Oidc {
  static final String PATH = "/sign-in/oidc";
  static final String BACK = PATH + "/back";
  static final String UNAVAILABLE = "unavailable";

  private static final String COOKIE = "__Host-limpide-oidc";
  private static final String PURPOSE = "oidc";
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Logger LOG = LoggerFactory.getLogger(Oidc.class);

  private final Optional<OidcSettings> settings;
  private final Optional<OidcProvider> provider;
  private final ObjectProvider<OidcAccounts> accounts;
  private final SecretKeeper keeper;

  Oidc(Environment environment, ObjectProvider<OidcAccounts> accounts, SecretKeeper keeper) {
    this.settings = OidcSettings.of(environment);
    this.provider = settings.map(OidcProvider::new);
    this.accounts = accounts;
    this.keeper = keeper;
  }

  /** What has to be remembered while somebody is elsewhere. */
  private record Journey(String state, String nonce, String verifier, String to, long until) {}

  /** Whom the provider vouched for, and where that person wanted to go. */
  record Person(long account, String to) {}

  /** Says why somebody is not let in: {@code oidc.<problem>} is the text. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    private final String problem;

    Refused(String problem) {
      super(problem);
      this.problem = problem;
    }

    String problem() {
      return problem;
    }
  }

  boolean configured() {
    return provider.isPresent();
  }

  private String redirect() {
    return settings.orElseThrow().publicUrl() + BACK;
  }

  /** Begins: returns where the browser is to go. */
  String begin(String to, HttpServletResponse response) throws Refused {
    Journey journey =
        new Journey(
            Secrets.random(),
            Secrets.random(),
            Secrets.random(),
            to,
            Instant.now().plus(PATIENCE).getEpochSecond());
    try {
      String challenge = encoded(Secrets.digest(journey.verifier())); // RFC 7636, section 4.2
      String address =
          provider.orElseThrow().address(redirect(), journey.state(), journey.nonce(), challenge);
      byte[] sealed = keeper.seal(Json.text(journey).getBytes(StandardCharsets.UTF_8), PURPOSE);
      Cookies.write(response, COOKIE, encoded(sealed), PATIENCE);
      return address;
    } catch (OidcProvider.Unavailable e) {
      LOG.warn("the provider of sign-in does not answer: {}", e.getMessage());
      throw new Refused(UNAVAILABLE);
    }
  }

  /** Ends: returns whose account it is, or says why nobody is let in. */
  Person finish(
      Map<String, String> answer, HttpServletRequest request, HttpServletResponse response)
      throws Refused {
    @Nullable Journey journey = journey(request);
    Cookies.delete(response, COOKIE); // good for one answer
    String code = answer.getOrDefault("code", "");
    String issuer = answer.get("iss"); // RFC 9207: of which provider the answer is
    if (journey == null
        || !journey.state().equals(answer.get("state"))
        || code.isEmpty()
        || (issuer != null && !issuer.equals(settings.orElseThrow().issuer()))) {
      throw new Refused("refused");
    }
    try {
      JWTClaimsSet claims =
          provider.orElseThrow().claims(code, redirect(), journey.verifier(), journey.nonce());
      return new Person(
          accounts.getObject().of(claims, settings.orElseThrow().role()), journey.to());
    } catch (OidcProvider.Unavailable e) {
      LOG.warn("the provider of sign-in does not answer: {}", e.getMessage());
      throw new Refused(UNAVAILABLE);
    } catch (OidcProvider.NotVouched e) {
      LOG.warn("the provider of sign-in vouches for nobody: {}", e.getMessage());
      throw new Refused("refused");
    }
  }

  private @Nullable Journey journey(HttpServletRequest request) {
    try {
      return Cookies.read(request, COOKIE)
          .map(text -> Base64.getUrlDecoder().decode(text))
          .flatMap(bytes -> keeper.open(bytes, PURPOSE))
          .map(plain -> Json.read(new String(plain, StandardCharsets.UTF_8), Journey.class))
          .filter(journey -> journey.until() > Instant.now().getEpochSecond())
          .orElse(null);
    } catch (IllegalArgumentException e) { // no base 64
      return null;
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
