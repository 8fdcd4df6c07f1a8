package io.limpide.cli;

import io.limpide.connect.SourceRead;
import io.limpide.engine.message.Messages;
import io.limpide.engine.run.FieldPlan;
import io.limpide.engine.run.RecordIds;
import io.limpide.engine.table.Column;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** By which column records are named. */
final class IdOption {
  @Option(names = "--id", paramLabel = "COLUMN", descriptionKey = "id")
  private Optional<String> id = Optional.empty();

  /** Returns the column; refuses one that no source has. */
  Optional<String> column(List<SourceRead> reads, Messages messages) throws Failure {
    if (id.isPresent()) {
      List<String> columns =
          reads.stream()
              .flatMap(read -> read.table().columns().stream())
              .map(Column::name)
              .toList();
      if (!columns.contains(id.get())) {
        String near = FieldPlan.nearest(id.get(), columns);
        throw new Failure(
            ExitCode.USAGE,
            messages.text(
                "input.id", id.get(), near.isEmpty() ? "" : messages.text("input.id.hint", near)));
      }
    }
    return id;
  }

  /** Says so where the column cannot name the records. */
  void remark(RecordIds ids, PrintWriter out, Messages messages) {
    if (id.isPresent() && !ids.byColumnAlone()) {
      out.println(messages.text("input.id.twice", id.get()));
    }
  }
}
