package io.limpide.connect.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The hidden folder in which results are written before they are moved to their place.
 *
 * <p>It lies in the folder of the results, hence on the same file system, where moving is
 * instantaneous. It holds {@code new} (what is written), {@code old} (what was in its place, while
 * results are put in place), {@code lock} (held by the living program, so that others tell what a
 * killed one left) and {@code placing} (written once everything in {@code new} is whole and must go
 * in place).
 */
final class Staging {
  private static final String PREFIX = ".limpide-";

  private final Path folder;
  private final Path home;
  private final FileChannel lock;

  private Staging(Path folder, Path home, FileChannel lock) {
    this.folder = folder;
    this.home = home;
    this.lock = lock;
  }

  /** Makes one for results in a folder. */
  static Staging make(Path folder) throws IOException {
    Path home = Files.createTempDirectory(folder, PREFIX);
    try {
      FileChannel lock =
          FileChannel.open(
              home.resolve("lock"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      hold(lock);
      Files.createDirectory(home.resolve("new"));
      Files.createDirectory(home.resolve("old"));
      return new Staging(folder, home, lock);
    } catch (IOException e) {
      deleteAll(home);
      throw e;
    }
  }

  /** Holds the lock; a file system without locks must do without: then nothing is recovered. */
  private static boolean hold(FileChannel lock) {
    try {
      FileLock held = lock.tryLock();
      return held != null && held.isValid();
    } catch (IOException | OverlappingFileLockException e) {
      return false;
    }
  }

  /** Clears away what killed programs left in a folder, and finishes what they had to. */
  static void recover(Path folder) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*")) {
      for (Path home : left) {
        if (Files.isDirectory(home, LinkOption.NOFOLLOW_LINKS)
            && Files.exists(home.resolve("lock"))) {
          recover(folder, home);
        }
      }
    }
  }

  private static void recover(Path folder, Path home) throws IOException {
    try (FileChannel lock = FileChannel.open(home.resolve("lock"), StandardOpenOption.WRITE)) {
      if (!hold(lock)) {
        return; // its program lives
      }
      if (Files.exists(home.resolve("placing"))) {
        try (Stream<Path> files = Files.list(home.resolve("new"))) {
          for (Path file : files.sorted().toList()) {
            move(file, folder.resolve(file.getFileName()));
          }
        }
      }
    }
    deleteAll(home);
  }

  OutputStream create(String name) throws IOException {
    return Files.newOutputStream(
        home.resolve("new").resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Puts all results in place or, when one of them cannot be, leaves everything as it was. */
  void place(Collection<String> names) throws OutputException {
    List<String> put = new ArrayList<>();
    Path at = folder;
    try {
      Files.createFile(home.resolve("placing"));
      for (String name : names) {
        at = folder.resolve(name);
        put.add(name);
        if (Files.exists(at, LinkOption.NOFOLLOW_LINKS)) {
          move(at, home.resolve("old").resolve(name));
        }
        move(home.resolve("new").resolve(name), at);
      }
    } catch (IOException e) {
      OutputException failure = OutputException.of(at, e);
      takeBack(put, failure);
      throw failure;
    }
  }

  private void takeBack(List<String> put, OutputException failure) {
    for (String name : put) {
      Path target = folder.resolve(name);
      Path fresh = home.resolve("new").resolve(name);
      Path old = home.resolve("old").resolve(name);
      try {
        if (!Files.exists(fresh)) {
          move(target, fresh);
        }
        if (Files.exists(old, LinkOption.NOFOLLOW_LINKS)) {
          move(old, target);
        }
      } catch (IOException e) {
        failure.addSuppressed(e);
      }
    }
    try {
      Files.deleteIfExists(home.resolve("placing"));
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Deletes it with everything in it. */
  void delete() {
    try {
      lock.close();
    } catch (IOException e) {
      // The lock goes with the program at the latest.
    }
    deleteAll(home);
  }

  private static void deleteAll(Path home) {
    try (Stream<Path> all = Files.walk(home)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      // What cannot be deleted now is cleared away by the next run here.
    }
  }
}
