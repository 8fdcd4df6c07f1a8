package io.limpide.server.command;

import io.limpide.engine.message.Messages;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The language of what a command says: as asked, else the system's. */
final class LanguageOption {
  @Option(names = "--lang", paramLabel = "fr|en", descriptionKey = "lang")
  private Optional<String> lang = Optional.empty();

  Messages messages() {
    String word = lang.orElseGet(() -> Locale.getDefault().getLanguage());
    return CommandTexts.of(word.equals("fr") ? Locale.FRENCH : Locale.ENGLISH);
  }
}
