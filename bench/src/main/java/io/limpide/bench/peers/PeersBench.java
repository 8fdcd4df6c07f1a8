package io.limpide.bench.peers;

import io.limpide.bench.Arguments;
import io.limpide.bench.Folders;
import io.limpide.bench.Machine;
import io.limpide.bench.generate.Generate;
import io.limpide.bench.speed.Measured;
import io.limpide.bench.speed.OwnProcess;
import io.limpide.connect.ReadOptions;
import io.limpide.connect.Sources;
import io.limpide.connect.UnreadableSourceException;
import io.limpide.engine.cluster.Evaluation;
import io.limpide.engine.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Limpide beside Splink on the same files with the same blocking rules and like comparisons, and
 * beside Duke on a smaller one: {@code PeersBench [--rows 1000000] [--heap 2g] [--times 3]
 * [--datasets DIR] [--scripts DIR] [--out DIR]}.
 *
 * <p>Limpide and Splink take turns; of each the run counts that took least, for on a machine that
 * others use it was disturbed least.
 *
 * <p>Limpide's costs count from the start of its process; Splink's only from the moment its modules
 * are loaded.
 */
public final class PeersBench {
  private static final List<String> WEIGHTS =
      List.of("0", "3.17", "10", "18", "24", "28", "32", "36", "40");
  private static final String USUAL = "3.17"; // a probability of 0.9
  private static final int ROWS_OF_DUKE = 20_000; // a million would take it hours

  private final Path folder;
  private final String heap;
  private final int times;
  private final Optional<Splink> splink;

  private PeersBench(Path folder, String heap, int times, Optional<Splink> splink) {
    this.folder = folder;
    this.heap = heap;
    this.times = times;
    this.splink = splink;
  }

  /** Runs and prints. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, UnreadableSourceException {
    Arguments given = Arguments.parse(arguments);
    Path folder = Path.of(given.text("out", "target/bench")).toAbsolutePath();
    Files.createDirectories(folder);
    System.out.println(Machine.described());
    Path scripts = Path.of(given.text("scripts", "bench/src/main/peers"));
    PeersBench bench =
        new PeersBench(
            folder,
            given.text("heap", "2g"),
            (int) given.number("times", 3),
            Splink.in(
                folder, Path.of(given.text("script", "bench/src/main/peers/splink_peer.py"))));
    int rows = (int) given.number("rows", 1_000_000);
    bench.persons(rows);
    Optional<Duke> duke = Duke.in(folder, scripts);
    if (duke.isPresent()) {
      bench.beside(duke.get(), Math.min(rows, ROWS_OF_DUKE));
    }
    Path historical =
        Path.of(given.text("datasets", "../shared/datasets")).resolve("splink_historical_50k");
    if (Files.isDirectory(historical)) {
      bench.historical(historical);
    } else {
      System.out.println("The historical job is left out: there is no " + historical);
    }
  }

  private void persons(int rows)
      throws IOException, InterruptedException, UnreadableSourceException {
    Path base = Preparation.generated(folder.resolve("persons-" + rows), rows, Generate.SEED);
    Path raw = base.resolve("crm-export.csv");
    Path truth = base.resolve("truth.csv");
    Path prepared = base.resolve("prepared.csv");
    System.out.printf("%n%,d persons, %d MB%n", rows, Files.size(raw) >> 20);
    compare(Job.PERSONS, raw, prepared, truth);
    asCalled(raw, truth);
  }

  private void beside(Duke duke, int rows)
      throws IOException, InterruptedException, UnreadableSourceException {
    Path base = Preparation.generated(folder.resolve("persons-" + rows), rows, Generate.SEED);
    Path raw = base.resolve("crm-export.csv");
    Path truth = base.resolve("truth.csv");
    Path prepared = base.resolve("prepared.csv");
    if (!Files.exists(prepared)) {
      Preparation.run(Job.PERSONS, raw, prepared);
    }
    System.out.printf("%n%,d persons%n", rows);
    Cost limpide = EngineAlone.run(Job.PERSONS, heap, folder, prepared, truth);
    Path links = folder.resolve("duke-links.txt");
    Watched other = duke.run(prepared, links);
    if (other.code() != 0) {
      System.out.println("  Duke is left out: it failed.");
      return;
    }
    Table table = Sources.read(prepared, ReadOptions.DEFAULT).get(0).table();
    System.out.printf(
        Locale.ROOT,
        "  Limpide: %.1f s (CPU %.1f), %.0f MB, F1 %.4f%n"
            + "  Duke 1.2: %.1f s (CPU %.1f), %d MB, F1 %.4f%n",
        limpide.wall(),
        limpide.cpu(),
        limpide.resident(),
        limpide.number("f1"),
        other.wall(),
        other.cpu(),
        other.resident(),
        Duke.evaluate(table, links, Truth.of(table, truth)).f1());
  }

  private void historical(Path set)
      throws IOException, InterruptedException, UnreadableSourceException {
    Path prepared = folder.resolve("historical.csv");
    System.out.printf("%nHistorical persons, loose blocking%n");
    compare(
        Job.HISTORICAL, set.resolve("records.csv"), prepared, set.resolve("truth_clusters.csv"));
  }

  private void compare(Job job, Path raw, Path prepared, Path truth)
      throws IOException, InterruptedException, UnreadableSourceException {
    if (!Files.exists(prepared)) {
      Preparation.run(job, raw, prepared);
    }
    List<Cost> own = new ArrayList<>();
    List<Cost> others = new ArrayList<>();
    for (int time = 0; time < times; time++) { // in turns, for other tasks come and go
      own.add(EngineAlone.run(job, heap, folder, prepared, truth));
      if (splink.isPresent()) {
        others.add(splink.get().run(job, prepared));
      }
    }
    Cost limpide = least("Limpide", own);
    System.out.println("  Limpide: " + limpide.phases());
    System.out.printf(
        Locale.ROOT,
        "    %,.0f pairs, F1 %.4f (precision %.4f, recall %.4f)%n",
        limpide.number("pairs"),
        limpide.number("f1"),
        limpide.number("precision"),
        limpide.number("recall"));
    if (splink.isEmpty()) {
      print("Limpide", limpide);
      return;
    }
    Cost other = least("Splink", others);
    System.out.println("  " + other.note().getProperty("version") + ": " + other.phases());
    System.out.printf(Locale.ROOT, "    %,.0f pairs%n", other.number("pairs"));
    quality(prepared, truth);
    print("Limpide", limpide);
    print("Splink", other);
    System.out.printf(
        Locale.ROOT,
        "  %-10s %8.1f %8.1f   %8.1f %8.1f   %8.1f %8.1f   %8.2f%n",
        "ratio",
        other.wall() / limpide.wall(),
        other.cpu() / limpide.cpu(),
        other.wallAfterLoading() / limpide.wallAfterLoading(),
        other.cpuAfterLoading() / limpide.cpuAfterLoading(),
        other.wallOfScoring() / limpide.wallOfScoring(),
        other.cpuOfScoring() / limpide.cpuOfScoring(),
        other.resident() / limpide.resident());
  }

  /** Returns the run that was disturbed least. */
  private static Cost least(String name, List<Cost> runs) {
    System.out.printf(
        "  %s from CSV to groups, run by run: %s%n",
        name,
        runs.stream()
            .map(run -> String.format(Locale.ROOT, "%.1f s (%.1f)", run.wall(), run.cpu()))
            .collect(Collectors.joining(", ")));
    return Collections.min(runs, Comparator.comparingDouble(Cost::wall));
  }

