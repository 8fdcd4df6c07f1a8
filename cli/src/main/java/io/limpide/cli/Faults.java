package io.limpide.cli;

import io.limpide.connect.UnreadableSourceException;
import io.limpide.connect.write.OutputException;
import io.limpide.engine.message.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Words for whatever stops a command; a trace only where {@code LIMPIDE_TRACE} asks for it. */
record Faults(Locale locale) implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception fault, CommandLine line, ParseResult parsed) {
    Messages messages = Language.messages(locale);
    if (fault instanceof Failure failure) {
      say(line, failure.words());
      return failure.exitCode();
    }
    if (fault instanceof UnreadableSourceException unreadable) {
      say(line, words(unreadable, messages));
      return ExitCode.INPUT;
    }
    if (fault instanceof OutputException output) {
      say(line, messages.text("output." + output.code(), output.arguments().toArray()));
      return ExitCode.OUTPUT;
    }
    for (Throwable at = fault; at != null; at = at.getCause()) {
      if (at instanceof OutOfMemoryError) { // of a thread that helped
        say(line, messages.text("fault.memory"));
        return ExitCode.FAULT;
      }
    }
    say(line, messages.text("fault", fault.getClass().getSimpleName()));
    if (System.getenv("LIMPIDE_TRACE") != null) {
      fault.printStackTrace(line.getErr());
    }
    return ExitCode.FAULT;
  }

  static String words(UnreadableSourceException unreadable, Messages messages) {
    List<Object> arguments = new ArrayList<>(unreadable.arguments());
    unreadable
        .why()
        .ifPresent(
            why ->
                arguments.add(
                    messages.text("reason." + why.reason().code(), why.arguments().toArray())));
    return messages.text("unreadable." + unreadable.code(), arguments.toArray());
  }

  private static void say(CommandLine line, String words) {
    line.getErr().println(line.getColorScheme().errorText(words.replace("@|", "@ |")));
  }
}
