package io.limpide.cli;

import io.limpide.cli.result.Inputs;
import io.limpide.cli.result.Json;
import io.limpide.cli.result.Results;
import io.limpide.cli.result.RunSummary;
import io.limpide.connect.SourceRead;
import io.limpide.connect.write.OutputFolder;
import io.limpide.connect.write.TableWriter;
import io.limpide.engine.message.Messages;
import io.limpide.engine.run.CleanResult;
import io.limpide.engine.run.CleanRun;
import io.limpide.engine.run.JudgedPair;
import java.io.PrintWriter;
import java.nio.file.Path;
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
  @Mixin private JudgementOption judgements = new JudgementOption();
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
    Task task = Task.begin(inputs, run, reading, talk, locale);
    Messages messages = task.messages();
    List<SourceRead> reads = task.reads();
    Optional<String> id = named.column(reads, messages);
    List<JudgedPair> judged = judgements.read(messages);
    Path target = run.folder(inputs);
    CleanResult result;
    RunSummary summary;
    // Opened first: who cannot write there learns it before the work, not after.
    try (OutputFolder folder = OutputFolder.open(target, Inputs.files(inputs))) {
      result =
          task.work(
              tables ->
                  CleanRun.run(tables, task.recipe(), task.today(), id, judged, task.console()));
      summary = new RunSummary(result, reads, Inputs.of(inputs, reading.said()), id, messages);
      new Results(result, reads, summary, messages, task.console())
          .write(folder, run.tables(folder, locale));
      if (!judged.isEmpty()) {
        try (TableWriter table =
            run.tables(folder, locale).open(JudgementOption.KEPT, Optional.empty())) {
          JudgementOption.write(judged, table);
        }
      }
      folder.commit();
    } finally {
      task.console().clear();
    }
    if (talk.json()) {
      Json.write(System.out, summary.tree());
      System.out.flush();
    } else if (!talk.quiet()) {
      PrintWriter out = spec.commandLine().getOut();
      named.remark(result.ids(), out, messages);
      JudgementOption.remark(judged, result.ids(), out, messages);
      summary.print(out, target, run.fileName("clean"));
    }
    return ExitCode.OK;
  }
}
