package io.limpide.server.backup;

import io.limpide.server.database.DatabaseAddress;
import io.limpide.server.database.DatabaseException;
import io.limpide.server.web.Json;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Writes the whole base into one file while the server goes on: all of it as it was at one moment,
 * whole or not at all. Memory does not grow with the base.
 *
 * <p>The file is a ZIP archive: {@code tables/NAME.copy} holds the rows of a table as PostgreSQL's
 * COPY writes text, and {@code manifest.json} tells the rest. The text form is the same in every
 * release of PostgreSQL.
 */
public final class Backup {
  static final String MANIFEST = "manifest.json";
  private static final int SPEED = 3; // of Deflater: most of the gain for a third of the time

  private Backup() {}

  /**
   * What was written.
   *
   * @param tables how many
   * @param rows of all tables
   * @param bytes of the file
   */
  public record Written(int tables, long rows, long bytes) {}

  static String entry(String table) {
    return "tables/" + table + ".copy";
  }

  /**
   * Writes a backup; a file of that name is replaced once the new one is whole.
   *
   * @param actor in whose name, for the journal
   * @throws DatabaseException when the database or the file cannot be used
   */
  public static Written write(DatabaseAddress address, Path file, String actor) {
    Path target = file.toAbsolutePath().normalize();
    Path part =
        target.resolveSibling(target.getFileName() + ".part-" + ProcessHandle.current().pid());
    try (Connection connection = address.connect()) {
      part.toFile().deleteOnExit(); // also when interrupted
      Manifest manifest = writePart(connection, part);
      long bytes = Files.size(part);
      note(connection, actor, manifest);
      replace(part, target);
      return new Written(manifest.tables().size(), manifest.rows(), bytes);
    } catch (IOException e) {
      throw new DatabaseException("backup.unwritable", target.toString());
    } catch (SQLException e) {
      throw new DatabaseException(
          "backup.interrupted", address.place(), String.valueOf(e.getSQLState()));
    } finally {
      part.toFile().delete();
    }
  }

  private static Manifest writePart(Connection connection, Path part)
      throws IOException, SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read read only");
      statement.execute("set local statement_timeout to 0");
      statement.execute("set local lock_timeout to '60s'");
      statement.execute("set local idle_in_transaction_session_timeout to 0");
      statement.execute("set local bytea_output to 'hex'");
    }
    try (FileChannel channel = create(part);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      zip.setLevel(SPEED);
      Manifest manifest = writeTables(connection, zip);
      zip.putNextEntry(new ZipEntry(MANIFEST));
      zip.write(Json.text(manifest).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      zip.finish();
      out.flush();
      channel.force(true);
      return manifest;
    } finally {
      connection.rollback(); // it only looked
      connection.setAutoCommit(true);
    }
  }

  private static FileChannel create(Path part) throws IOException {
    FileAttribute<?>[] ownerAlone =
        part.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    return FileChannel.open(
        part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerAlone);
  }

  private static Manifest writeTables(Connection connection, ZipOutputStream zip)
      throws IOException, SQLException {
    Map<String, List<String>> tables = Catalogue.tables(connection); // the snapshot begins here
    String now = Instant.now().toString();
    String version = Catalogue.version(connection);
    try (Statement statement = connection.createStatement()) { // no migration under our feet
      statement.execute(
          tables.keySet().stream()
              .map(Catalogue::qualified)
              .collect(Collectors.joining(", ", "lock table ", " in access share mode")));
    }
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    List<Manifest.Table> written = new ArrayList<>();
    for (Map.Entry<String, List<String>> table : tables.entrySet()) {
      zip.putNextEntry(new ZipEntry(entry(table.getKey())));
      DigestOutputStream digest = new DigestOutputStream(new Open(zip), Digests.sha256());
      long rows =
          copy.copyOut(
              "copy " + Catalogue.target(table.getKey(), table.getValue()) + " to stdout", digest);
      zip.closeEntry();
      MessageDigest sum = digest.getMessageDigest();
      written.add(
          new Manifest.Table(
              table.getKey(), table.getValue(), rows, HexFormat.of().formatHex(sum.digest())));
    }
    return new Manifest(Manifest.FORMAT, version, now, written, sequences(connection));
  }

  /** Read after the rows: a sequence knows no snapshot, and must be past every number in them. */
  private static List<Manifest.Sequence> sequences(Connection connection) throws SQLException {
    List<Manifest.Sequence> sequences = new ArrayList<>();
    for (String name : Catalogue.sequences(connection)) {
      try (Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "select last_value, is_called from " + Catalogue.qualified(name))) {
        row.next();
        sequences.add(new Manifest.Sequence(name, row.getLong(1), row.getBoolean(2)));
      }
    }
    return sequences;
  }

  /** Whoever takes all of it with them is named in it. */
  private static void note(Connection connection, String actor, Manifest manifest)
      throws SQLException {
    Deeds.append(
        connection,
        actor,
        "base.backed_up",
        Map.of("tables", manifest.tables().size(), "rows", manifest.rows()));
  }

  private static void replace(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
    Path folder = target.getParent();
    if (folder != null && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
        entry.force(true); // the new name, too, outlives a power cut
      }
    }
  }

  /** Stays open: an entry ends, the archive goes on. */
  private static final class Open extends FilterOutputStream {
    Open(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
