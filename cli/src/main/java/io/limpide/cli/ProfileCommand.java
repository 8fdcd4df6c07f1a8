package io.limpide.cli;

import io.limpide.cli.result.Inputs;
import io.limpide.cli.result.Json;
import io.limpide.cli.result.ProfileSummary;
import io.limpide.connect.SourceRead;
import io.limpide.connect.write.OutputFolder;
import io.limpide.engine.message.Messages;
import io.limpide.engine.recipe.Recipe;
import io.limpide.engine.run.ProfileRun;
import java.nio.file.Path;
import java.time.LocalDate;
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
    Messages messages = Language.messages(locale);
    Console console = talk.console(messages);
    Recipe recipe = run.recipe(messages);
    LocalDate today = run.today(recipe, messages);
    List<SourceRead> reads = reading.read(inputs, messages, console);
    List<ProfileRun.Result> results =
        Guarded.run(
            run.recipeFile(),
            messages,
            () ->
                ProfileRun.run(
                    reads.stream().map(SourceRead::table).toList(), recipe, today, console));
    ProfileSummary summary = new ProfileSummary(reads, results, messages);
    if (run.out().isPresent()) {
      Path target = run.folder(inputs);
      try (OutputFolder folder = OutputFolder.open(target, Inputs.files(inputs))) {
        summary.write(folder, (name, delimiter) -> run.table(folder, name, delimiter, locale));
        folder.commit();
      }
    }
    console.clear();
    if (talk.json()) {
      Json.write(System.out, summary.tree());
      System.out.flush();
    } else if (!talk.quiet()) {
      summary.print(spec.commandLine().getOut());
    }
    return ExitCode.OK;
  }
}
