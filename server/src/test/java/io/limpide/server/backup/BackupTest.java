package io.limpide.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limpide.server.Running;
import io.limpide.server.account.Role;
import io.limpide.server.database.DatabaseAddress;
import io.limpide.server.database.DatabaseException;
import io.limpide.server.database.Migrations;
import io.limpide.server.journal.Journal;
import io.limpide.server.journal.JournalCheck;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class BackupTest {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Running server = Running.server();

  @TempDir private Path folder = Path.of(".");

  /** Another database of the same PostgreSQL, with nothing in it. */
  private DatabaseAddress emptyBase() {
    String name = "restored_" + NUMBER.incrementAndGet();
    server.owner().sql("create database " + name).update();
    DatabaseAddress here = server.database();
    return new DatabaseAddress(
        here.url().replaceAll("/[^/]*$", "/" + name), here.user(), here.password());
  }

  private static void run(DatabaseAddress address, String order) throws SQLException {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(order);
    }
  }

  private static String ask(DatabaseAddress address, String question) throws SQLException {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** The digest of each table, whatever the order of its rows. */
  private static Map<String, String> digests(DatabaseAddress address) throws SQLException {
    Map<String, String> digests = new TreeMap<>();
    try (Connection connection = address.connect()) {
      for (String table : Catalogue.tables(connection).keySet()) {
        digests.put(
            table,
            ask(
                address,
                "select md5(coalesce(string_agg(t::text, chr(10) order by t::text), '')) from "
                    + Catalogue.qualified(table)
                    + " t"));
      }
    }
    return digests;
  }

  private static JournalCheck.Result journal(DatabaseAddress address) throws SQLException {
    try (Connection connection = address.connect()) {
      return JournalCheck.verify(connection, Optional.empty());
    }
  }

  private Path backup(DatabaseAddress address) {
    Path file = folder.resolve("backup-" + NUMBER.incrementAndGet() + ".zip");
    Backup.write(address, file, "system");
    return file;
  }

  private static Restore.Restored restore(Path file, DatabaseAddress into) {
    try (Restore restore = Restore.into(into)) {
      return restore.from(file, "system");
    }
  }

  /** A base of its own with something of every kind in it. */
  private DatabaseAddress filledBase() throws SQLException {
    DatabaseAddress base = emptyBase();
    Migrations.migrate(base);
    run(
        base,
        """
        set search_path to limpide, public;
        insert into team (name) values (E'tab\\there, line\\nthere, \\\\N and \\\\.');
        insert into account (login, name, role, team_id, totp_secret)
          select 'somebody', 'Zoë "the" O''Hara 🙂', 'steward', id, '\\x00ff0a5c'::bytea from team;
        insert into run (kind, state, account_id) select 'import', 'done', id from account;
        insert into run (kind, state, undoes) select 'undo', 'done', id from run;
        insert into setting (name, value) values ('a.setting', '{"a": [1, null, "\\\\"]}');
        insert into source (name, kind) values ('a file', 'file');
        insert into layout (source_id, columns, fields, digest)
          select id, array['a,b', '', 'c"d'], array['', 'x', 'y'], '\\x01' from source;
        select nextval('party_id') from generate_series(1, 41);
        select journal_append('system', 'a', 'b', null, 'c', '{"n": 1.50}', '{"name": "Zoë"}');
        select journal_append('system', 'a', 'b', 3, 'c', '{}', null);
        """);
    return base;
  }

  @Test
  void brings_everything_back_as_it_was() throws Exception {
    DatabaseAddress base = filledBase();
    Map<String, String> before = digests(base);
    Path file = backup(base);
    DatabaseAddress other = emptyBase();

    Restore.Restored restored = restore(file, other);

    assertThat(restored.tables()).isEqualTo(before.size());
    Map<String, String> after = digests(other);
    for (String journal : new String[] {"journal", "journal_head"}) { // tells of the restoring
      assertThat(after.remove(journal)).isNotEqualTo(before.remove(journal));
    }
    assertThat(after).isEqualTo(before);
    JournalCheck.Result journal = journal(other);
    assertThat(journal.broken()).isZero();
    assertThat(journal.entries()).isEqualTo(3); // the two, and that it was restored
    assertThat(ask(other, "select nextval('limpide.party_id')")).isEqualTo("42");
    assertThat(ask(other, "insert into limpide.team (name) values ('next') returning id > 1"))
        .isEqualTo("t");
    String objects =
        """
        select string_agg(kind || ' ' || what, chr(10) order by kind, what) from (
          select 'index' as kind, indexdef as what from pg_indexes where schemaname = 'limpide'
          union all
          select 'constraint', conrelid::regclass || ' ' || pg_get_constraintdef(oid)
            from pg_constraint where connamespace = 'limpide'::regnamespace
          union all
          select 'right', relname || ' ' || coalesce(relacl::text, '') from pg_class
           where relnamespace = 'limpide'::regnamespace) all_of_it
        """;
    assertThat(ask(other, objects)).isEqualTo(ask(base, objects));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(ask(base, "select action from limpide.journal order by id desc limit 1"))
        .isEqualTo("base.backed_up");
  }

  @Test
  void holds_one_moment_of_a_server_that_goes_on() throws Exception {
    AtomicBoolean going = new AtomicBoolean(true);
    AtomicInteger done = new AtomicInteger();
    TransactionTemplate transaction =
        new TransactionTemplate(server.part(PlatformTransactionManager.class));
    JdbcClient database = server.part(JdbcClient.class);
    Journal journal = server.part(Journal.class);
    List<Thread> writers = new ArrayList<>();
    for (int writer = 0; writer < 3; writer++) {
      Thread thread =
          new Thread(
              () -> {
                while (going.get()) {
                  transaction.executeWithoutResult(
                      state -> {
                        String name = "team-under-load-" + NUMBER.incrementAndGet();
                        database.sql("insert into team (name) values (?)").param(name).update();
                        journal.append(Journal.Deed.of("system", "load", name, Map.of()));
                      });
                  done.incrementAndGet();
                }
              });
      thread.start();
      writers.add(thread);
    }
    List<Path> files = new ArrayList<>();
    while (done.get() < 20) {
      Thread.onSpinWait();
    }
    for (int round = 0; round < 3; round++) {
      files.add(backup(server.database()));
    }
    going.set(false);
    for (Thread writer : writers) {
      writer.join();
    }

    for (Path file : files) {
      DatabaseAddress other = emptyBase();
      restore(file, other);
      assertThat(
              ask(
                  other,
                  """
                  select (select count(*) from limpide.team where name like 'team-under-load-%')
                       - (select count(*) from limpide.journal where action = 'load')
                  """))
          .isEqualTo("0");
      assertThat(journal(other).broken()).isZero();
    }
  }

  @Test
  void lists_every_table_of_the_schema_by_itself() throws Exception {
    DatabaseAddress base = filledBase();
    run(base, "create table limpide.brand_new (a int, b int generated always as (a + 1) stored)");
    run(base, "insert into limpide.brand_new (a) values (1), (2)");

    try (BackupFile file = BackupFile.open(backup(base))) {
      assertThat(file.manifest().tables())
          .filteredOn(table -> table.name().equals("brand_new"))
          .singleElement()
          .satisfies(table -> assertThat(table.columns()).containsExactly("a"))
          .satisfies(table -> assertThat(table.rows()).isEqualTo(2));
      assertThat(file.manifest().tables()).hasSize(digests(base).size());
    }
  }

  @Test
  void ends_the_sessions_that_were_open() throws Exception {
    server.as(Role.READER);
    DatabaseAddress other = emptyBase();

    restore(backup(server.database()), other);

    assertThat(ask(other, "select count(*) from limpide.session")).isEqualTo("0");
  }

  @Test
  void migrates_a_backup_of_the_first_version_forward() throws Exception {
    DatabaseAddress old = emptyBase();
    try (Connection connection = old.connect()) {
      Migrations.migrate(
          new org.springframework.jdbc.datasource.SingleConnectionDataSource(connection, true),
          Optional.of("1"));
    }
    run(old, "insert into limpide.team (name) values ('of the first days')");
    DatabaseAddress other = emptyBase();

    restore(backup(old), other);

    assertThat(ask(other, "select name from limpide.team")).isEqualTo("of the first days");
    assertThat(
            ask(
                other,
                "select version from limpide.flyway_schema_history order by installed_rank desc"))
        .isEqualTo(
            server
                .owner()
                .sql(
                    "select version from flyway_schema_history order by installed_rank desc limit 1")
                .query(String.class)
                .single());
    assertThat(journal(other).broken()).isZero();
  }

  /** Every way in which a file may have suffered. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"cut", "flipped", "row changed", "table missing", "count changed", "text"})
  void refuses_a_damaged_file_and_changes_nothing(String damage) throws Exception {
    Path file = damaged(backup(filledBase()), damage);
    DatabaseAddress base = filledBase();
    Map<String, String> before = digests(base);

    assertThatThrownBy(() -> restore(file, base)).isInstanceOf(UnusableBackup.class);

    assertThat(digests(base)).isEqualTo(before);
  }

  @Test
  void refuses_a_backup_of_a_newer_limpide_and_changes_nothing() throws Exception {
    Path file = damaged(backup(filledBase()), "newer");
    DatabaseAddress base = filledBase();
    Map<String, String> before = digests(base);

    assertThatThrownBy(() -> restore(file, base))
        .isInstanceOf(UnusableBackup.class)
        .hasMessage("restore.newer [" + file + ", 9999]");

    assertThat(digests(base)).isEqualTo(before);
  }

  @Test
  void refuses_a_base_on_which_a_server_works() {
    assertThatThrownBy(() -> Restore.into(server.database()))
        .isInstanceOf(DatabaseException.class)
        .hasMessageStartingWith("restore.in_use");
  }

  @Test
  void says_what_stands_in_a_base() throws Exception {
    try (Restore restore = Restore.into(emptyBase())) {
      assertThat(restore.standing().empty()).isTrue();
    }
    try (Restore restore = Restore.into(filledBase())) {
      Restore.Standing standing = restore.standing();
      assertThat(standing.accounts()).isEqualTo(1);
      assertThat(standing.entries()).isEqualTo(2);
      assertThat(standing.empty()).isFalse();
    }
  }

  @Test
  void leaves_the_former_file_where_the_new_one_cannot_be_written() throws Exception {
    Path file = backup(filledBase());
    byte[] former = Files.readAllBytes(file);
    DatabaseAddress nowhere =
        new DatabaseAddress(server.database().url() + "_no", "postgres", "no");

    assertThatThrownBy(() -> Backup.write(nowhere, file, "system"))
        .isInstanceOf(DatabaseException.class);
    assertThatThrownBy(
            () -> Backup.write(server.database(), folder.resolve("no/such/b.zip"), "system"))
        .isInstanceOf(DatabaseException.class)
        .hasMessageStartingWith("backup.unwritable");

    assertThat(Files.readAllBytes(file)).isEqualTo(former);
    assertThat(folder).isDirectoryNotContaining(each -> each.toString().contains(".part-"));
  }

  private Path damaged(Path good, String damage) throws IOException {
    Path file = folder.resolve("damaged-" + NUMBER.incrementAndGet() + ".zip");
    byte[] bytes = Files.readAllBytes(good);
    switch (damage) {
      case "cut" -> Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 100));
      case "text" -> Files.writeString(file, "this is no backup");
      case "flipped" -> {
        try (ZipFile zip = new ZipFile(good.toFile())) {
          // the middle of the account's packed row: a name of the entry stands before it
          int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("account.copy");
          bytes[at + "account.copy".length() + 8] ^= 1;
          assertThat(zip.size()).isPositive();
        }
        Files.write(file, bytes);
      }
      default -> {
        try (ZipFile zip = new ZipFile(good.toFile());
            ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
          for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            zip.getInputStream(entry).transferTo(content);
            String text = content.toString(StandardCharsets.UTF_8);
            if (entry.getName().equals("tables/team.copy")) {
              if (damage.equals("table missing")) {
                continue;
              }
              text = damage.equals("row changed") ? text.replace("here", "Here") : text;
            }
            if (entry.getName().equals(Backup.MANIFEST)) {
              text =
                  switch (damage) {
                    case "count changed" -> text.replaceFirst("\"rows\":1,", "\"rows\":2,");
                    case "newer" ->
                        text.replaceFirst("\"version\":\"[^\"]*\"", "\"version\":\"9999\"");
                    default -> text;
                  };
            }
            out.putNextEntry(new ZipEntry(entry.getName()));
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
          }
        }
      }
    }
    return file;
  }
}