  private static void print(String name, Cost cost) {
    if (name.equals("Limpide")) {
      System.out.printf(
          "  %-10s %17s   %17s   %17s   %8s%n",
          "", "CSV to groups", "without loading", "block, score", "peak MB");
      System.out.printf(
          "  %-10s %8s %8s   %8s %8s   %8s %8s%n",
          "", "wall s", "CPU s", "wall s", "CPU s", "wall s", "CPU s");
    }
    System.out.printf(
        Locale.ROOT,
        "  %-10s %8.1f %8.1f   %8.1f %8.1f   %8.1f %8.1f   %8.0f%n",
        name,
        cost.wall(),
        cost.cpu(),
        cost.wallAfterLoading(),
        cost.cpuAfterLoading(),
        cost.wallOfScoring(),
        cost.cpuOfScoring(),
        cost.resident());
  }

  private void quality(Path prepared, Path truth) throws IOException, UnreadableSourceException {
    Table table = Sources.read(prepared, ReadOptions.DEFAULT).get(0).table();
    int[] right = Truth.of(table, truth);
    String best = "";
    double most = -1;
    for (String threshold : WEIGHTS) {
      int[] found = Truth.of(table, splink.orElseThrow().groups(threshold));
      Evaluation evaluation = Evaluation.ofClusters(found, right);
      if (threshold.equals(USUAL)) {
        System.out.printf(
            Locale.ROOT,
            "    at a probability of 0.9: F1 %.4f (precision %.4f, recall %.4f)%n",
            evaluation.f1(),
            evaluation.precision(),
            evaluation.recall());
      }
      if (evaluation.f1() > most) {
        most = evaluation.f1();
        best = threshold;
      }
    }
    System.out.printf(
        Locale.ROOT, "    at a weight of %s, the best of %s: F1 %.4f%n", best, WEIGHTS, most);
  }

  /** The command as a user calls it: reading, recognising, correcting, matching, writing. */
  private void asCalled(Path raw, Path truth)
      throws IOException, InterruptedException, UnreadableSourceException {
    Path results = folder.resolve("match-results");
    Folders.delete(results);
    Cost cost =
        new Cost(
            OwnProcess.run(
                Measured.class,
                "2g",
                OwnProcess.AS_LAUNCHED,
                folder,
                List.of(
                    "limpide", "match", raw.toString(), "--out", results.toString(), "--quiet")));
    Table table = Sources.read(raw, ReadOptions.DEFAULT).get(0).table();
    Evaluation evaluation =
        Evaluation.ofClusters(
            Truth.of(table, results.resolve("clusters.csv")), Truth.of(table, truth));
    System.out.printf(
        Locale.ROOT,
        "  limpide match, as a user calls it: %.1f s (CPU %.1f), %.0f MB, F1 %.4f%n",
        cost.wall(),
        cost.cpu(),
        cost.resident(),
        evaluation.f1());
    Folders.delete(results);
  }
}
