package io.limpide.bench.peers;

import io.limpide.engine.cluster.Evaluation;
import io.limpide.engine.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Duke and its Lucene, fetched by Maven for this only and run as a program of its own. */
final class Duke {
  private final Path libraries;
  private final Path configuration;

  private Duke(Path libraries, Path configuration) {
    this.libraries = libraries;
    this.configuration = configuration;
  }

  /** Returns it ready to run; empty, after a word about it, where it cannot be had. */
  static Optional<Duke> in(Path folder, Path scripts) throws IOException, InterruptedException {
    Path libraries = folder.resolve("duke");
    if (!Files.exists(libraries.resolve("duke-1.2.jar"))) {
      System.out.println("Fetching Duke 1.2");
      List<String> fetch =
          List.of(
              "mvn",
              "-B",
              "-q",
              "-f",
              scripts.resolve("duke.pom.xml").toString(),
              "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies",
              "-DoutputDirectory=" + libraries);
      try {
        if (new ProcessBuilder(fetch).inheritIO().start().waitFor() != 0) {
          return missing();
        }
      } catch (IOException e) {
        return missing();
      }
    }
    return Optional.of(new Duke(libraries, scripts.resolve("duke.xml")));
  }

  private static Optional<Duke> missing() {
    System.out.println("Duke is left out: it cannot be had here.");
    return Optional.empty();
  }

  /** Runs over a prepared file of persons. */
  Watched run(Path prepared, Path links) throws IOException, InterruptedException {
    Path configured = links.resolveSibling("duke.xml");
    Files.writeString(
        configured, Files.readString(configuration).replace("@FILE@", prepared.toString()));
    return Watched.run(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-cp",
            libraries + "/*",
            "no.priv.garshol.duke.Duke",
            "--threads=" + Runtime.getRuntime().availableProcessors(),
            "--linkfile=" + links,
            configured.toString()));
  }

  /** Puts records together along its links, and compares them with the truth. */
  static Evaluation evaluate(Table table, Path links, int[] truth) throws IOException {
    Map<String, Integer> rows = new HashMap<>();
    int[] group = new int[table.rows()];
    for (int row = 0; row < group.length; row++) {
      group[row] = row;
      rows.put(table.columns().get(0).value(row), row);
    }
    for (String line : Files.readAllLines(links)) {
      String[] link = line.split(",", -1);
      if (link[0].equals("+")) {
        int one = root(group, rows.getOrDefault(link[1], 0));
        int other = root(group, rows.getOrDefault(link[2], 0));
        group[Math.max(one, other)] = Math.min(one, other);
      }
    }
    int[] roots = new int[group.length];
    for (int row = 0; row < roots.length; row++) {
      roots[row] = root(group, row);
    }
    return Evaluation.ofClusters(roots, truth);
  }

  private static int root(int[] group, int row) {
    int at = row;
    while (group[at] != at) {
      at = group[at];
    }
    return at;
  }
}
