package io.limpide.cli;

import io.limpide.engine.match.MatchInput;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code limpide match}: duplicates only. */
@Command(name = "match", sortOptions = false)
final class MatchCommand extends PairCommand {
  @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "inputs")
  private List<String> inputs = List.of();

  MatchCommand(Locale locale) {
    super(locale, MatchInput.Mode.DEDUPE);
  }

  @Override
  List<String> inputs() {
    return inputs;
  }
}
