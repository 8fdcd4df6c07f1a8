package io.limpide.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
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
    try (Connection turn = SafetyCheck.connect(address);
        Statement statement = turn.createStatement()) {
      statement.execute("select pg_advisory_lock(" + LOCK + ")"); // until the connection closes
      migrate(
          new DriverManagerDataSource(address.url(), address.user(), address.password()),
          Optional.empty());
    } catch (SQLException e) {
      throw new DatabaseException(
          "database.unreachable", address.place(), String.valueOf(e.getSQLState()));
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
    MigrationVersion wanted = MigrationVersion.fromVersion(version);
    Flyway flyway = Flyway.configure().locations("classpath:db/migration").load();
    return Arrays.stream(flyway.info().all())
        .map(MigrationInfo::getVersion)
        .anyMatch(wanted::equals);
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
