package io.limpide.server.account;

import io.limpide.server.database.DatabaseException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.env.Environment;

/**
 * Where people sign in elsewhere, as the environment names it.
 *
 * @param issuer of the provider, as it writes it into its tokens
 * @param client the name under which the provider knows us
 * @param secret empty for a client without one
 * @param publicUrl where browsers find us: redirects go there alone, whatever a request claims
 * @param role of people who come for the first time and have no account; empty: they are refused
 */
record OidcSettings(
    String issuer, String client, String secret, String publicUrl, Optional<Role> role) {
  private static final String ISSUER = "LIMPIDE_OIDC_ISSUER";
  private static final String CLIENT = "LIMPIDE_OIDC_CLIENT_ID";
  private static final String SECRET = "LIMPIDE_OIDC_CLIENT_SECRET";
  private static final String ROLE = "LIMPIDE_OIDC_ROLE";
  private static final String PUBLIC_URL = "LIMPIDE_PUBLIC_URL";
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Reads them; nothing where no provider is named. */
  static Optional<OidcSettings> of(Environment environment) {
    String issuer = read(environment, ISSUER);
    if (issuer.isEmpty()) {
      return Optional.empty();
    }
    String role = read(environment, ROLE);
    if (!role.isEmpty() && Role.find(role).isEmpty()) {
      throw new DatabaseException("oidc.role", ROLE, role);
    }
    String publicUrl = safe(PUBLIC_URL, needed(environment, PUBLIC_URL));
    return Optional.of(
        new OidcSettings(
            safe(ISSUER, issuer),
            needed(environment, CLIENT),
            read(environment, SECRET),
            publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl,
            Role.find(role)));
  }

  private static String read(Environment environment, String name) {
    return environment.getProperty(name, "").strip();
  }

  private static String needed(Environment environment, String name) {
    String value = read(environment, name);
    if (value.isEmpty()) {
      throw new DatabaseException("oidc.missing", ISSUER, name);
    }
    return value;
  }

  /** Over an open line anybody could answer in the name of the provider. */
  private static String safe(String name, String url) {
    try {
      if (safe(URI.create(url))) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new DatabaseException("oidc.address", name);
  }

  /** Whether an address is of an encrypted line, or of this machine. */
  static boolean safe(URI address) {
    return address.getHost() != null
        && ("https".equals(address.getScheme())
            || ("http".equals(address.getScheme()) && HERE.contains(address.getHost())));
  }

  /** Without the secret: records print themselves into logs. */
  @Override
  public String toString() {
    return issuer + " as " + client;
  }
}
