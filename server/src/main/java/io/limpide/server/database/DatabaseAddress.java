package io.limpide.server.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a PostgreSQL database is and who asks.
 *
 * @param url of JDBC, without user or password
 * @param user the role that owns the tables
 * @param password may be empty
 */
public record DatabaseAddress(String url, String user, String password) {
  /**
   * Reads {@code postgresql://user:password@host:port/database?options}, as {@code
   * LIMPIDE_DATABASE_URL} holds it.
   *
   * @throws DatabaseException when it is no such address; the text does not repeat it, for it may
   *     hold a password
   */
  public static DatabaseAddress parse(String text) {
    String plain = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
    try {
      URI uri = new URI(plain);
      boolean known = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
      String path = uri.getPath();
      if (!known || uri.getHost() == null || path == null || path.length() < 2) {
        throw new DatabaseException("database.address");
      }
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      String options = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      String[] user = (uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo()).split(":", 2);
      return new DatabaseAddress(
          "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + options,
          decoded(user[0]),
          user.length > 1 ? decoded(user[1]) : "");
    } catch (URISyntaxException e) {
      throw new DatabaseException("database.address");
    }
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Without the password: records print themselves into logs. */
  @Override
  public String toString() {
    return url + " as " + user;
  }
}
