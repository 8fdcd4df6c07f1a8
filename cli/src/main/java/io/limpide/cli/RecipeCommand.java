package io.limpide.cli;

import io.limpide.cli.result.Inputs;
import io.limpide.cli.result.RecipeText;
import io.limpide.connect.SourceRead;
import io.limpide.engine.message.Messages;
import io.limpide.engine.recipe.Recipe;
import io.limpide.engine.recipe.RecipeWriter;
import io.limpide.engine.recognize.Recognised;
import io.limpide.engine.recognize.Recognition;
import io.limpide.engine.run.FieldPlan;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limpide recipe}: proposes a recipe. */
@Command(name = "recipe", sortOptions = false)
final class RecipeCommand implements Callable<Integer> {
  private final Locale locale;

  @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "inputs")
  private List<String> inputs = List.of();

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "recipeout")
  private Optional<Path> out = Optional.empty();

  @Mixin private InputOptions reading = new InputOptions();
  @Mixin private TalkOptions talk = new TalkOptions();

  @SuppressWarnings("UnusedVariable") // picocli reads it
  @Mixin
  private HelpOptions help = new HelpOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  RecipeCommand(Locale locale) {
    this.locale = locale;
  }

  @Override
  public Integer call() throws Exception {
    Messages messages = Language.messages(locale);
    Console console = talk.console(messages);
    List<SourceRead> reads = reading.read(inputs, messages, console);
    List<RecipeWriter.SourceFields> sources = new ArrayList<>();
    for (SourceRead read : reads) {
      List<Recognised> recognised = Recognition.of(read.table());
      sources.add(
          RecipeText.fields(
              read.table().source(),
              FieldPlan.of(read.table(), recognised, Recipe.EMPTY),
              recognised,
              messages));
    }
    String text = RecipeText.of(Recipe.EMPTY, sources, messages);
    console.clear();
    if (out.isEmpty()) {
      PrintWriter printer = spec.commandLine().getOut();
      printer.print(text);
      printer.flush();
      return ExitCode.OK;
    }
    OneFile.write(out.get(), Inputs.files(inputs), text);
    return ExitCode.OK;
  }
}
