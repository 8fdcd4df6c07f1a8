package io.limpide.server.database;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a PostgreSQL database is and who asks.
 *
 * @param url of JDBC, without user or password
 * @param user the role that owns the tables
 * @param password may be empty
 */
public record DatabaseAddress(String url, String user, String password) {
  // No java.net.URI: it takes no host with an underscore, such as containers have.
  private static final Pattern FORM =
      Pattern.compile(
          "(?:jdbc:)?postgres(?:ql)?://(?:(?<who>[^/]*)@)?"
              + "(?<host>\\[[0-9A-Fa-f:.]+]|[^\\s:/@?\\[\\]]+)(?::(?<port>\\d{1,5}))?"
              + "/(?<base>[^/?\\s]+)(?:\\?(?<options>\\S*))?");

  /**
   * Reads {@code postgresql://user:password@host:port/database?options}, as {@code
   * LIMPIDE_DATABASE_URL} holds it; user and password may stand among the options, too.
   *
   * @throws DatabaseException when it is no such address; the text does not repeat it, for it may
   *     hold a password
   */
  public static DatabaseAddress parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new DatabaseException("database.address");
    }
    String[] who = (form.group("who") == null ? "" : form.group("who")).split(":", 2);
    String user = decoded(who[0]);
    String password = who.length > 1 ? decoded(who[1]) : "";
    StringBuilder options = new StringBuilder();
    for (String option :
        (form.group("options") == null ? "" : form.group("options")).split("&", -1)) {
      if (option.startsWith("user=")) {
        user = decoded(option.substring("user=".length()));
      } else if (option.startsWith("password=")) {
        password = decoded(option.substring("password=".length()));
      } else if (!option.isEmpty()) {
        options.append(options.isEmpty() ? '?' : '&').append(option);
      }
    }
    String port = form.group("port") == null ? "" : ":" + form.group("port");
    return new DatabaseAddress(
        "jdbc:postgresql://" + form.group("host") + port + "/" + form.group("base") + options,
        user,
        password);
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) { // a percent sign that stands for itself
      throw new DatabaseException("database.address");
    }
  }

  /** Connects; the caller closes. */
  public Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("logServerErrorDetail", "false"); // a detail repeats values of a row
    properties.setProperty("ApplicationName", "limpide");
    return DriverManager.getConnection(url, properties);
  }

  /** Returns where it is, as people may be told: options may hold secrets. */
  public String place() {
    int options = url.indexOf('?');
    return url.substring("jdbc:".length(), options < 0 ? url.length() : options);
  }

  /** Without password and options: records print themselves into logs. */
  @Override
  public String toString() {
    return place() + " as " + user;
  }
}
