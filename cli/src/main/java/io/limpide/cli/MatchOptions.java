package io.limpide.cli;

import io.limpide.cli.result.Inputs;
import io.limpide.cli.result.Json;
import io.limpide.cli.result.PairTables;
import io.limpide.connect.SourceRead;
import io.limpide.connect.write.OutputFolder;
import io.limpide.connect.write.TableWriter;
import io.limpide.engine.match.MatchInput;
import io.limpide.engine.message.Messages;
import io.limpide.engine.recipe.Recipe;
import io.limpide.engine.run.MatchRun;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** What {@code match} and {@code link} share. */
final class MatchOptions {
  @Mixin private RunOptions run = new RunOptions();

  @Mixin private IdOption named = new IdOption();
  @Mixin private InputOptions reading = new InputOptions();
  @Mixin private TalkOptions talk = new TalkOptions();

  int run(
      List<String> inputs, MatchInput.Mode mode, Messages messages, Locale locale, CommandLine line)
      throws Exception {
    Console console = talk.console(messages);
    Recipe recipe = run.recipe(messages);
    LocalDate today = run.today(recipe, messages);
    List<SourceRead> reads = reading.read(inputs, messages, console);
    Optional<String> id = named.column(reads, messages);
    Path target = run.folder(inputs);
    MatchRun.Result result;
    try (OutputFolder folder = OutputFolder.open(target, Inputs.files(inputs))) {
      result =
          Guarded.run(
              run.recipeFile(),
              messages,
              () ->
                  MatchRun.run(
                      reads.stream().map(SourceRead::table).toList(),
                      recipe,
                      today,
                      id,
                      mode,
                      console));
      PairTables tables = new PairTables(result.matching(), result.ids(), messages);
      try (TableWriter table = run.table(folder, "pairs", Optional.empty(), locale)) {
        tables.pairs(table);
      }
      try (TableWriter table = run.table(folder, "clusters", Optional.empty(), locale)) {
        tables.clusters(table);
      }
      folder.commit();
    } finally {
      console.clear();
    }
    Map<String, Integer> verdicts = new TreeMap<>();
    for (int at = 0; at < result.matching().pairCount(); at++) {
      verdicts.merge(result.matching().pair(at).verdict().word(), 1, Integer::sum);
    }
    if (talk.json()) {
      Json.write(System.out, Map.of("records", result.matching().records(), "pairs", verdicts));
    } else if (!talk.quiet()) {
      verdicts.forEach(
          (verdict, count) ->
              line.getOut()
                  .println("%-14s %d".formatted(messages.text("verdict." + verdict), count)));
      named.remark(result.ids(), line.getOut(), messages);
      line.getOut().println(messages.text("summary.results", target.toString()));
      line.getOut().flush();
    }
    return ExitCode.OK;
  }
}
