package io.limpide.server.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.limpide.server.web.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** A provider of OpenID Connect that checks what it is sent, and says of people what it is told. */
final class OidcServer {
  static final String CLIENT = "limpide client";
  static final String SECRET = "a secret: with & signs";

  /** By what a token is signed. */
  enum Signed {
    WELL,
    BY_NOBODY,
    BY_ANOTHER,
    BY_OUR_SECRET,
    BY_A_KEY_OF_ITS_OWN
  }

  private final HttpServer http;
  private final RSAKey key;
  private final RSAKey another;
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();

  private record Grant(Map<String, String> asked, String token) {}

  private OidcServer(HttpServer http) throws JOSEException {
    this.http = http;
    this.key = new RSAKeyGenerator(2048).keyID("k").generate();
    this.another = new RSAKeyGenerator(2048).keyID("k").generate();
  }

  static OidcServer start() throws IOException, JOSEException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    OidcServer server = new OidcServer(http);
    http.createContext(
        "/.well-known/openid-configuration",
        exchange ->
            answer(
                exchange,
                200,
                Json.text(
                    Map.of(
                        "issuer", server.issuer(),
                        "authorization_endpoint", server.issuer() + "/authorize",
                        "token_endpoint", server.issuer() + "/token",
                        "jwks_uri", server.issuer() + "/keys"))));
    http.createContext(
        "/keys",
        exchange -> answer(exchange, 200, new JWKSet(server.key.toPublicJWK()).toString()));
    http.createContext("/token", server::token);
    http.start();
    return server;
  }

  String issuer() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  void stop() {
    http.stop(0);
  }

  /** Signs somebody in as asked, and returns where the browser is sent back. */
  String signIn(URI asked, UnaryOperator<JWTClaimsSet.Builder> said, Signed signed) {
    Map<String, String> fields = fields(asked.getRawQuery());
    boolean whole =
        asked.getPath().equals("/authorize")
            && "code".equals(fields.get("response_type"))
            && CLIENT.equals(fields.get("client_id"))
            && "openid email profile".equals(fields.get("scope"))
            && "S256".equals(fields.get("code_challenge_method"));
    if (!whole) {
      throw new IllegalArgumentException("not asked as it should be");
    }
    JWTClaimsSet claims =
        said.apply(
                new JWTClaimsSet.Builder()
                    .issuer(issuer())
                    .audience(CLIENT)
                    .issueTime(Date.from(Instant.now()))
                    .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                    .claim("nonce", fields.get("nonce")))
            .build();
    String code = Secrets.random();
    grants.put(code, new Grant(fields, token(claims, signed)));
    return fields.get("redirect_uri") + "?code=" + code + "&state=" + fields.get("state");
  }

  @SuppressWarnings("StatementSwitchToExpressionSwitch") // some cases go on
  private String token(JWTClaimsSet claims, Signed signed) {
    try {
      JWSHeader.Builder header =
          new JWSHeader.Builder(
                  signed == Signed.BY_OUR_SECRET ? JWSAlgorithm.HS256 : JWSAlgorithm.RS256)
              .keyID("k");
      switch (signed) {
        case BY_NOBODY:
          return new PlainJWT(claims).serialize();
        case BY_OUR_SECRET:
          {
            SignedJWT token = new SignedJWT(header.build(), claims);
            token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
            return token.serialize();
          }
        case BY_A_KEY_OF_ITS_OWN:
          header.jwk(another.toPublicJWK());
          break;
        default:
      }
      SignedJWT token = new SignedJWT(header.build(), claims);
      token.sign(new RSASSASigner(signed == Signed.WELL ? key : another));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> fields =
        fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Grant grant = grants.remove(fields.getOrDefault("code", ""));
    String challenge =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Secrets.digest(fields.getOrDefault("code_verifier", "")));
    String basic =
        Base64.getEncoder()
            .encodeToString(
                (encoded(CLIENT) + ":" + encoded(SECRET)).getBytes(StandardCharsets.UTF_8));
    boolean holds =
        grant != null
            && ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))
            && "authorization_code".equals(fields.get("grant_type"))
            && Objects.equals(grant.asked().get("redirect_uri"), fields.get("redirect_uri"))
            && challenge.equals(grant.asked().get("code_challenge"));
    if (grant != null && holds) {
      answer(
          exchange,
          200,
          Json.text(
              Map.of("access_token", "x", "token_type", "Bearer", "id_token", grant.token())));
    } else {
      answer(exchange, 400, Json.text(Map.of("error", "invalid_grant")));
    }
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : form.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
