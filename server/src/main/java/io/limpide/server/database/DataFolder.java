package io.limpide.server.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The folder that holds everything of a server, open to nobody else: what lies in it is personal
 * data, or opens the way to it.
 *
 * @param path absolute
 */
public record DataFolder(Path path) {
  private static final String LOCK = "limpide.lock";
  private static final Set<PosixFilePermission> OWNER_ALONE =
      PosixFilePermissions.fromString("rwx------");

  public DataFolder {
    path = path.toAbsolutePath().normalize();
  }

  /**
   * Makes the folder if need be.
   *
   * @throws DatabaseException when it cannot be written to, or holds what is not ours: it would be
   *     closed to whomever that belongs to
   */
  public DataFolder made() {
    try {
      Files.createDirectories(path);
      if (!Files.exists(lock())) {
        if (!empty()) {
          throw new DatabaseException("data.foreign", path.toString());
        }
        protect(path);
        Files.createFile(lock());
      }
      protect(path);
      return this;
    } catch (IOException e) {
      throw new DatabaseException("data.folder", path.toString());
    }
  }

  /** Returns a folder in it, made if need be, open to its owner alone. */
  public Path folder(String name) {
    try {
      Path folder = Files.createDirectories(path.resolve(name));
      protect(folder);
      return folder;
    } catch (IOException e) {
      throw new DatabaseException("data.folder", path.toString());
    }
  }

  /** Returns the file that whoever uses the folder holds locked. */
  Path lock() {
    return path.resolve(LOCK);
  }

  Path cluster() {
    return path.resolve("postgresql");
  }

  Path password() {
    return path.resolve("postgresql.password");
  }

  private boolean empty() throws IOException {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(path)) {
      return !children.iterator().hasNext();
    }
  }

  /** On Windows a folder in somebody's home is closed to others already. */
  private static void protect(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        && !Files.getPosixFilePermissions(folder).equals(OWNER_ALONE)) {
      Files.setPosixFilePermissions(folder, OWNER_ALONE);
    }
  }
}
