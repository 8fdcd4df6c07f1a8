package io.limpide.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.limpide.engine.message.Messages;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a named database must be, against a PostgreSQL 15 as Debian has it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SafetyCheckTest {
  private static final Messages ENGLISH = Messages.of(Locale.ENGLISH, DatabaseException.class);

  private NamedPostgres postgres = unstarted();

  @SuppressWarnings("NullAway") // started before each test
  private static NamedPostgres unstarted() {
    return null;
  }

  @BeforeAll
  void start() {
    postgres = NamedPostgres.start();
    postgres.run(
        "postgres",
        "create role limpide login createrole password 'p'",
        "create database customers owner limpide",
        "create role modest login password 'p'",
        "create database modest owner modest",
        "create role guest login password 'p'",
        "create database latin owner limpide encoding 'LATIN1' locale 'C' template template0");
  }

  @AfterAll
  void stop() {
    if (postgres != null) {
      postgres.close();
    }
  }

  private String said(String url) {
    Throwable refused =
        catchThrowable(() -> Database.open(Path.of("unused"), Optional.of(url)).close());
    assertThat(refused).isInstanceOf(DatabaseException.class);
    return ((DatabaseException) refused).describe(ENGLISH).replaceAll(":\\d{4,5}/", ":PORT/");
  }

  @ParameterizedTest(name = "{0} is release {1}, too old: {2}")
  @CsvSource({"140099, 14, true", "150000, 15, false", "150018, 15, false", "180006, 18, false"})
  void takes_release_15_and_newer(int number, int release, boolean old) {
    assertThat(SafetyCheck.major(number)).isEqualTo(release);
    assertThat(SafetyCheck.tooOld(release)).isEqualTo(old);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "on, false",
    "remote_write, false",
    "remote_apply, false",
    "off, true",
    "local, true"
  })
  void knows_which_settings_may_lose_what_was_acknowledged(String value, boolean unsafe) {
    assertThat(SafetyCheck.unsafe(value)).isEqualTo(unsafe);
  }

  @Test
  void refuses_a_database_that_does_not_wait_for_the_disk() {
    try (NamedPostgres careless = NamedPostgres.start("fsync=off")) {
      assertThat(said(careless.url("postgres", "secret of the owner", "postgres")))
          .isEqualTo(
              "The database has fsync = off: a crash could lose what Limpide told people was saved."
                  + " Set fsync to on and start again.");
    }
  }

  @Test
  void refuses_a_role_whose_commits_are_not_waited_for() {
    postgres.run(
        "postgres",
        "create role hasty login createrole password 'p'",
        "alter role hasty set synchronous_commit to off",
        "create database hasty owner hasty");

    assertThat(said(postgres.url("hasty", "p", "hasty")))
        .startsWith("The database has synchronous_commit = off:");
  }

  @Test
  void says_that_the_password_is_wrong_and_does_not_repeat_it() {
    assertThat(said(postgres.url("limpide", "not_that_one", "customers")))
        .isEqualTo(
            "The database at postgresql://127.0.0.1:PORT/customers does not let limpide in. Check"
                + " user and password in LIMPIDE_DATABASE_URL, and pg_hba.conf of that server;"
                + " nothing was changed.");
  }

  @Test
  void says_that_nobody_answers() {
    assertThat(said("postgresql://a:secret@127.0.0.1:1/customers"))
        .isEqualTo(
            "The database at postgresql://127.0.0.1:1/customers does not answer (08001). Check the"
                + " address and that it is running; nothing was changed.");
  }

  @Test
  void says_how_to_make_a_database_that_is_not_there() {
    assertThat(said(postgres.url("limpide", "p", "nowhere")))
        .contains("There is no database at postgresql://127.0.0.1:PORT/nowhere. Create it:");
  }

  @Test
  void refuses_another_encoding() {
    assertThat(said(postgres.url("limpide", "p", "latin")))
        .startsWith("The database is in LATIN1.");
  }

  @Test
  void says_what_the_administrator_has_to_run_for_a_role_that_may_not_create_roles() {
    try (NamedPostgres other = NamedPostgres.start()) {
      other.run(
          "postgres", "create role modest login password 'p'", "create database m owner modest");
      String url = other.url("modest", "p", "m");

      assertThat(said(url))
          .isEqualTo(
              "Limpide works as a role that may not alter the journal, and may not create it. Have"
                  + " the administrator of the database run: CREATE ROLE limpide_app NOLOGIN;"
                  + " GRANT limpide_app TO modest; Nothing was changed.");

      other.run("postgres", "create role limpide_app nologin");
      assertThat(said(url))
          .contains("administrator of the database run: GRANT limpide_app TO modest;");

      other.run("postgres", "grant limpide_app to modest");
      Database.open(Path.of("unused"), Optional.of(url)).close();
      Migrations.migrate(DatabaseAddress.parse(url)); // and what was asked for is enough
    }
  }

  @Test
  void says_whose_the_database_must_be() {
    assertThat(said(postgres.url("guest", "p", "modest")))
        .contains("administrator of the database run: ALTER DATABASE modest OWNER TO guest;");
  }

  @Test
  void makes_the_schema_as_an_owner_who_is_no_superuser() throws SQLException {
    DatabaseAddress address = DatabaseAddress.parse(postgres.url("limpide", "p", "customers"));

    Migrations.migrate(address);

    try (Connection connection = address.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from limpide.journal_head")) {
      rows.next();
      assertThat(rows.getInt(1)).isEqualTo(1);
    }
  }
}
