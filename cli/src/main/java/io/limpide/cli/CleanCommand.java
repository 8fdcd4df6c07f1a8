package io.limpide.cli;

import io.limpide.cli.result.Inputs;
import io.limpide.cli.result.Json;
import io.limpide.cli.result.Results;
import io.limpide.cli.result.RunSummary;
import io.limpide.connect.SourceRead;
import io.limpide.connect.write.OutputFolder;
import io.limpide.engine.message.Messages;
import io.limpide.engine.recipe.Recipe;
import io.limpide.engine.run.CleanResult;
import io.limpide.engine.run.CleanRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limpide clean}: everything. */
@Command(name = "clean", sortOptions = false)
final class CleanCommand implements Callable<Integer> {
  private final Locale locale;

  @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "inputs")
  private List<String> inputs = List.of();

  @Mixin private RunOptions run = new RunOptions();

  @Mixin private IdOption named = new IdOption();
  @Mixin private InputOptions reading = new InputOptions();
  @Mixin private TalkOptions talk = new TalkOptions();

  @SuppressWarnings("UnusedVariable") // picocli reads it
  @Mixin
  private HelpOptions help = new HelpOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  CleanCommand(Locale locale) {
    this.locale = locale;
  }

  @Override
  public Integer call() throws Exception {
    Messages messages = Language.messages(locale);
    Console console = talk.console(messages);
    Recipe recipe = run.recipe(messages);
    LocalDate today = run.today(recipe, messages);
    List<SourceRead> reads = reading.read(inputs, messages, console);
    Optional<String> id = named.column(reads, messages);
    Path target = run.folder(inputs);
    CleanResult result;
    RunSummary summary;
    // Opened first: who cannot write there learns it before the work, not after.
    try (OutputFolder folder = OutputFolder.open(target, Inputs.files(inputs))) {
      result =
          Guarded.run(
              run.recipeFile(),
              messages,
              () ->
                  CleanRun.run(
                      reads.stream().map(SourceRead::table).toList(), recipe, today, id, console));
      summary = new RunSummary(result, reads, Inputs.of(inputs, reading.said()), id, messages);
      new Results(result, reads, summary, messages, console)
          .write(folder, (name, delimiter) -> run.table(folder, name, delimiter, locale));
      folder.commit();
    } finally {
      console.clear();
    }
    if (talk.json()) {
      Json.write(System.out, summary.tree());
      System.out.flush();
    } else if (!talk.quiet()) {
      PrintWriter out = spec.commandLine().getOut();
      named.remark(result.ids(), out, messages);
      summary.print(out, target, run.fileName("clean"));
    }
    return ExitCode.OK;
  }
}
