package io.limpide.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Splink in a virtual environment of its own, made when it is not there. */
final class Splink {
  private static final List<String> PACKAGES = List.of("splink==5.0.0", "duckdb==2.0.1");

  private final Path python;
  private final Path script;
  private final Path out;

  private Splink(Path python, Path script, Path out) {
    this.python = python;
    this.script = script;
    this.out = out;
  }

  /** Returns it ready to run; empty, after a word about it, where it cannot be had. */
  static Optional<Splink> in(Path folder, Path script) throws IOException, InterruptedException {
    Path home = folder.resolve("splink");
    Path python = home.resolve("bin/python");
    if (!Files.exists(home.resolve("ready"))) {
      System.out.println("Installing " + String.join(", ", PACKAGES));
      List<String> install = new java.util.ArrayList<>();
      install.addAll(List.of(python.toString(), "-m", "pip", "install", "--quiet"));
      install.addAll(PACKAGES);
      if (!runs(List.of("python3", "-m", "venv", home.toString())) || !runs(install)) {
        System.out.println("Splink is left out: Python 3 or its packages cannot be had here.");
        return Optional.empty();
      }
      Files.createFile(home.resolve("ready"));
    }
    return Optional.of(new Splink(python, script, folder));
  }

  /** Runs a job; the groups are in {@link #groups}. */
  Cost run(Job job, Path prepared) throws IOException, InterruptedException {
    String threads = String.valueOf(Runtime.getRuntime().availableProcessors());
    List<String> command =
        List.of(
            python.toString(),
            script.toString(),
            job.name(),
            prepared.toString(),
            out.toString(),
            threads);
    if (!runs(command)) {
      throw new IOException(String.join(" ", command) + " failed");
    }
    Properties note = new Properties();
    try (var in = Files.newBufferedReader(out.resolve("splink.properties"))) {
      note.load(in);
    }
    return new Cost(note);
  }

  /** Returns the file of groups of the last run at a threshold. */
  Path groups(String threshold) {
    return out.resolve("splink-" + threshold + ".csv");
  }

  private static boolean runs(List<String> command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
