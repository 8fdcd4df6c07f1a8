package io.limpide.bench.quality;

import io.limpide.bench.Arguments;
import io.limpide.bench.generate.Generate;
import io.limpide.connect.ReadOptions;
import io.limpide.connect.SourceRead;
import io.limpide.connect.Sources;
import io.limpide.connect.UnreadableSourceException;
import io.limpide.engine.cluster.Evaluation;
import io.limpide.engine.match.MatchInput;
import io.limpide.engine.match.MatchResult;
import io.limpide.engine.match.PairDecision;
import io.limpide.engine.match.Verdict;
import io.limpide.engine.recipe.Recipe;
import io.limpide.engine.run.MatchRun;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Matches data whose duplicates are known as {@code limpide match} and {@code limpide link} do when
 * nobody tells them anything, and prints how well: {@code Unaided [--datasets DIR] [--rows 20000]
 * [--out DIR]}.
 */
public final class Unaided {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  private Unaided() {}

  /** Runs and prints a table. */
  public static void main(String[] arguments) throws IOException, UnreadableSourceException {
    Arguments given = Arguments.parse(arguments);
    System.out.printf(
        "%-32s %8s %9s %7s %7s %7s %7s %9s %9s %8s%n",
        "set", "records", "found", "P", "R", "F1", "B3", "expected", "true", "seconds");
    Path datasets = Path.of(given.text("datasets", "../shared/datasets"));
    for (Path set : folders(datasets)) {
      if (Files.exists(set.resolve("truth_pairs.csv"))) {
        link(set);
      } else if (Files.exists(set.resolve("truth_clusters.csv"))) {
        dedupe(
            set.getFileName().toString(),
            set.resolve("records.csv"),
            set.resolve("truth_clusters.csv"));
      }
    }
    Path out = Path.of(given.text("out", "target/bench"));
    String rows = String.valueOf((int) given.number("rows", 20_000));
    for (String households : List.of("0", "0.12", "0.3")) {
      generated(out, rows, households, "0.12");
    }
    for (String companies : List.of("0", "0.3")) {
      generated(out, rows, "0.12", companies);
    }
  }

  private static void generated(Path out, String rows, String households, String companies)
      throws IOException, UnreadableSourceException {
    Path folder = out.resolve("quality-%s-%s-%s".formatted(rows, households, companies));
    Generate.main(
        new String[] {
          "--rows",
          rows,
          "--seed",
          "11",
          "--out",
          folder.toString(),
          "--households",
          households,
          "--companies",
          companies
        });
    dedupe(
        "households %s companies %s".formatted(households, companies),
        folder.resolve("crm-export.csv"),
        folder.resolve("truth.csv"));
  }

  private static List<Path> folders(Path datasets) throws IOException {
    if (!Files.isDirectory(datasets)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(datasets)) {
      return folders.sorted().toList();
    }
  }

  private static void dedupe(String name, Path file, Path truth)
      throws IOException, UnreadableSourceException {
    Table table = read(file);
    Map<String, Integer> groupOf = new HashMap<>();
    Table labels = read(truth);
    Column ids = labels.columns().get(0);
    Column groups = labels.columns().get(1);
    for (int row = 0; row < labels.rows(); row++) {
      groupOf.put(ids.value(row), groups.code(row));
    }
    int[] right = new int[table.rows()];
    Arrays.setAll(right, row -> groupOf.getOrDefault(table.columns().get(0).value(row), -1 - row));
    long start = System.nanoTime();
    MatchResult result = match(List.of(table), MatchInput.Mode.DEDUPE);
    double seconds = (System.nanoTime() - start) / 1e9;
    print(name, result, Evaluation.ofClusters(result.clusters(), right), seconds);
  }

  private static void link(Path set) throws IOException, UnreadableSourceException {
    Table a = read(set.resolve("a.csv"));
    Table b = read(set.resolve("b.csv"));
    Map<String, Integer> first = numbers(a, 0);
    Map<String, Integer> second = numbers(b, a.rows());
    Set<Long> right = new HashSet<>();
    Table labels = read(set.resolve("truth_pairs.csv"));
    for (int row = 0; row < labels.rows(); row++) {
      right.add(
          Evaluation.key(
              first.getOrDefault(labels.columns().get(0).value(row), -1),
              second.getOrDefault(labels.columns().get(1).value(row), -1)));
    }
    long start = System.nanoTime();
    MatchResult result = match(List.of(a, b), MatchInput.Mode.LINK);
    double seconds = (System.nanoTime() - start) / 1e9;
    Set<Long> found = new HashSet<>();
    for (int at = 0; at < result.pairCount(); at++) {
      PairDecision pair = result.pair(at);
      if (pair.verdict() == Verdict.DUPLICATE) {
        found.add(Evaluation.key(Math.min(pair.a(), pair.b()), Math.max(pair.a(), pair.b())));
      }
    }
    print(set.getFileName().toString(), result, Evaluation.ofPairs(found, right), seconds);
  }

  private static MatchResult match(List<Table> tables, MatchInput.Mode mode) {
    return MatchRun.run(
            tables, Recipe.EMPTY, TODAY, Optional.empty(), List.of(), mode, (stage, done, of) -> {})
        .matching();
  }

  private static Map<String, Integer> numbers(Table table, int from) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int row = 0; row < table.rows(); row++) {
      numbers.put(table.columns().get(0).value(row), from + row);
    }
    return numbers;
  }

  private static Table read(Path file) throws IOException, UnreadableSourceException {
    List<SourceRead> reads = new ArrayList<>(Sources.read(file, ReadOptions.DEFAULT));
    return reads.get(0).table();
  }

  private static void print(
      String name, MatchResult result, Evaluation evaluation, double seconds) {
    double expected =
        result.reports().stream().mapToDouble(report -> report.expectation().matches()).sum();
    System.out.printf(
        Locale.ROOT,
        "%-32s %8d %9d %7.4f %7.4f %7.4f %7.4f %9.0f %9d %8.2f%n",
        name,
        result.records(),
        evaluation.found(),
        evaluation.precision(),
        evaluation.recall(),
        evaluation.f1(),
        evaluation.bcubed(),
        expected,
        evaluation.truth(),
        seconds);
  }
}
