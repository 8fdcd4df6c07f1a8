package io.limpide.connect.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The folder of a run's results, where files appear whole or not at all.
 *
 * <p>Everything is written to a hidden folder beside its place and moved there by {@link #commit};
 * {@link #close} without it, an interrupt (Ctrl-C) or a stop of the program leaves the folder as it
 * was. A program that was killed leaves the hidden folder behind: the next one that opens the same
 * results clears it away, or finishes its commit if it had begun.
 *
 * <p>One thread writes; an interrupt may come from another.
 */
public final class OutputFolder implements AutoCloseable {
  private final Path folder;
  private final List<Path> inputs;
  private final List<Path> made;
  private final Staging staging;
  private final Map<String, Open> files = new LinkedHashMap<>();
  private final Thread hook = new Thread(this::abandon, "limpide-results");
  private boolean closed;

  private OutputFolder(Path folder, List<Path> inputs, List<Path> made, Staging staging) {
    this.folder = folder;
    this.inputs = inputs;
    this.made = made;
    this.staging = staging;
  }

  /**
   * Opens a folder for results and makes it where it is missing.
   *
   * @param inputs the files that are read; none of them is ever overwritten
   * @throws OutputException when nothing can be written there
   */
  public static OutputFolder open(Path folder, Collection<Path> inputs) throws OutputException {
    Path place = folder.toAbsolutePath().normalize();
    if (Files.exists(place) && !Files.isDirectory(place)) {
      throw new OutputException("not_folder", null, place.toString());
    }
    List<Path> made = new ArrayList<>();
    try {
      for (Path at = place; at != null && !Files.exists(at); at = at.getParent()) {
        made.add(at);
      }
      Files.createDirectories(place);
      Staging.recover(place);
      OutputFolder results =
          new OutputFolder(place, List.copyOf(inputs), made, Staging.make(place));
      Runtime.getRuntime().addShutdownHook(results.hook);
      return results;
    } catch (IOException e) {
      made.forEach(OutputFolder::deleteIfEmpty);
      throw OutputException.of(place, e);
    } catch (IllegalStateException e) {
      throw new OutputException("stopping", null, place.toString());
    }
  }

  /** Returns the folder, absolute. */
  public Path path() {
    return folder;
  }

  /** Returns where a result will be after {@link #commit}. */
  public Path path(String name) {
    return folder.resolve(name);
  }

  /**
   * Begins a result; the caller closes it before the commit.
   *
   * @param name of the file, without folders; each once
   * @throws OutputException when it would overwrite an input, or cannot be written
   */
  public synchronized OutputStream file(String name) throws OutputException {
    if (name.isEmpty() || !Path.of(name).getFileName().toString().equals(name)) {
      throw new IllegalArgumentException("not the name of a file: " + name);
    }
    Path target = folder.resolve(name);
    if (closed) {
      throw new OutputException("stopping", null, target.toString());
    }
    if (files.containsKey(name)) {
      throw new IllegalArgumentException("written twice: " + name);
    }
    try {
      if (isInput(target)) {
        throw new OutputException("input", null, target.toString());
      }
      if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
        throw new OutputException("is_folder", null, target.toString());
      }
      Open file = new Open(staging.create(name), target);
      files.put(name, file);
      return file;
    } catch (IOException e) {
      throw OutputException.of(target, e);
    }
  }

  /** Begins a table as CSV. */
  public TableWriter csv(String name, CsvStyle style) throws OutputException {
    return new CsvWriter(file(name), style);
  }

  /** Begins a table as a workbook. */
  public TableWriter xlsx(String name) throws IOException {
    String sheet = name.endsWith(".xlsx") ? name.substring(0, name.length() - 5) : name;
    return new XlsxWriter(file(name), sheet);
  }

  private boolean isInput(Path target) throws IOException {
    for (Path input : inputs) {
      boolean same =
          (Files.exists(target) && Files.exists(input))
              ? Files.isSameFile(target, input)
              : input.toAbsolutePath().normalize().equals(target);
      if (same) {
        return true;
      }
    }
    return false;
  }

  /**
   * Puts all results in place, over those of an earlier run; all or, if it fails, none.
   *
   * @throws OutputException when a place is taken or locked, as by a spreadsheet that shows it
   */
  public synchronized void commit() throws OutputException {
    if (closed) {
      throw new OutputException("stopping", null, folder.toString());
    }
    files.forEach(
        (name, file) -> {
          if (!file.complete) {
            throw new IllegalStateException("not closed: " + name);
          }
        });
    staging.place(files.keySet());
    made.clear();
    files.clear();
    close();
  }

  /** Leaves the folder; without {@link #commit} as it was. */
  @Override
  public void close() {
    abandon();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is stopping: the hook runs, and finds nothing left to do.
    }
  }

  private synchronized void abandon() {
    if (closed) {
      return;
    }
    closed = true;
    files.values().forEach(Open::drop);
    staging.delete();
    made.forEach(OutputFolder::deleteIfEmpty);
  }

  private static void deleteIfEmpty(Path directory) {
    try {
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      // Not empty: somebody else uses it.
    }
  }

  /** A result being written; complete once closed without a fault. */
  private static final class Open extends OutputStream {
    private final WordedStream out;
    private boolean complete;
    private boolean failed;

    private Open(OutputStream out, Path target) {
      this.out = new WordedStream(out, target);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        failed = true;
        throw e;
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
      complete = !failed;
    }

    private void drop() {
      try {
        out.close();
      } catch (IOException e) {
        // It is thrown away anyway.
      }
    }
  }
}
