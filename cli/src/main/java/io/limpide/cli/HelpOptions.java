package io.limpide.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** What every command understands. */
final class HelpOptions {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true)
  private boolean version;

  // Read before the command line is parsed, by Language: the help itself is in that language.
  @Option(names = "--lang", paramLabel = "fr|en", scope = picocli.CommandLine.ScopeType.LOCAL)
  private Optional<Spoken> language = Optional.empty();

  /** The languages there are. */
  enum Spoken {
    FR,
    EN
  }

  boolean help() {
    return help;
  }

  boolean version() {
    return version;
  }

  Optional<Spoken> language() {
    return language;
  }
}
