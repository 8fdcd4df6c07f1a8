package io.limpide.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * A command of the server, which is a program of its own: {@code ./limpide} starts that one. Here
 * it stands among the others, and whoever starts this program alone is told the way.
 */
@Command(sortOptions = false)
final class ServerCommand implements Callable<Integer> {
  /** What the server's program does. */
  static final List<String> NAMES =
      List.of("serve", "import", "backup", "restore", "verify-journal");

  private final Locale locale;

  @SuppressWarnings("UnusedVariable") // picocli reads it
  @Mixin
  private HelpOptions help = new HelpOptions();

  @SuppressWarnings("UnusedVariable") // picocli fills it: the server understands them
  @Unmatched
  private List<String> others = new ArrayList<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  ServerCommand(Locale locale) {
    this.locale = locale;
  }

  @Override
  public Integer call() {
    spec.commandLine()
        .getErr()
        .println(Language.messages(locale).text("usage.server", spec.name()));
    return ExitCode.USAGE;
  }
}
