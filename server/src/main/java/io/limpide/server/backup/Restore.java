package io.limpide.server.backup;

import io.limpide.server.database.DatabaseAddress;
import io.limpide.server.database.DatabaseException;
import io.limpide.server.database.Migrations;
import io.limpide.server.journal.JournalCheck;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Brings a backup back in one transaction: after it, either all is as the file says or nothing was
 * changed. A backup of an older version is first restored as it was, then migrated.
 */
public final class Restore implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Connection connection;
  private final DatabaseAddress address;

  private Restore(Connection connection, DatabaseAddress address) {
    this.connection = connection;
    this.address = address;
  }

  /**
   * What was restored.
   *
   * @param tables how many
   * @param rows of all tables
   * @param createdAt when the backup was made
   */
  public record Restored(int tables, long rows, String createdAt) {}

  /**
   * What stands in a base that would be replaced.
   *
   * @param accounts how many people have one
   * @param parties how many
   * @param entries of the journal
   * @param last day of the last entry; empty when there is none
   */
  public record Standing(long accounts, long parties, long entries, String last) {
    /** Returns whether nobody has ever done anything here. */
    public boolean empty() {
      return accounts == 0 && parties == 0 && entries == 0;
    }
  }

  /**
   * Takes a database for restoring; servers that start meanwhile wait.
   *
   * @throws DatabaseException when a server works on it
   */
  public static Restore into(DatabaseAddress address) {
    try {
      Connection connection = address.connect();
      try {
        Migrations.takeTurn(connection);
        if (inUse(connection)) {
          throw new DatabaseException("restore.in_use", address.place());
        }
        return new Restore(connection, address);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw failed(address, e);
    }
  }

  private static boolean inUse(Connection connection) throws SQLException {
    return number(
            connection,
            """
            select count(*) from pg_stat_activity
             where datname = current_database() and application_name like 'limpide-%'
            """)
        > 0;
  }

  /** Returns what would be replaced. */
  public Standing standing() {
    try {
      if (number(connection, "select count(to_regclass('limpide.journal_head'))") == 0) {
        return new Standing(0, 0, 0, "");
      }
      try (Statement statement = connection.createStatement();
          ResultSet last =
              statement.executeQuery(
                  "select coalesce(to_char(max(at), 'YYYY-MM-DD'), '') from limpide.journal")) {
        last.next();
        return new Standing(
            number(connection, "select count(*) from limpide.account"),
            number(connection, "select count(*) from limpide.party"),
            number(connection, "select count(*) from limpide.journal"),
            last.getString(1));
      }
    } catch (SQLException e) {
      throw failed(address, e);
    }
  }

  /**
   * Replaces the base by what a file holds.
   *
   * @param actor in whose name, for the journal
   * @throws UnusableBackup when the file cannot be restored
   * @throws DatabaseException when the database refuses
   */
  public Restored from(Path file, String actor) {
    try (BackupFile backup = BackupFile.open(file)) {
      connection.setAutoCommit(false);
      try {
        Restored restored = restore(backup, file, actor);
        connection.commit();
        return restored;
      } finally {
        connection.rollback(); // nothing after a commit
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw failed(address, e);
    } catch (IOException e) {
      throw new UnusableBackup("restore.damaged", file.toString());
    }
  }

  private Restored restore(BackupFile backup, Path file, String actor)
      throws SQLException, IOException {
    Manifest manifest = backup.manifest();
    OneTransaction whole = new OneTransaction(connection);
    run("set local statement_timeout to 0");
    run("set local lock_timeout to '10s'");
    run("drop schema if exists limpide cascade");
    Migrations.migrate(whole, Optional.of(manifest.version()));
    run("set local search_path to pg_catalog"); // names are written out in full
    load(backup, file);
    Migrations.migrate(whole, Optional.empty());
    run("set local search_path to limpide, public");
    run("delete from session"); // who signed out stays out
    JournalCheck.Result journal = JournalCheck.verifyWithin(connection, Optional.empty());
    if (journal.broken() > 0) {
      throw new UnusableBackup(
          "restore.journal", file.toString(), String.valueOf(journal.broken()));
    }
    Deeds.append(
        connection,
        actor,
        "base.restored",
        Map.of("created_at", manifest.createdAt(), "rows", manifest.rows()));
    run("analyze");
    return new Restored(manifest.tables().size(), manifest.rows(), manifest.createdAt());
  }

  private void load(BackupFile backup, Path file) throws SQLException, IOException {
    Manifest manifest = backup.manifest();
    Map<String, List<String>> tables = Catalogue.tables(connection);
    Catalogue.Hindrances hindrances = Catalogue.hindrances(connection);
    for (String order : hindrances.remove()) {
      run(order);
    }
    run(
        tables.keySet().stream()
            .map(Catalogue::qualified)
            .collect(Collectors.joining(", ", "truncate ", "")));
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    for (Manifest.Table table : manifest.tables()) {
      if (!table.columns().equals(tables.get(table.name()))) {
        throw new UnusableBackup("restore.other_table", file.toString(), table.name());
      }
      try (InputStream rows = backup.rows(table)) {
        long copied =
            copy.copyIn(
                "copy " + Catalogue.target(table.name(), table.columns()) + " from stdin",
                rows,
                BUFFER);
        if (copied != table.rows()) {
          throw new UnusableBackup("restore.damaged", file.toString());
        }
      }
    }
    for (Manifest.Sequence sequence : manifest.sequences()) {
      run(
          "select setval('%s'::regclass, %d, %b)"
              .formatted(
                  Catalogue.qualified(sequence.name()).replace("'", "''"),
                  sequence.last(),
                  sequence.called()));
    }
    for (String order : hindrances.make()) {
      run(order);
    }
  }

  private void run(String order) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(order);
    }
  }

  private static long number(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static DatabaseException failed(DatabaseAddress address, SQLException e) {
    return new DatabaseException(
        "restore.failed", address.place(), String.valueOf(e.getSQLState()));
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // the lock goes with the connection
    }
  }
}
