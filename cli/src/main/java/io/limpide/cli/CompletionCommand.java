package io.limpide.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a completion script for bash and zsh. */
@Command(name = "completion", sortOptions = false)
final class CompletionCommand implements Callable<Integer> {
  private final Locale locale;

  @SuppressWarnings("UnusedVariable") // picocli reads it
  @Mixin
  private HelpOptions help = new HelpOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  CompletionCommand(Locale locale) {
    this.locale = locale;
  }

  @Override
  public Integer call() {
    CommandLine line = spec.commandLine();
    line.getOut().print(Limpide.completion(locale));
    line.getOut().flush();
    return ExitCode.OK;
  }
}
