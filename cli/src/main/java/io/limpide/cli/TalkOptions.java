package io.limpide.cli;

import io.limpide.engine.message.Messages;
import picocli.CommandLine.Option;

/** How much is said, and in which form. */
final class TalkOptions {
  @Option(
      names = {"-q", "--quiet"},
      descriptionKey = "quiet")
  private boolean quiet;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  boolean quiet() {
    return quiet;
  }

  boolean json() {
    return json;
  }

  Console console(Messages messages) {
    return new Console(messages, quiet || json);
  }
}
