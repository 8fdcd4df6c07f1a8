package io.limpide.server.backup;

import io.limpide.server.database.Migrations;
import io.limpide.server.web.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;

/** A backup that was read through once and holds what its manifest says. */
final class BackupFile implements AutoCloseable {
  private static final int LONGEST_MANIFEST = 16_000_000;

  private final ZipFile zip;
  private final Manifest manifest;

  private BackupFile(ZipFile zip, Manifest manifest) {
    this.zip = zip;
    this.manifest = manifest;
  }

  /**
   * Opens a backup and looks at every byte of it.
   *
   * @throws UnusableBackup when it is none, damaged, or of a newer Limpide
   */
  static BackupFile open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UnusableBackup("restore.no_file", file.toString());
    }
    ZipFile zip = null;
    try {
      zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
      Manifest manifest = manifest(zip, file);
      if (manifest.format() > Manifest.FORMAT || !Migrations.known(manifest.version())) {
        throw new UnusableBackup("restore.newer", file.toString(), manifest.version());
      }
      BackupFile backup = new BackupFile(zip, manifest);
      for (Manifest.Table table : manifest.tables()) {
        backup.check(table, file);
      }
      return backup;
    } catch (IOException e) {
      close(zip);
      throw new UnusableBackup("restore.damaged", file.toString());
    } catch (UnusableBackup e) {
      close(zip);
      throw e;
    }
  }

  private static Manifest manifest(ZipFile zip, Path file) throws IOException {
    ZipEntry entry = zip.getEntry(Backup.MANIFEST);
    if (entry == null) {
      throw new UnusableBackup("restore.none", file.toString());
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] text = in.readNBytes(LONGEST_MANIFEST);
      return Json.read(new String(text, StandardCharsets.UTF_8), Manifest.class);
    } catch (JacksonException | NullPointerException e) {
      throw new UnusableBackup("restore.damaged", file.toString());
    }
  }

  private void check(Manifest.Table table, Path file) throws IOException {
    try (DigestInputStream in = new DigestInputStream(rows(table), Digests.sha256())) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      String found = HexFormat.of().formatHex(in.getMessageDigest().digest());
      if (!found.equals(table.sha256())) {
        throw new UnusableBackup("restore.damaged", file.toString());
      }
    }
  }

  Manifest manifest() {
    return manifest;
  }

  /** Returns the rows of a table, as COPY takes them. */
  InputStream rows(Manifest.Table table) throws IOException {
    ZipEntry entry = zip.getEntry(Backup.entry(table.name()));
    if (entry == null) {
      throw new IOException("no entry of " + table.name());
    }
    return zip.getInputStream(entry);
  }

  @Override
  public void close() {
    close(zip);
  }

  private static void close(@org.jspecify.annotations.Nullable ZipFile zip) {
    try {
      if (zip != null) {
        zip.close();
      }
    } catch (IOException e) {
      // it was only read
    }
  }
}
