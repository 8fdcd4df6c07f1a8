package io.limpide.cli;

import static java.util.stream.Collectors.joining;

import io.limpide.cli.report.ExplanationPage;
import io.limpide.cli.report.GroupPage;
import io.limpide.cli.result.ExplanationText;
import io.limpide.cli.result.GroupStory;
import io.limpide.cli.result.GroupText;
import io.limpide.cli.result.Inputs;
import io.limpide.cli.result.Json;
import io.limpide.connect.SourceRead;
import io.limpide.connect.UnreadableSourceException;
import io.limpide.engine.match.Explanation;
import io.limpide.engine.message.Messages;
import io.limpide.engine.recipe.Recipe;
import io.limpide.engine.run.CleanResult;
import io.limpide.engine.run.CleanRun;
import io.limpide.engine.run.JudgedPair;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * {@code limpide explain}: why two records are, or are not, one party; how the group of a record
 * came together.
 *
 * <p>The run is taken up again from its recipe and its inputs: the same input, recipe and version
 * give the same weights, so nothing but these needs to be kept.
 */
@Command(name = "explain", sortOptions = false)
final class ExplainCommand implements Callable<Integer> {
  private static final int MANY = 10;

  private final Locale locale;

  @Parameters(index = "0", paramLabel = "ID", descriptionKey = "explain.id")
  private String first = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "ID", descriptionKey = "explain.other")
  private Optional<String> second = Optional.empty();

  @Option(names = "--run", required = true, paramLabel = "DIR", descriptionKey = "explain.run")
  private Path run = Path.of(".");

  @Option(names = "--html", paramLabel = "FILE", descriptionKey = "explain.html")
  private Optional<Path> html = Optional.empty();

  @Mixin private TalkOptions talk = new TalkOptions();

  @SuppressWarnings("UnusedVariable") // picocli reads it
  @Mixin
  private HelpOptions help = new HelpOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  ExplainCommand(Locale locale) {
    this.locale = locale;
  }

  @Override
  public Integer call() throws Exception {
    Messages messages = Language.messages(locale);
    Console console = talk.console(messages);
    Map<?, ?> summary = summary(messages);
    List<String> inputs = inputs(summary, messages);
    Recipe recipe = RunOptions.read(run.resolve("recipe.yaml"), messages);
    List<SourceRead> reads =
        InputOptions.said(summary.get("options") instanceof Map<?, ?> said ? said : Map.of())
            .read(inputs, messages, console);
    List<JudgedPair> judged = judged(messages);
    CleanResult result =
        Guarded.run(
            Optional.of(run.resolve("recipe.yaml")),
            messages,
            () ->
                CleanRun.run(
                    reads.stream().map(SourceRead::table).toList(),
                    recipe,
                    LocalDate.EPOCH, // the recipe of a run names its day
                    Optional.ofNullable(summary.get("id")).map(String::valueOf),
                    judged,
                    console));
    int a = record(result, first, messages);
    if (second.isEmpty()) {
      group(result, a, inputs, messages, console);
    } else {
      pair(result, a, record(result, second.get(), messages), inputs, messages, console);
    }
    return ExitCode.OK;
  }

  private List<JudgedPair> judged(Messages messages) throws Failure, UnreadableSourceException {
    for (String type : List.of(".csv", ".xlsx")) {
      Path kept = run.resolve(JudgementOption.KEPT + type);
      if (Files.isRegularFile(kept)) {
        return JudgementOption.read(kept, messages);
      }
    }
    return List.of();
  }

  private void pair(
      CleanResult result, int a, int b, List<String> inputs, Messages messages, Console console)
      throws IOException {
    Explanation explanation = result.matching().explain(a, b);
    console.clear();
    ExplanationText text = new ExplanationText(explanation, result, messages);
    if (html.isPresent()) {
      write(ExplanationPage.html(explanation, result, messages), inputs);
    }
    if (talk.json()) {
      Json.write(System.out, text.tree());
    } else if (!talk.quiet()) {
      text.print(spec.commandLine().getOut());
      written(messages);
    }
  }

  private void group(
      CleanResult result, int record, List<String> inputs, Messages messages, Console console)
      throws IOException {
    GroupStory story = new GroupStory(result.matching(), record);
    console.clear();
    GroupText text = new GroupText(story, result, messages);
    if (html.isPresent()) {
      write(GroupPage.html(story, result, messages), inputs);
    }
    if (talk.json()) {
      Json.write(System.out, text.tree());
    } else if (!talk.quiet()) {
      text.print(spec.commandLine().getOut());
      written(messages);
    }
  }

  private void write(String page, List<String> inputs) throws IOException {
    OneFile.write(html.orElseThrow(), Inputs.files(inputs), page);
  }

  private void written(Messages messages) {
    html.ifPresent(
        file -> {
          PrintWriter out = spec.commandLine().getOut();
          out.println();
          out.println(messages.text("explain.html.written", file.toString()));
          out.flush();
        });
  }

  private Map<?, ?> summary(Messages messages) throws Failure {
    try (InputStream in = Files.newInputStream(run.resolve("run.json"))) {
      if (Json.read(in) instanceof Map<?, ?> map) {
        return map;
      }
    } catch (IOException e) {
      // worded below, like a file that is something else
    }
    throw new Failure(ExitCode.INPUT, messages.text("explain.no_run", run.toString()));
  }

  private static List<String> inputs(Map<?, ?> summary, Messages messages)
      throws Failure, IOException {
    List<String> inputs = new ArrayList<>();
    if (summary.get("inputs") instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Map<?, ?> input) {
          String path = String.valueOf(input.get("path"));
          if (path.equals(InputOptions.STANDARD_INPUT)) {
            throw new Failure(ExitCode.INPUT, messages.text("explain.standard"));
          }
          Path file = Path.of(path);
          if (!Files.isRegularFile(file)
              || !Inputs.digest(file).equals(String.valueOf(input.get("sha256")))) {
            throw new Failure(ExitCode.INPUT, messages.text("explain.changed", path));
          }
          inputs.add(path);
        }
      }
    }
    return inputs;
  }

  private String crossref() {
    return Files.exists(run.resolve("crossref.xlsx")) ? "crossref.xlsx" : "crossref.csv";
  }

  private int record(CleanResult result, String id, Messages messages) throws Failure {
    Optional<Integer> row = result.ids().row(id);
    if (row.isPresent()) {
      return row.get();
    }
    List<String> sharing = result.ids().sharing(id);
    throw new Failure(
        ExitCode.INPUT,
        sharing.isEmpty()
            ? messages.text("explain.record", id, crossref())
            : messages.text(
                "explain.several", id, sharing.stream().limit(MANY).collect(joining(", "))));
  }
}
