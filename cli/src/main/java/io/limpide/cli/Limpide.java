package io.limpide.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
    name = "limpide",
    version = "Limpide 0.1.0",
    sortOptions = false,
    subcommands = {
      CleanCommand.class,
      ProfileCommand.class,
      MatchCommand.class,
      LinkCommand.class,
      LiveCommand.class,
      ExplainCommand.class,
      EvaluateCommand.class,
      RecipeCommand.class,
      CompletionCommand.class,
    })
public final class Limpide implements Runnable {
  @SuppressWarnings("UnusedVariable") // picocli reads it
  @CommandLine.Mixin
  private HelpOptions help = new HelpOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  private Limpide() {}

  /** Starts, answers with an exit code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command line and returns the exit code; what it says goes to the standard streams. */
  public static int run(String... arguments) {
    Locale locale = Language.of(arguments);
    // picocli and the JDK word their own messages by the default locale.
    Locale.setDefault(locale.getLanguage().equals("fr") ? Locale.FRANCE : Locale.US);
    CommandLine line = commandLine(locale);
    try {
      return line.execute(arguments);
    } catch (OutOfMemoryError e) { // where nothing nearer worded it: what was held is free again
      line.getErr().println(Language.messages(locale).text("fault.memory"));
    } catch (StackOverflowError e) {
      line.getErr().println(Language.messages(locale).text("fault", e.getClass().getSimpleName()));
    }
    return ExitCode.FAULT;
  }

  /** Returns the parsed model of the command line; completion scripts are made from it too. */
  static CommandLine commandLine(Locale locale) {
    CommandLine line = new CommandLine(new Limpide(), new Factory(locale));
    ServerCommand.NAMES.forEach(name -> line.addSubcommand(name, new ServerCommand(locale)));
    line.setResourceBundle(help(locale));
    line.getSubcommands().values().forEach(command -> tellExitCodes(command, locale));
    tellExitCodes(line, locale);
    line.setUsageHelpWidth(100);
    line.setUsageHelpLongOptionsMaxWidth(26);
    line.setColorScheme(
        System.getenv("NO_COLOR") == null
            ? CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.AUTO)
            : CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    Charset charset = Console.charset();
    line.setOut(new PrintWriter(System.out, true, charset));
    line.setErr(new PrintWriter(System.err, true, charset));
    line.setParameterExceptionHandler(new Misuse(locale));
    line.setExecutionExceptionHandler(new Faults(locale));
    return line;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static void tellExitCodes(CommandLine line, Locale locale) {
    ResourceBundle help = help(locale);
    Map<String, String> codes = new LinkedHashMap<>();
    for (int code : ExitCode.ALL) {
      codes.put(String.valueOf(code), help.getString("exit." + code));
    }
    line.getCommandSpec().usageMessage().exitCodeList(codes);
  }

  private static ResourceBundle help(Locale locale) {
    return ResourceBundle.getBundle(
        "io.limpide.cli.help",
        locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ROOT,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** Gives each command its language. */
  private record Factory(Locale locale) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      try {
        return type.getDeclaredConstructor(Locale.class).newInstance(locale);
      } catch (NoSuchMethodException e) {
        return CommandLine.defaultFactory().create(type);
      }
    }
  }

  /** Returns the completion script for bash and zsh. */
  static String completion(Locale locale) {
    return AutoComplete.bash("limpide", commandLine(locale));
  }
}
