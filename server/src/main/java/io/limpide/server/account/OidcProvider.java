package io.limpide.server.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.limpide.server.web.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A provider of OpenID Connect, spoken to by its discovery document: takes codes and vouches for
 * people by tokens whose every claim is checked. Source: OpenID Connect Core 1.0, section 3.1.3.7.
 */
final class OidcProvider {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration KNOWN_FOR = Duration.ofHours(1);
  private static final int LARGEST = 1 << 20;

  /** Signatures that need a key of the provider's own: never "none", never our own secret. */
  private static final Set<JWSAlgorithm> SIGNATURES =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private final OidcSettings settings;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private @Nullable Known known;

  OidcProvider(OidcSettings settings) {
    this.settings = settings;
  }

  private record Known(
      URI authorization, URI token, boolean posts, JWKSource<SecurityContext> keys, long nanos) {}

  /** Says that the provider does not answer as it should; never with what it answered. */
  static final class Unavailable extends Exception {
    private static final long serialVersionUID = 1;

    Unavailable(String why) {
      super(why);
    }
  }

  /** Says that the provider does not vouch for anybody with this. */
  static final class NotVouched extends Exception {
    private static final long serialVersionUID = 1;

    NotVouched(String why) {
      super(why);
    }
  }

  /** Returns where browsers are sent to sign in. */
  String address(String redirect, String state, String nonce, String challenge) throws Unavailable {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("response_type", "code");
    asked.put("client_id", settings.client());
    asked.put("redirect_uri", redirect);
    asked.put("scope", "openid email profile");
    asked.put("state", state);
    asked.put("nonce", nonce);
    asked.put("code_challenge", challenge);
    asked.put("code_challenge_method", "S256");
    String authorization = known().authorization().toString();
    return authorization + (authorization.contains("?") ? "&" : "?") + encoded(asked);
  }

  /** Exchanges a code for what the provider says of the person. */
  JWTClaimsSet claims(String code, String redirect, String verifier, String nonce)
      throws Unavailable, NotVouched {
    Known now = known();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", redirect);
    form.put("code_verifier", verifier);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(now.token())
            .timeout(PATIENCE)
            .header("Accept", "application/json")
            .header("Content-Type", "application/x-www-form-urlencoded");
    if (settings.secret().isEmpty() || now.posts()) {
      form.put("client_id", settings.client());
      if (!settings.secret().isEmpty()) {
        form.put("client_secret", settings.secret());
      }
    } else { // RFC 6749, section 2.3.1: both are encoded as in a form first
      String pair = encoded(settings.client()) + ":" + encoded(settings.secret());
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
    HttpResponse<String> answer =
        send(request.POST(HttpRequest.BodyPublishers.ofString(encoded(form))).build());
    if (answer.statusCode() / 100 == 4) {
      throw new NotVouched("code refused");
    }
    Object token = json(answer).get("id_token");
    if (!(token instanceof String text)) {
      throw new NotVouched("no token");
    }
    return verified(text, nonce, now.keys());
  }

  private JWTClaimsSet verified(String token, String nonce, JWKSource<SecurityContext> keys)
      throws NotVouched, Unavailable {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(SIGNATURES, keys));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            settings.client(),
            new JWTClaimsSet.Builder().issuer(settings.issuer()).claim("nonce", nonce).build(),
            Set.of("sub", "exp", "iat")));
    try {
      JWTClaimsSet claims = processor.process(token, null);
      Object party = claims.getClaim("azp");
      boolean others = claims.getAudience().size() > 1;
      if (party == null ? others : !party.equals(settings.client())) {
        throw new NotVouched("made for another");
      }
      return claims;
    } catch (BadJOSEException | ParseException e) {
      throw new NotVouched(e.getClass().getSimpleName());
    } catch (JOSEException e) { // the keys could not be had
      throw new Unavailable(e.getClass().getSimpleName());
    }
  }

  private synchronized Known known() throws Unavailable {
    Known held = known;
    if (held == null || System.nanoTime() - held.nanos() > KNOWN_FOR.toNanos()) {
      held = discover();
      known = held;
    }
    return held;
  }

  private Known discover() throws Unavailable {
    String base = settings.issuer();
    URI address =
        URI.create(
            (base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
                + "/.well-known/openid-configuration");
    Map<String, Object> found =
        json(send(HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build()));
    if (!settings.issuer().equals(found.get("issuer"))) {
      throw new Unavailable("the document is of another issuer");
    }
    boolean posts =
        found.get("token_endpoint_auth_methods_supported") instanceof List<?> methods
            && !methods.contains("client_secret_basic")
            && methods.contains("client_secret_post");
    try {
      JWKSource<SecurityContext> keys =
          JWKSourceBuilder.<SecurityContext>create(
                  endpoint(found, "jwks_uri").toURL(),
                  new DefaultResourceRetriever(
                      (int) PATIENCE.toMillis(), (int) PATIENCE.toMillis(), LARGEST))
              .refreshAheadCache(false)
              .build();
      return new Known(
          endpoint(found, "authorization_endpoint"),
          endpoint(found, "token_endpoint"),
          posts,
          keys,
          System.nanoTime());
    } catch (IOException e) {
      throw new Unavailable("jwks_uri");
    }
  }

  private static URI endpoint(Map<String, Object> document, String name) throws Unavailable {
    try {
      URI address = URI.create(String.valueOf(document.get(name)));
      if (OidcSettings.safe(address)) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new Unavailable(name);
  }

  private HttpResponse<String> send(HttpRequest request) throws Unavailable {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new Unavailable(e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted");
    }
  }

  private static Map<String, Object> json(HttpResponse<String> answer) throws Unavailable {
    if (answer.statusCode() != 200) {
      throw new Unavailable("HTTP " + answer.statusCode());
    }
    try {
      return Json.map(answer.body());
    } catch (IllegalStateException e) {
      throw new Unavailable("no JSON");
    }
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
