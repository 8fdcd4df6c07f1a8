package io.limpide.cli;

import io.limpide.engine.match.MatchInput;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code limpide link}: the records of one file in another. */
@Command(name = "link", sortOptions = false)
final class LinkCommand extends PairCommand {
  @Parameters(paramLabel = "FILE", arity = "2", descriptionKey = "linkinputs")
  private List<String> inputs = List.of();

  LinkCommand(Locale locale) {
    super(locale, MatchInput.Mode.LINK);
  }

  @Override
  List<String> inputs() {
    return inputs;
  }
}
