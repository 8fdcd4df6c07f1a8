package io.limpide.cli;

import io.limpide.connect.ReadOptions;
import io.limpide.connect.SourceRead;
import io.limpide.connect.Sources;
import io.limpide.connect.UnreadableSourceException;
import io.limpide.engine.message.Messages;
import io.limpide.engine.run.Progress;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a person may say about the inputs; the rest is recognised. */
final class InputOptions {
  /** The name that stands for standard input. */
  static final String STANDARD_INPUT = "-";

  @Option(names = "--encoding", paramLabel = "NAME")
  private Optional<String> encoding = Optional.empty();

  @Option(names = "--delimiter", paramLabel = "CHAR")
  private Optional<String> delimiter = Optional.empty();

  @Option(names = "--quote", paramLabel = "CHAR")
  private Optional<String> quote = Optional.empty();

  @Option(names = "--header", negatable = true, arity = "0")
  private Optional<Boolean> header = Optional.empty();

  @Option(names = "--sheet", paramLabel = "NAME")
  private Optional<String> sheet = Optional.empty();

  /** Reads the inputs, in their order. */
  List<SourceRead> read(List<String> inputs, Messages messages, Progress progress)
      throws Failure, UnreadableSourceException {
    ReadOptions options =
        new ReadOptions(
            charset(messages),
            character(delimiter, "delimiter", messages),
            character(quote, "quote", messages),
            header,
            sheet,
            (bytes, of) -> progress.report(Progress.Stage.READ, bytes, Math.max(of, 0)));
    List<SourceRead> reads = new ArrayList<>();
    Map<String, Integer> names = new HashMap<>();
    for (String input : inputs) {
      reads.addAll(read(input, options, messages));
    }
    for (SourceRead read : reads) {
      if (names.merge(read.table().source(), 1, Integer::sum) > 1) {
        throw new Failure(ExitCode.INPUT, messages.text("input.same_name", read.table().source()));
      }
    }
    return reads;
  }

  /** Reads one input, and words what the connectors do not. */
  static List<SourceRead> read(String input, ReadOptions options, Messages messages)
      throws Failure, UnreadableSourceException {
    try {
      return input.equals(STANDARD_INPUT)
          ? Sources.read(System.in, messages.text("input.standard"), options)
          : Sources.read(Path.of(input), options);
    } catch (InvalidPathException e) {
      throw new Failure(ExitCode.INPUT, messages.text("input.path", input));
    } catch (OutOfMemoryError e) {
      throw new Failure(ExitCode.FAULT, messages.text("fault.memory"));
    } catch (IOException e) {
      String said = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
      throw new Failure(
          ExitCode.INPUT,
          messages.text("input.failed", said == null ? input : input + " (" + said + ")"));
    }
  }

  /** Takes up what {@link #said} noted. */
  static InputOptions said(Map<?, ?> said) {
    InputOptions options = new InputOptions();
    options.encoding = text(said, "encoding");
    options.delimiter = text(said, "delimiter");
    options.quote = text(said, "quote");
    options.header = text(said, "header").map(Boolean::valueOf);
    options.sheet = text(said, "sheet");
    return options;
  }

  private static Optional<String> text(Map<?, ?> said, String name) {
    return Optional.ofNullable(said.get(name)).map(String::valueOf);
  }

  /** Says the same again, for a run that is taken up later. */
  Map<String, String> said() {
    Map<String, String> said = new java.util.TreeMap<>();
    encoding.ifPresent(value -> said.put("encoding", value));
    delimiter.ifPresent(value -> said.put("delimiter", value));
    quote.ifPresent(value -> said.put("quote", value));
    header.ifPresent(value -> said.put("header", String.valueOf(value)));
    sheet.ifPresent(value -> said.put("sheet", value));
    return said;
  }

  private Optional<Charset> charset(Messages messages) throws Failure {
    if (encoding.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(encoding.get()));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new Failure(ExitCode.USAGE, messages.text("input.encoding", encoding.get()));
    }
  }

  private static Optional<Character> character(
      Optional<String> option, String name, Messages messages) throws Failure {
    if (option.isEmpty()) {
      return Optional.empty();
    }
    String value = option.get().equals("\\t") || option.get().equals("tab") ? "\t" : option.get();
    if (value.length() != 1) {
      throw new Failure(ExitCode.USAGE, messages.text("input.character", name, option.get()));
    }
    return Optional.of(value.charAt(0));
  }
}
