package io.limpide.cli;

import io.limpide.cli.live.LiveSession;
import io.limpide.cli.result.Json;
import io.limpide.engine.run.JudgedPair;
import io.limpide.engine.run.LiveRun;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code limpide live}: finds duplicates once, then answers about single records, a line of JSON
 * for each line of JSON.
 */
@Command(name = "live", sortOptions = false)
final class LiveCommand implements Callable<Integer> {
  private static final int LONGEST_LINE = 1 << 20;

  private final Locale locale;

  @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "inputs.files")
  private List<String> inputs = List.of();

  @Option(names = "--recipe", paramLabel = "FILE", descriptionKey = "recipe")
  private Optional<Path> recipe = Optional.empty();

  @Option(names = "--today", paramLabel = "DATE", descriptionKey = "today")
  private Optional<String> today = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private IdOption named = new IdOption();
  @Mixin private JudgementOption judgements = new JudgementOption();
  @Mixin private InputOptions reading = new InputOptions();

  @SuppressWarnings("UnusedVariable") // picocli reads it
  @Mixin
  private HelpOptions help = new HelpOptions();

  LiveCommand(Locale locale) {
    this.locale = locale;
  }

  @Override
  public Integer call() throws Exception {
    if (inputs.contains(InputOptions.STANDARD_INPUT)) {
      throw new Failure(ExitCode.USAGE, Language.messages(locale).text("live.standard"));
    }
    Task task =
        Task.begin(inputs, RunOptions.of(recipe, today), reading, new TalkOptions(), locale);
    Optional<String> id = named.column(task.reads(), task.messages());
    List<JudgedPair> judged = judgements.read(task.messages());
    LiveRun run =
        task.work(
            tables ->
                LiveRun.start(tables, task.recipe(), task.today(), id, judged, task.console()));
    task.console().clear();
    JudgementOption.remark(judged, run.ids(), spec.commandLine().getErr(), task.messages());
    serve(
        new LiveSession(run, task.messages()),
        new BufferedInputStream(System.in),
        new BufferedOutputStream(System.out));
    return ExitCode.OK;
  }

  private static void serve(LiveSession session, InputStream in, OutputStream out)
      throws IOException {
    say(out, session.greeting());
    Lines lines = new Lines(in, LONGEST_LINE);
    for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
      if (lines.isTooLong()) {
        say(out, session.tooLong(LONGEST_LINE));
      } else if (!isBlank(line.get())) {
        say(out, session.answer(line.get()));
      }
      if (session.isOver()) {
        return;
      }
    }
  }

  private static boolean isBlank(byte[] line) {
    for (byte each : line) {
      if (each < 0 || each > ' ') {
        return false;
      }
    }
    return true;
  }

  private static void say(OutputStream out, Map<String, Object> answer) throws IOException {
    Json.line(out, answer);
    out.flush();
  }
}
