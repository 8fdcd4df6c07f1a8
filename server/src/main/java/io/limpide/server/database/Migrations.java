package io.limpide.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The versions of the schema, each made from the one before. */
public final class Migrations {
  /** The schema of everything. */
  public static final String SCHEMA = "limpide";

  /** By which servers that start at the same time wait for one another. */
  private static final long LOCK = 0x4c696d70696465L; // "Limpide"

  private Migrations() {}

  /** Brings the schema to this version; a newer one is refused. */
  public static void migrate(DatabaseAddress address) {
    try (Connection turn = address.connect()) {
      takeTurn(turn);
      migrate(
          new DriverManagerDataSource(address.url(), address.user(), address.password()),
          Optional.empty());
    } catch (SQLException e) {
      throw new DatabaseException(
          "database.unreachable", address.place(), String.valueOf(e.getSQLState()));
    }
  }

  /** Waits until nobody else changes the schema; the turn ends with the connection. */
  public static void takeTurn(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_lock(" + LOCK + ")");
    }
  }

  /**
   * Brings the schema to a version.
   *
   * @param version wanted; the newest one when empty
   */
  public static void migrate(DataSource connections, Optional<String> version) {
    FluentConfiguration configuration = configuration(connections);
    version.ifPresent(configuration::target);
    try {
      configuration.load().migrate();
    } catch (FlywayException e) {
      throw new DatabaseException("database.migration", String.valueOf(e.getErrorCode()));
    }
  }

  /** Returns whether this program knows a version of the schema. */
  public static boolean known(String version) {
    try {
      return Arrays.stream(
              new PathMatchingResourcePatternResolver()
                  .getResources("classpath*:db/migration/V*__*.sql"))
          .map(Resource::getFilename)
          .filter(Objects::nonNull)
          .map(name -> name.substring(1, name.indexOf("__")))
          .anyMatch(version::equals);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FluentConfiguration configuration(DataSource connections) {
    return Flyway.configure()
        .dataSource(connections)
        .schemas(SCHEMA)
        .defaultSchema(SCHEMA)
        .createSchemas(true)
        .connectRetries(3);
  }
}
