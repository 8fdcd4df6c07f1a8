package io.limpide.cli;

import io.limpide.engine.match.MatchInput;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limpide link}: the records of one file in another. */
@Command(name = "link", sortOptions = false)
final class LinkCommand implements Callable<Integer> {
  private final Locale locale;

  @Parameters(paramLabel = "FILE", arity = "2", descriptionKey = "linkinputs")
  private List<String> inputs = List.of();

  @Mixin private MatchOptions options = new MatchOptions();

  @SuppressWarnings("UnusedVariable") // picocli reads it
  @Mixin
  private HelpOptions help = new HelpOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  LinkCommand(Locale locale) {
    this.locale = locale;
  }

  @Override
  public Integer call() throws Exception {
    return options.run(
        inputs, MatchInput.Mode.LINK, Language.messages(locale), locale, spec.commandLine());
  }
}
