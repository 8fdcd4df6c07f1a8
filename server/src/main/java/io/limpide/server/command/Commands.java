package io.limpide.server.command;

import io.limpide.server.database.DatabaseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands that need the database. */
@Command(
    name = "limpide",
    sortOptions = false,
    subcommands = {ServeCommand.class, VerifyJournalCommand.class, ImportCommand.class})
public final class Commands {
  private Commands() {}

  /** Runs a command and returns its exit code. */
  public static int run(String... arguments) {
    LoggingSystem.get(Commands.class.getClassLoader()).beforeInitialize(); // silence before serving
    Locale locale = locale(arguments);
    CommandLine line = new CommandLine(new Commands());
    ResourceBundle texts =
        ResourceBundle.getBundle(
            Commands.class.getPackageName() + ".messages",
            locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    line.setResourceBundle(texts);
    line.getSubcommands().values().forEach(each -> each.setResourceBundle(texts));
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          if (failure instanceof DatabaseException refused) {
            System.err.println(refused.describe(CommandTexts.of(locale)));
            return Exit.FAULT;
          }
          throw failure;
        });
    return line.execute(arguments);
  }

  private static Locale locale(String[] arguments) {
    int at = Arrays.asList(arguments).indexOf("--lang");
    String word =
        at >= 0 && at + 1 < arguments.length
            ? arguments[at + 1]
            : Locale.getDefault().getLanguage();
    return word.equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
  }
}
