package io.limpide.cli;

import io.limpide.engine.message.Messages;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words for a command line that is not understood, in the language of the run. */
record Misuse(Locale locale) implements CommandLine.IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException fault, String[] arguments) {
    Messages messages = Language.messages(locale);
    CommandLine line = fault.getCommandLine();
    PrintWriter err = line.getErr();
    err.println(
        line.getColorScheme().errorText(words(fault, arguments, messages).replace("@|", "@ |")));
    if (fault instanceof UnmatchedArgumentException unmatched) {
      List<String> suggestions =
          unmatched.getSuggestions().stream().map(Misuse::lastWord).limit(1).toList();
      if (!suggestions.isEmpty()) {
        err.println(messages.text("usage.suggest", String.join(", ", suggestions)));
      }
    }
    err.println(messages.text("usage.more", line.getCommandSpec().qualifiedName()));
    return ExitCode.USAGE;
  }

  private static String words(ParameterException fault, String[] arguments, Messages messages) {
    ArgSpec argument = fault.getArgSpec();
    if (fault instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      boolean option = unmatched.isUnknownOption();
      boolean command = fault.getCommandLine().getParent() == null;
      String key = option ? "usage.option" : command ? "usage.command" : "usage.surplus";
      return messages.text(key, first);
    }
    if (fault instanceof OverwrittenOptionException again) {
      return messages.text("usage.twice", name(again.getOverwritten()));
    }
    if (fault instanceof MissingParameterException missing) {
      List<ArgSpec> lacking = missing.getMissing();
      String names =
          lacking.stream().map(Misuse::name).distinct().collect(Collectors.joining(", "));
      return lacking.size() == 1 && said(lacking.get(0), arguments)
          ? messages.text("usage.value", names, lacking.get(0).paramLabel())
          : messages.text("usage.missing", names);
    }
    if (argument != null && fault.getValue() != null) {
      return messages.text("usage.wrong", name(argument), argument.paramLabel(), fault.getValue());
    }
    return argument == null
        ? String.valueOf(fault.getMessage())
        : messages.text("usage.value", name(argument), argument.paramLabel());
  }

  /** Whether an option is there, though its value is not. */
  private static boolean said(ArgSpec argument, String[] arguments) {
    return argument instanceof OptionSpec option
        && Arrays.stream(arguments).anyMatch(Arrays.asList(option.names())::contains);
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String lastWord(String suggestion) {
    return suggestion.substring(suggestion.lastIndexOf(' ') + 1);
  }
}
