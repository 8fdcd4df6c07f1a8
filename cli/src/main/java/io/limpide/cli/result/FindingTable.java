package io.limpide.cli.result;

import io.limpide.connect.write.Constant;
import io.limpide.connect.write.RowBatch;
import io.limpide.connect.write.TableWriter;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.message.Messages;
import io.limpide.engine.run.CleanResult;
import io.limpide.engine.run.SourceResult;
import io.limpide.engine.table.Column;
import io.limpide.engine.validate.Validation;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Everything that is wrong or doubtful after the corrections. */
final class FindingTable {
  private final CleanResult result;
  private final RecordNames names;
  private final Messages messages;
  private final TableWriter table;
  private final Constants constants;
  private final Map<String, Said> reasons = new ConcurrentHashMap<>();

  /** What is said of every finding of one reason, and how the finding is worded. */
  private record Said(
      Constant reason,
      Constant severity,
      Constant dimension,
      boolean masked,
      String code,
      Constant withoutArguments) {}

  FindingTable(CleanResult result, RecordNames names, Messages messages, TableWriter table) {
    this.result = result;
    this.names = names;
    this.messages = messages;
    this.table = table;
    this.constants = new Constants(table);
  }

  void write() throws IOException {
    table.header(
        List.of(
            "source", "row", "id", "field", "value", "reason", "severity", "dimension", "what"));
    for (int at = 0; at < result.sources().size(); at++) {
      int source = at;
      Batches.write(
          table,
          result.sources().get(source).original().rows(),
          (from, to, rows) -> {
            for (int row = from; row < to; row++) {
              findings(source, row, rows);
            }
          });
    }
  }

  private void findings(int source, int row, RowBatch rows) {
    int record = result.recordOf(source, row);
    SourceResult of = result.sources().get(source);
    List<Column> originals = of.original().columns();
    List<Column> corrected = of.corrected().columns();
    of.standardized()
        .notes(
            row,
            note -> {
              if (!note.isChange()) {
                place(record, originals.get(note.column()).name(), rows);
                Remark remark = note.remark();
                Said said = said(remark.reason());
                if (said.masked() && !remark.arguments().isEmpty()) {
                  rows.cell(remark.arguments().get(0));
                } else {
                  Column column = corrected.get(note.column());
                  rows.cell(column.dictionary(), column.code(row));
                }
                why(said, remark, rows);
              }
            });
    for (Validation.Outcome outcome : of.checks()) {
      if (outcome.failing().get(row)) {
        String column = outcome.check().columns().get(0);
        place(record, column, rows);
        rows.cell(of.corrected().column(column).map(cells -> cells.value(row)).orElse(""));
        why(said(outcome.remark().reason()), outcome.remark(), rows);
      }
    }
  }

  private void place(int record, String column, RowBatch rows) {
    rows.cell(constants.of(result.union().sources().get(result.union().sourceOf(record))));
    rows.cell(result.union().table().rowNumber(record));
    names.cell(rows, record);
    rows.cell(constants.of(column));
  }

  private void why(Said said, Remark remark, RowBatch rows) {
    rows.cell(said.reason());
    rows.cell(said.severity());
    rows.cell(said.dimension());
    if (remark.arguments().isEmpty()) {
      rows.cell(said.withoutArguments());
    } else {
      rows.cell(messages.text(said.code(), remark.arguments().toArray()));
    }
    rows.endRow();
  }

  private Said said(Reason reason) {
    Said known = reasons.get(reason.code());
    if (known != null) {
      return known;
    }
    String code = "reason." + reason.code();
    Said said =
        new Said(
            table.constant(reason.code()),
            table.constant(reason.severity().name().toLowerCase(Locale.ROOT)),
            table.constant(reason.dimension().name().toLowerCase(Locale.ROOT)),
            RowTables.masks(reason),
            code,
            table.constant(messages.text(code)));
    reasons.put(reason.code(), said);
    return said;
  }
}
