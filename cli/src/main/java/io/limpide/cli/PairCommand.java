package io.limpide.cli;

import io.limpide.cli.report.MatchReportPage;
import io.limpide.cli.result.Inputs;
import io.limpide.cli.result.Json;
import io.limpide.cli.result.PairTables;
import io.limpide.cli.result.Results;
import io.limpide.connect.write.OutputFolder;
import io.limpide.connect.write.TableWriter;
import io.limpide.engine.match.MatchInput;
import io.limpide.engine.match.MatchResult;
import io.limpide.engine.message.Messages;
import io.limpide.engine.run.JudgedPair;
import io.limpide.engine.run.MatchRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Finds pairs and writes them, within the inputs or across them. */
abstract class PairCommand implements Callable<Integer> {
  private final Locale locale;
  private final MatchInput.Mode mode;

  @Mixin private RunOptions run = new RunOptions();

  @Mixin private IdOption named = new IdOption();
  @Mixin private JudgementOption judgements = new JudgementOption();
  @Mixin private InputOptions reading = new InputOptions();
  @Mixin private TalkOptions talk = new TalkOptions();

  @SuppressWarnings("UnusedVariable") // picocli reads it
  @Mixin
  private HelpOptions help = new HelpOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  PairCommand(Locale locale, MatchInput.Mode mode) {
    this.locale = locale;
    this.mode = mode;
  }

  abstract List<String> inputs();

  @Override
  public final Integer call() throws Exception {
    Task task = Task.begin(inputs(), run, reading, talk, locale);
    Optional<String> id = named.column(task.reads(), task.messages());
    List<JudgedPair> judged = judgements.read(task.messages());
    Path target = run.folder(inputs());
    MatchRun.Result result;
    try (OutputFolder folder = OutputFolder.open(target, Inputs.files(inputs()))) {
      result =
          task.work(
              tables ->
                  MatchRun.run(
                      tables, task.recipe(), task.today(), id, judged, mode, task.console()));
      PairTables pairs = new PairTables(result.matching(), result.ids(), task.messages());
      Results.Tables tables = run.tables(folder, locale);
      try (TableWriter table = tables.open("pairs", Optional.empty())) {
        pairs.pairs(table);
      }
      try (TableWriter table = tables.open("clusters", Optional.empty())) {
        pairs.clusters(table);
      }
      Results.text(
          folder,
          "match-report.html",
          MatchReportPage.html(
              result.matching(),
              result.ids(),
              task.reads().stream().map(read -> read.table().source()).toList(),
              tables::fileName,
              task.messages()));
      folder.commit();
    } finally {
      task.console().clear();
    }
    if (talk.json()) {
      Json.write(
          System.out,
          Map.of("records", result.matching().records(), "pairs", verdicts(result.matching())));
    } else if (!talk.quiet()) {
      print(result, target, task.messages());
    }
    return ExitCode.OK;
  }

  private void print(MatchRun.Result result, Path target, Messages messages) {
    PrintWriter out = spec.commandLine().getOut();
    verdicts(result.matching())
        .forEach(
            (verdict, count) ->
                out.println("%-14s %d".formatted(messages.text("verdict." + verdict), count)));
    named.remark(result.ids(), out, messages);
    out.println(messages.text("summary.results", target.toString()));
    out.flush();
  }

  private static Map<String, Integer> verdicts(MatchResult matching) {
    Map<String, Integer> verdicts = new TreeMap<>();
    for (int at = 0; at < matching.pairCount(); at++) {
      verdicts.merge(matching.pair(at).verdict().word(), 1, Integer::sum);
    }
    return verdicts;
  }
}
