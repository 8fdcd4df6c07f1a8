package io.limpide.server.command;

import io.limpide.engine.message.Messages;
import io.limpide.server.backup.UnusableBackup;
import io.limpide.server.database.DatabaseException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands that need the database. */
@Command(
    name = "limpide",
    sortOptions = false,
    subcommands = {
      ServeCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      VerifyJournalCommand.class,
      ImportCommand.class
    })
public final class Commands implements Runnable {
  /** Whoever may start a command on the machine of the base. */
  static final String ACTOR = "system";

  @SuppressWarnings("UnusedVariable") // picocli reads it
  @Mixin
  private LanguageOption language = new LanguageOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  private Commands() {}

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Runs a command and returns its exit code. */
  public static int run(String... arguments) {
    LoggingSystem.get(Commands.class.getClassLoader()).beforeInitialize(); // silence before serving
    Locale locale = locale(arguments);
    // picocli words its own messages by the default locale.
    Locale.setDefault(locale.getLanguage().equals("fr") ? Locale.FRANCE : Locale.US);
    Messages messages = CommandTexts.of(locale);
    CommandLine line = new CommandLine(new Commands());
    ResourceBundle texts =
        ResourceBundle.getBundle(
            Commands.class.getPackageName() + ".help",
            locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    line.setResourceBundle(texts);
    line.setUsageHelpWidth(100);
    line.setUsageHelpLongOptionsMaxWidth(26);
    line.setErr(new PrintWriter(System.err, true, Charset.defaultCharset()));
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          if (failure instanceof DatabaseException refused) {
            System.err.println(refused.describe(messages));
            return Exit.FAULT;
          }
          if (failure instanceof UnusableBackup unusable) {
            System.err.println(unusable.describe(messages));
            return Exit.INPUT;
          }
          throw failure;
        });
    line.setParameterExceptionHandler(
        (misuse, wrong) -> {
          String command = misuse.getCommandLine().getCommandSpec().qualifiedName();
          System.err.println(misuse.getMessage());
          System.err.println(messages.text("usage.more", command));
          return Exit.USAGE;
        });
    return line.execute(arguments);
  }

  private static Locale locale(String[] arguments) {
    String word = Locale.getDefault().getLanguage();
    int at = Arrays.asList(arguments).indexOf("--lang");
    if (at >= 0 && at + 1 < arguments.length) {
      word = arguments[at + 1];
    }
    for (String argument : arguments) {
      if (argument.startsWith("--lang=")) {
        word = argument.substring("--lang=".length());
      }
    }
    return word.equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
  }
}
