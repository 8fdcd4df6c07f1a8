package io.limpide.cli;

import io.limpide.cli.result.Json;
import io.limpide.connect.ReadOptions;
import io.limpide.connect.UnreadableSourceException;
import io.limpide.engine.cluster.Evaluation;
import io.limpide.engine.message.Messages;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code limpide evaluate}: holds clusters against labels. */
@Command(name = "evaluate", sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {
  private final Locale locale;

  @Option(
      names = "--clusters",
      required = true,
      paramLabel = "FILE",
      descriptionKey = "evaluate.clusters")
  private Path clusters = Path.of("clusters.csv");

  @Option(
      names = "--truth",
      required = true,
      paramLabel = "FILE",
      descriptionKey = "evaluate.truth")
  private Path truth = Path.of("truth.csv");

  @Mixin private TalkOptions talk = new TalkOptions();

  @SuppressWarnings("UnusedVariable") // picocli reads it
  @Mixin
  private HelpOptions help = new HelpOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  EvaluateCommand(Locale locale) {
    this.locale = locale;
  }

  @Override
  public Integer call() throws Exception {
    Messages messages = Language.messages(locale);
    Table found = read(clusters, messages);
    Table labels = read(truth, messages);
    Column ids = column(found, "id", clusters, messages);
    Column groups = column(found, "cluster_id", clusters, messages);
    boolean pairs = find(labels, "id_a").isPresent() && find(labels, "id_b").isPresent();
    Column first = column(labels, pairs ? "id_a" : "id", truth, messages);
    Column second = column(labels, pairs ? "id_b" : "cluster_id", truth, messages);
    Evaluation evaluation =
        pairs ? byPairs(ids, groups, first, second) : byClusters(ids, groups, first, second);
    Set<String> labelled = values(first);
    if (pairs) {
      labelled.addAll(values(second));
    }
    Set<String> known = values(ids);
    long clustered = labelled.stream().filter(known::contains).count();
    if (talk.json()) {
      Map<String, Object> tree = tree(evaluation);
      tree.put("labelled", labelled.size());
      tree.put("unclustered", labelled.size() - clustered);
      Json.write(System.out, tree);
      System.out.flush();
    } else if (!talk.quiet()) {
      PrintWriter out = spec.commandLine().getOut();
      print(out, evaluation, messages);
      out.println("%-28s %,d".formatted(messages.text("evaluate.labelled"), labelled.size()));
      if (clustered < labelled.size()) {
        out.println(
            "%-28s %,d"
                .formatted(messages.text("evaluate.unclustered"), labelled.size() - clustered));
      }
      out.flush();
    }
    return ExitCode.OK;
  }

  private static Table read(Path file, Messages messages)
      throws Failure, UnreadableSourceException {
    ReadOptions options =
        new ReadOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(true),
            Optional.empty(),
            (bytes, of) -> {});
    return InputOptions.read(file.toString(), options, messages).get(0).table();
  }

  private static Column column(Table table, String name, Path file, Messages messages)
      throws Failure {
    return find(table, name)
        .orElseThrow(
            () ->
                new Failure(
                    ExitCode.INPUT,
                    messages.text(
                        "evaluate.column",
                        file.toString(),
                        name,
                        table.columns().stream()
                            .map(Column::name)
                            .limit(20)
                            .collect(Collectors.joining(", ")))));
  }

  private static Optional<Column> find(Table table, String name) {
    return table.columns().stream().filter(of -> of.name().equalsIgnoreCase(name)).findFirst();
  }

  private static Set<String> values(Column column) {
    Set<String> values = new HashSet<>();
    for (int row = 0; row < column.rows(); row++) {
      values.add(column.value(row));
    }
    return values;
  }

  /** Only records that have a label count: a sample may have been labelled. */
  private static Evaluation byClusters(Column ids, Column groups, Column labelled, Column labels) {
    Map<String, String> groupOf = new HashMap<>();
    for (int row = 0; row < ids.rows(); row++) {
      groupOf.put(ids.value(row), groups.value(row));
    }
    Map<String, Integer> foundNumbers = new HashMap<>();
    Map<String, Integer> labelNumbers = new HashMap<>();
    int[] found = new int[labelled.rows()];
    int[] truth = new int[labelled.rows()];
    for (int row = 0; row < found.length; row++) {
      String id = labelled.value(row);
      // A record that the clusters do not know is alone there.
      String group = groupOf.getOrDefault(id, "\u0000" + id);
      found[row] = foundNumbers.computeIfAbsent(group, key -> foundNumbers.size());
      truth[row] = labelNumbers.computeIfAbsent(labels.value(row), key -> labelNumbers.size());
    }
    return Evaluation.ofClusters(found, truth);
  }

  private static Evaluation byPairs(Column ids, Column groups, Column left, Column right) {
    Map<String, String> groupOf = new HashMap<>();
    Map<String, Long> sizes = new HashMap<>();
    for (int row = 0; row < ids.rows(); row++) {
      groupOf.put(ids.value(row), groups.value(row));
      sizes.merge(groups.value(row), 1L, Long::sum);
    }
    long found = sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
    Set<List<String>> truth = new HashSet<>();
    long common = 0;
    for (int row = 0; row < left.rows(); row++) {
      String a = left.value(row);
      String b = right.value(row);
      if (truth.add(a.compareTo(b) < 0 ? List.of(a, b) : List.of(b, a))) {
        String group = groupOf.get(a);
        common += group != null && group.equals(groupOf.get(b)) ? 1 : 0;
      }
    }
    return new Evaluation(found, truth.size(), common, Double.NaN, Double.NaN);
  }

  private static Map<String, Object> tree(Evaluation evaluation) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("precision", evaluation.precision());
    tree.put("recall", evaluation.recall());
    tree.put("f1", evaluation.f1());
    tree.put("bcubed", evaluation.bcubed());
    return tree;
  }

  private static void print(PrintWriter out, Evaluation evaluation, Messages messages) {
    for (String measure : Arrays.asList("precision", "recall", "f1", "bcubed")) {
      double value =
          switch (measure) {
            case "precision" -> evaluation.precision();
            case "recall" -> evaluation.recall();
            case "f1" -> evaluation.f1();
            default -> evaluation.bcubed();
          };
      String written = Double.isNaN(value) ? "-" : String.format(messages.locale(), "%.4f", value);
      out.println("%-28s %s".formatted(messages.text("evaluate." + measure), written));
    }
    out.flush();
  }
}
