package io.limpide.bench.quality;

import io.limpide.engine.cluster.Evaluation;
import io.limpide.engine.match.MatchInput;
import io.limpide.engine.match.MatchProgress;
import io.limpide.engine.match.MatchReport;
import io.limpide.engine.match.MatchResult;
import io.limpide.engine.match.MatchSettings;
import io.limpide.engine.match.Matcher;
import io.limpide.engine.match.PairDecision;
import io.limpide.engine.match.Verdict;
import io.limpide.engine.score.Model;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Matches every data set whose duplicates are known and prints how well: {@code QualityTable DIR
 * [NAME]...}; with {@code -v} before the names also what was learned and where it went wrong.
 */
public final class QualityTable {
  private static final List<String> SETS =
      List.of(
          "splink_historical_50k",
          "febrl3",
          "febrl4",
          "splink_fake_1000",
          "rldata10000",
          "senzing_truthset",
          "fodors_zagat",
          "dnb_company_names");

  private final boolean verbose;

  private QualityTable(boolean verbose) {
    this.verbose = verbose;
  }

  /** Runs it. */
  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    List<String> names =
        List.of(args).subList(1, args.length).stream().filter(arg -> !arg.startsWith("-")).toList();
    QualityTable table = new QualityTable(List.of(args).contains("-v"));
    System.out.printf(
        "%-22s %9s %9s %6s %6s %6s %6s %9s %9s %8s%n",
        "set", "pairs", "cand.", "P", "R", "F1", "B3", "expected", "true", "seconds");
    for (String name : names.isEmpty() ? SETS : names) {
      table.run(name, folder.resolve(name));
    }
  }

  private void run(String name, Path folder) {
    boolean linked = folder.resolve("a.csv").toFile().exists();
    boolean companies = name.contains("company") || name.contains("zagat");
    if (linked) {
      link(name, folder, companies);
    } else {
      dedupe(name, folder, companies);
    }
  }

  private void dedupe(String name, Path folder, boolean companies) {
    TruthSet.Labelled labelled = TruthSet.labelled(name, folder, companies);
    int[] truth = labelled.truth();
    MatchInput input = new MatchInput(List.of(labelled.source()), MatchInput.Mode.DEDUPE);
    long start = System.nanoTime();
    MatchResult result = match(input);
    double seconds = (System.nanoTime() - start) / 1e9;
    Evaluation evaluation = Evaluation.ofClusters(result.clusters(), truth);
    print(name, result, evaluation, seconds);
    if (verbose) {
      explain(result, (a, b) -> truth[a] == truth[b]);
    }
  }

  private void link(String name, Path folder, boolean companies) {
    List<Map<String, String>> as = TruthSet.rows(folder.resolve("a.csv"));
    List<Map<String, String>> bs = TruthSet.rows(folder.resolve("b.csv"));
    MatchInput input =
        new MatchInput(
            List.of(TruthSet.source("a", as, companies), TruthSet.source("b", bs, companies)),
            MatchInput.Mode.LINK);
    String id = as.get(0).keySet().iterator().next();
    Map<String, Integer> first = numbers(as, id, 0);
    Map<String, Integer> second = numbers(bs, id, as.size());
    Set<Long> truth = new HashSet<>();
    for (Map<String, String> line : TruthSet.rows(folder.resolve("truth_pairs.csv"))) {
      truth.add(Evaluation.key(number(first, line, "id_a"), number(second, line, "id_b")));
    }
    long start = System.nanoTime();
    MatchResult result = match(input);
    double seconds = (System.nanoTime() - start) / 1e9;
    Set<Long> found = new HashSet<>();
    for (int i = 0; i < result.pairCount(); i++) {
      PairDecision pair = result.pair(i);
      if (pair.verdict() == Verdict.DUPLICATE) {
        found.add(Evaluation.key(pair.a(), pair.b()));
      }
    }
    print(name, result, Evaluation.ofPairs(found, truth), seconds);
    if (verbose) {
      explain(result, (a, b) -> truth.contains(Evaluation.key(Math.min(a, b), Math.max(a, b))));
    }
  }

  private MatchResult match(MatchInput input) {
    long start = System.nanoTime();
    String[] stage = {""};
    MatchProgress progress =
        (name, done, total) -> {
          if (verbose && !name.equals(stage[0])) {
            stage[0] = name;
            System.out.printf(
                Locale.ROOT, "  %8.2f s %s%n", (System.nanoTime() - start) / 1e9, name);
          }
        };
    return Matcher.match(input, MatchSettings.DEFAULT, progress);
  }

  private static int number(Map<String, Integer> numbers, Map<String, String> line, String id) {
    return Objects.requireNonNull(numbers.get(Objects.requireNonNull(line.get(id))));
  }

  private static Map<String, Integer> numbers(
      List<Map<String, String>> rows, String id, int first) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      numbers.put(rows.get(row).getOrDefault(id, ""), first + row);
    }
    return numbers;
  }

  private static void print(
      String name, MatchResult result, Evaluation evaluation, double seconds) {
    double expected =
        result.reports().stream().mapToDouble(report -> report.expectation().matches()).sum();
    long candidates =
        result.reports().stream().mapToLong(report -> report.expectation().candidates()).sum();
    System.out.printf(
        Locale.ROOT,
        "%-22s %9d %9d %6.4f %6.4f %6.4f %6.4f %9.0f %9d %8.2f%n",
        name,
        evaluation.found(),
        candidates,
        evaluation.precision(),
        evaluation.recall(),
        evaluation.f1(),
        evaluation.bcubed(),
        expected,
        evaluation.truth(),
        seconds);
  }

  /** Whether two records are one in truth. */
  private interface Truth {
    boolean same(int a, int b);
  }

  private static void explain(MatchResult result, Truth truth) {
    for (MatchReport report : result.reports()) {
      System.out.println("  warnings " + result.warnings() + " doubts " + result.doubts().size());
      report.blocking().reports().forEach(rule -> System.out.println("  " + rule));
      System.out.printf(
          Locale.ROOT,
          "  expected recall of blocking %.4f, skipped %s%n",
          report.blocking().expectedRecall(),
          report.blocking().skipped());
      Model model = report.model();
      System.out.printf(
          Locale.ROOT,
          "  prior %.2f related %s %s converged %s %s%n",
          model.prior(),
          model.classes(),
          java.util.Arrays.toString(model.relatedShares()),
          model.converged(),
          report.expectation());
      for (int field = 0; field < model.fields().size(); field++) {
        StringBuilder line = new StringBuilder("  " + model.fields().get(field).name() + ":");
        for (int level = 1; level < model.fields().get(field).levels().count(); level++) {
          line.append(
              String.format(
                  Locale.ROOT,
                  " %s m=%.4f u=%.6f w=%.1f",
                  model.fields().get(field).levels().name(level),
                  model.same()[field][level],
                  model.chance()[field][level],
                  model.weight(field, level)));
        }
        System.out.println(line);
      }
    }
    int[] wrong = new int[40];
    int[] right = new int[40];
    int shown = 0;
    for (int i = 0; i < result.pairCount(); i++) {
      PairDecision pair = result.pair(i);
      boolean same = truth.same(pair.a(), pair.b());
      int bin = (int) Math.max(0, Math.min(39, Math.floor(pair.weight()) + 10));
      (same ? right : wrong)[bin]++;
      boolean error = same != (pair.verdict() == Verdict.DUPLICATE);
      if (error && shown++ < 30) {
        System.out.println("  " + (same ? "MISSED " : "WRONG ") + pair);
        result
            .explain(pair.a(), pair.b())
            .fields()
            .forEach(field -> System.out.println("      " + field));
      }
    }
    for (int bin = 0; bin < 40; bin++) {
      System.out.printf("  weight %3d: right %8d wrong %8d%n", bin - 10, right[bin], wrong[bin]);
    }
  }
}
