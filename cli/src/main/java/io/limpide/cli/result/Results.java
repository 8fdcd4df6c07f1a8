package io.limpide.cli.result;

import io.limpide.cli.report.MatchReportPage;
import io.limpide.cli.report.Report;
import io.limpide.connect.SourceRead;
import io.limpide.connect.write.OutputFolder;
import io.limpide.connect.write.TableWriter;
import io.limpide.engine.message.Messages;
import io.limpide.engine.run.CleanResult;
import io.limpide.engine.run.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Writes every result of a run into its folder. */
public final class Results {
  private final CleanResult result;
  private final List<SourceRead> reads;
  private final RunSummary summary;
  private final Messages messages;
  private final Progress progress;

  /** Opens tables in the format that was asked for. */
  public interface Tables {
    /** Begins the table of that name. */
    TableWriter open(String name, Optional<Character> delimiter) throws IOException;

    /** Returns the file name of a table. */
    String fileName(String name);
  }

  private interface Content {
    void write(TableWriter table) throws IOException;
  }

  /** Makes the results of a run. */
  public Results(
      CleanResult result,
      List<SourceRead> reads,
      RunSummary summary,
      Messages messages,
      Progress progress) {
    this.result = result;
    this.reads = List.copyOf(reads);
    this.summary = summary;
    this.messages = messages;
    this.progress = progress;
  }

  /** Writes them; the folder's owner commits. */
  public void write(OutputFolder folder, Tables tables) throws IOException {
    RecordNames names = new RecordNames(result.ids(), result.records());
    RowTables rows = new RowTables(result, names, messages);
    PairTables pairs = new PairTables(result.matching(), names, messages);
    table(tables, 0, "clean", rows::clean);
    table(tables, 1, "crossref", rows::crossref);
    table(tables, 2, "changes", to -> new ChangeTable(result, names, messages, to).write());
    table(tables, 3, "findings", to -> new FindingTable(result, names, messages, to).write());
    table(tables, 4, "pairs", pairs::pairs);
    table(tables, 5, "clusters", pairs::clusters);
    table(tables, 6, "review", pairs::review);
    table(tables, 7, "obsolete", rows::obsolete);
    table(tables, 8, "rejected", to -> RowTables.rejected(to, reads, messages));
    progress.report(Progress.Stage.WRITE, 9, 12);
    text(folder, "recipe.yaml", RecipeText.of(result, messages));
    text(folder, "report.html", Report.html(result, reads, summary, tables::fileName, messages));
    text(
        folder,
        "match-report.html",
        MatchReportPage.html(
            result.matching(), result.ids(), result.union().sources(), tables::fileName, messages));
    try (OutputStream out = folder.file("run.json")) {
      Json.write(out, summary.tree());
    }
  }

  private void table(Tables tables, int number, String name, Content content) throws IOException {
    progress.report(Progress.Stage.WRITE, number, 12);
    try (TableWriter table = tables.open(name, delimiter())) {
      content.write(table);
    }
  }

  /** The delimiter of the first source, so that what comes back looks like what came in. */
  private Optional<Character> delimiter() {
    return switch (reads.get(0).facts().getOrDefault("delimiter", "")) {
      case "tab" -> Optional.of('\t');
      case "comma" -> Optional.of(',');
      case "semicolon" -> Optional.of(';');
      case "pipe" -> Optional.of('|');
      default -> Optional.empty();
    };
  }

  /** Writes a text; the folder's owner commits. */
  public static void text(OutputFolder folder, String name, String text) throws IOException {
    try (OutputStream out = folder.file(name)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
