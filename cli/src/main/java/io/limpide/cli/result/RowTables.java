package io.limpide.cli.result;

import io.limpide.connect.Rejection;
import io.limpide.connect.SourceRead;
import io.limpide.connect.write.RowBatch;
import io.limpide.connect.write.TableWriter;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.merge.Golden;
import io.limpide.engine.message.Messages;
import io.limpide.engine.retain.Obsolete;
import io.limpide.engine.run.CleanResult;
import io.limpide.engine.table.Column;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result tables of records and parties. */
final class RowTables {
  private final CleanResult result;
  private final RecordNames names;
  private final Messages messages;

  RowTables(CleanResult result, RecordNames names, Messages messages) {
    this.result = result;
    this.names = names;
    this.messages = messages;
  }

  /** The parties: the columns of the input, golden values. */
  void clean(TableWriter table) throws IOException {
    List<Column> columns = result.golden().table().columns();
    table.header(columns.stream().map(RowTables::header).toList());
    Batches.write(
        table,
        result.golden().parties(),
        (from, to, rows) -> {
          for (int party = from; party < to; party++) {
            for (int at = 0; at < columns.size(); at++) {
              rows.cell(columns.get(at).dictionary(), columns.get(at).code(party));
            }
            rows.endRow();
          }
        });
  }

  /** Which party each record became. */
  void crossref(TableWriter table) throws IOException {
    Golden golden = result.golden();
    table.header(List.of("source", "row", "id", "party", "clean_row", "records"));
    Constants constants = new Constants(table);
    Batches.write(
        table,
        result.records(),
        (from, to, rows) -> {
          for (int record = from; record < to; record++) {
            int party = golden.partyOfRow()[record];
            rows.cell(constants.of(result.union().sources().get(result.union().sourceOf(record))));
            rows.cell(result.union().table().rowNumber(record));
            names.cell(rows, record);
            names.cell(rows, golden.leaderOfParty()[party]);
            rows.cell(cleanRow(party));
            rows.cell(golden.sizeOfParty()[party]);
            rows.endRow();
          }
        });
  }

  /** Who should no longer be held, and why. */
  void obsolete(TableWriter table) throws IOException {
    table.header(List.of("party", "clean_row", "cause", "field", "since", "due", "why", "rule"));
    List<Obsolete> obsolete = result.obsolescence().obsolete();
    Constants constants = new Constants(table);
    Batches.write(
        table,
        obsolete.size(),
        (from, to, rows) -> {
          for (int at = from; at < to; at++) {
            obsolete(obsolete.get(at), constants, rows);
          }
        });
  }

  private void obsolete(Obsolete obsolete, Constants constants, RowBatch rows) {
    String cause = obsolete.cause().word();
    String since = day(obsolete.since());
    String due = day(obsolete.due());
    names.cell(rows, result.golden().leaderOfParty()[obsolete.party()]);
    rows.cell(cleanRow(obsolete.party()));
    rows.cell(constants.of(cause));
    rows.cell(constants.of(obsolete.column()));
    rows.cell(since);
    rows.cell(due);
    rows.cell(messages.text("obsolete." + cause, obsolete.column(), since, due));
    rows.cell(constants.of(messages.text("rule." + cause, limit(obsolete.cause()))));
    rows.endRow();
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }

  private String limit(Obsolete.Cause cause) {
    return String.valueOf(
        cause == Obsolete.Cause.INACTIVE
            ? result.retention().inactiveMonths()
            : result.retention().retentionYears());
  }

  /** What could not be read, as it was. */
  static void rejected(TableWriter table, List<SourceRead> reads, Messages messages)
      throws IOException {
    table.header(List.of("source", "row", "reason", "what", "raw"));
    for (SourceRead read : reads) {
      for (Rejection rejection : read.rejections()) {
        Remark why = rejection.why();
        table.row(
            List.of(
                read.table().source(),
                String.valueOf(rejection.row()),
                why.reason().code(),
                words(messages, why),
                rejection.raw()));
      }
    }
  }

  /** Returns the row of a party in {@code clean.csv}, where the header is row 1. */
  private static int cleanRow(int party) {
    return party + 2;
  }

  static String header(Column column) {
    return column.header().isBlank() ? column.name() : column.header();
  }

  /** Returns a value as results show it: of a note that must not be there, a masked excerpt. */
  static String shown(Remark remark, String value) {
    boolean masked = masks(remark.reason()) && !remark.arguments().isEmpty();
    return masked ? remark.arguments().get(0) : value;
  }

  /** Returns whether findings of a reason show their first argument instead of the value. */
  static boolean masks(Reason reason) {
    return reason.code().startsWith("scan.");
  }

  static String words(Messages messages, Remark remark) {
    return messages.text("reason." + remark.reason().code(), remark.arguments().toArray());
  }
}
