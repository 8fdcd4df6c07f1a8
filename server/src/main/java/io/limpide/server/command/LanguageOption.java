package io.limpide.server.command;

import io.limpide.engine.message.Messages;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What every command takes: its help, and the language of what it says. */
final class LanguageOption {
  @SuppressWarnings("UnusedVariable") // picocli reads it
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "help")
  private boolean help;

  @Option(names = "--lang", paramLabel = "fr|en", descriptionKey = "lang")
  private Optional<String> lang = Optional.empty();

  Messages messages() {
    String word = lang.orElseGet(() -> Locale.getDefault().getLanguage());
    return CommandTexts.of(word.equals("fr") ? Locale.FRENCH : Locale.ENGLISH);
  }
}
