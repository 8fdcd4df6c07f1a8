package io.limpide.cli;

import io.limpide.cli.live.JudgementWords;
import io.limpide.connect.ReadOptions;
import io.limpide.connect.SourceRead;
import io.limpide.connect.UnreadableSourceException;
import io.limpide.connect.write.TableWriter;
import io.limpide.engine.message.Messages;
import io.limpide.engine.run.JudgedPair;
import io.limpide.engine.run.RecordIds;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What people said of pairs of records, in a table such as {@code review.csv}, filled in. */
final class JudgementOption {
  /** The name of the table that keeps what was said beside the results. */
  static final String KEPT = "judgements";

  private static final String FIRST = "id_a";
  private static final String SECOND = "id_b";
  private static final String JUDGEMENT = "judgement";
  private static final int SHOWN = 10;

  @Option(names = "--judgements", paramLabel = "FILE", descriptionKey = "judgements")
  private Optional<Path> file = Optional.empty();

  /** Reads what was said; nothing when no file was named. */
  List<JudgedPair> read(Messages messages) throws Failure, UnreadableSourceException {
    return file.isEmpty() ? List.of() : read(file.get(), messages);
  }

  static List<JudgedPair> read(Path file, Messages messages)
      throws Failure, UnreadableSourceException {
    List<SourceRead> reads;
    try {
      reads = InputOptions.read(file.toString(), ReadOptions.DEFAULT, messages);
    } catch (UnreadableSourceException e) {
      if (e.code().equals("header_only")) {
        return List.of(); // as a run writes that has nothing to ask
      }
      throw e;
    }
    List<JudgedPair> pairs = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (SourceRead read : reads) {
      Table table = read.table();
      Column a = column(table, FIRST, file, messages);
      Column b = column(table, SECOND, file, messages);
      Column judgement = column(table, JUDGEMENT, file, messages);
      for (int row = 0; row < table.rows(); row++) {
        String said = judgement.value(row);
        Optional<Boolean> same = JudgementWords.same(said);
        if (same.isPresent()) {
          pairs.add(new JudgedPair(a.value(row), b.value(row), same.get()));
        } else if (!said.isBlank()) {
          problems.add(
              messages.text("judgements.word", String.valueOf(table.rowNumber(row)), said));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new Failure(
          ExitCode.INPUT,
          messages.text("judgements.wrong", file.toString(), String.valueOf(problems.size()))
              + "\n"
              + String.join("\n", problems.subList(0, Math.min(SHOWN, problems.size()))));
    }
    return pairs;
  }

  private static Column column(Table table, String name, Path file, Messages messages)
      throws Failure {
    return table
        .column(name)
        .orElseThrow(
            () ->
                new Failure(
                    ExitCode.INPUT, messages.text("judgements.column", file.toString(), name)));
  }

  /** Keeps what was said, so that the run can be explained. */
  static void write(List<JudgedPair> pairs, TableWriter table) throws IOException {
    table.header(List.of(FIRST, SECOND, JUDGEMENT));
    for (JudgedPair pair : pairs) {
      table.row(List.of(pair.a(), pair.b(), pair.same() ? "same" : "different"));
    }
  }

  /** Says how much of what was said is about records that are not there. */
  static void remark(List<JudgedPair> pairs, RecordIds ids, PrintWriter out, Messages messages) {
    long gone = pairs.stream().filter(pair -> !pair.isKnown(ids)).count();
    if (gone > 0) {
      out.println(
          messages.text("judgements.gone", String.valueOf(gone), String.valueOf(pairs.size())));
    }
  }
}
