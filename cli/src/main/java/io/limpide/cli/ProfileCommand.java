package io.limpide.cli;

import io.limpide.cli.result.Inputs;
import io.limpide.cli.result.Json;
import io.limpide.cli.result.ProfileSummary;
import io.limpide.connect.write.OutputFolder;
import io.limpide.engine.run.ProfileRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limpide profile}: says what is in a file, and changes nothing. */
@Command(name = "profile", sortOptions = false)
final class ProfileCommand implements Callable<Integer> {
  private final Locale locale;

  @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "inputs")
  private List<String> inputs = List.of();

  @Mixin private RunOptions run = new RunOptions();
  @Mixin private InputOptions reading = new InputOptions();
  @Mixin private TalkOptions talk = new TalkOptions();

  @SuppressWarnings("UnusedVariable") // picocli reads it
  @Mixin
  private HelpOptions help = new HelpOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  ProfileCommand(Locale locale) {
    this.locale = locale;
  }

  @Override
  public Integer call() throws Exception {
    Task task = Task.begin(inputs, run, reading, talk, locale);
    List<ProfileRun.Result> results =
        task.work(tables -> ProfileRun.run(tables, task.recipe(), task.today(), task.console()));
    ProfileSummary summary = new ProfileSummary(task.reads(), results, task.messages());
    if (run.out().isPresent()) {
      Path target = run.folder(inputs);
      try (OutputFolder folder = OutputFolder.open(target, Inputs.files(inputs))) {
        summary.write(folder, run.tables(folder, locale));
        folder.commit();
      }
    }
    task.console().clear();
    if (talk.json()) {
      Json.write(System.out, summary.tree());
      System.out.flush();
    } else if (!talk.quiet()) {
      summary.print(spec.commandLine().getOut());
    }
    return ExitCode.OK;
  }
}
