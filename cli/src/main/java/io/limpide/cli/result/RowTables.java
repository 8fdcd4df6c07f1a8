package io.limpide.cli.result;

import io.limpide.connect.Rejection;
import io.limpide.connect.SourceRead;
import io.limpide.connect.write.TableWriter;
import io.limpide.engine.finding.Change;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.merge.Golden;
import io.limpide.engine.message.Messages;
import io.limpide.engine.retain.Obsolete;
import io.limpide.engine.run.CleanResult;
import io.limpide.engine.run.SourceResult;
import io.limpide.engine.standardize.StandardizedTable;
import io.limpide.engine.table.Column;
import io.limpide.engine.validate.Validation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The result tables that tell, row by row, what was done and what is wrong. */
final class RowTables {
  private static final String MERGE = "merge";

  private final CleanResult result;
  private final Messages messages;

  RowTables(CleanResult result, Messages messages) {
    this.result = result;
    this.messages = messages;
  }

  /** The parties: the columns of the input, golden values. */
  void clean(TableWriter table) throws IOException {
    List<Column> columns = result.golden().table().columns();
    table.header(columns.stream().map(RowTables::header).toList());
    table.rows(columns);
  }

  /** Which party each record became. */
  void crossref(TableWriter table) throws IOException {
    Golden golden = result.golden();
    table.header(List.of("source", "row", "id", "party", "clean_row", "records"));
    for (int row = 0; row < result.records(); row++) {
      int party = golden.partyOfRow()[row];
      table.row(
          List.of(
              source(row),
              number(row),
              result.ids().id(row),
              partyId(party),
              String.valueOf(party + 2), // the header is row 1 of clean.csv
              String.valueOf(golden.sizeOfParty()[party])));
    }
  }

  /** Every correction, applied or proposed, and every value that a merge changed. */
  void changes(TableWriter table) throws IOException {
    table.header(
        List.of(
            "source",
            "row",
            "id",
            "field",
            "before",
            "after",
            "rule",
            "level",
            "confidence",
            "why"));
    Golden golden = result.golden();
    for (int source = 0; source < result.sources().size(); source++) {
      StandardizedTable standardized = result.sources().get(source).standardized();
      for (int row = 0; row < standardized.original().rows(); row++) {
        int record = result.recordOf(source, row);
        standardized.visit(row, new ChangeWriter(table, record));
        int party = golden.partyOfRow()[record];
        if (golden.sizeOfParty()[party] > 1 && golden.leaderOfParty()[party] == record) {
          merged(table, record, party);
        }
      }
    }
  }

  private void merged(TableWriter table, int record, int party) throws IOException {
    List<Column> before = result.union().table().columns();
    List<Column> after = result.golden().table().columns();
    for (int column = 0; column < before.size(); column++) {
      String own = before.get(column).value(record);
      String golden = after.get(column).value(party);
      if (!own.equals(golden)) {
        table.row(
            List.of(
                source(record),
                number(record),
                result.ids().id(record),
                before.get(column).name(),
                own,
                golden,
                MERGE,
                "safe",
                "1",
                messages.text("rule.merge")));
      }
    }
  }

  /** Everything that is wrong or doubtful after the corrections. */
  void findings(TableWriter table) throws IOException {
    table.header(
        List.of(
            "source", "row", "id", "field", "value", "reason", "severity", "dimension", "what"));
    for (int source = 0; source < result.sources().size(); source++) {
      SourceResult of = result.sources().get(source);
      for (int row = 0; row < of.original().rows(); row++) {
        int record = result.recordOf(source, row);
        of.standardized().visit(row, new FindingWriter(table, of, row, record));
        for (Validation.Outcome outcome : of.checks()) {
          if (outcome.failing().get(row)) {
            String column = outcome.check().columns().get(0);
            finding(table, record, column, value(of, column, row), outcome.remark());
          }
        }
      }
    }
  }

  /** Who should no longer be held, and why. */
  void obsolete(TableWriter table) throws IOException {
    table.header(List.of("party", "clean_row", "cause", "field", "since", "due", "why", "rule"));
    for (Obsolete obsolete : result.obsolescence().obsolete()) {
      String since = obsolete.since() == null ? "" : obsolete.since().toString();
      String due = obsolete.due() == null ? "" : obsolete.due().toString();
      String cause = obsolete.cause().word();
      table.row(
          List.of(
              partyId(obsolete.party()),
              String.valueOf(obsolete.party() + 2),
              cause,
              obsolete.column(),
              since,
              due,
              messages.text("obsolete." + cause, obsolete.column(), since, due),
              messages.text("rule." + cause, limit(obsolete.cause()))));
    }
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

  private static String value(SourceResult source, String column, int row) {
    return source.corrected().column(column).map(cells -> cells.value(row)).orElse("");
  }

  static String header(Column column) {
    return column.header().isBlank() ? column.name() : column.header();
  }

  /** Returns a value as results show it: of a note that must not be there, a masked excerpt. */
  static String shown(Remark remark, String value) {
    boolean scanned = remark.reason().code().startsWith("scan.") && !remark.arguments().isEmpty();
    return scanned ? remark.arguments().get(0) : value;
  }

  static String words(Messages messages, Remark remark) {
    return messages.text("reason." + remark.reason().code(), remark.arguments().toArray());
  }

  String partyId(int party) {
    return result.ids().id(result.golden().leaderOfParty()[party]);
  }

  private String source(int record) {
    return result.union().sources().get(result.union().sourceOf(record));
  }

  private String number(int record) {
    return String.valueOf(result.union().table().rowNumber(record));
  }

  private void finding(TableWriter table, int record, String column, String value, Remark remark)
      throws IOException {
    table.row(
        List.of(
            source(record),
            number(record),
            result.ids().id(record),
            column,
            value,
            remark.reason().code(),
            remark.reason().severity().name().toLowerCase(Locale.ROOT),
            remark.reason().dimension().name().toLowerCase(Locale.ROOT),
            words(messages, remark)));
  }

  private final class ChangeWriter implements StandardizedTable.Visitor {
    private final TableWriter table;
    private final int record;

    ChangeWriter(TableWriter table, int record) {
      this.table = table;
      this.record = record;
    }

    @Override
    public void change(Column column, Change change) {
      List<String> cells = new ArrayList<>();
      cells.add(source(record));
      cells.add(number(record));
      cells.add(result.ids().id(record));
      cells.add(column.name());
      cells.add(change.before());
      cells.add(change.after());
      cells.add(change.rule());
      cells.add(change.level().name().toLowerCase(Locale.ROOT));
      cells.add(String.valueOf(change.confidence()));
      cells.add(messages.text("rule." + change.rule(), change.evidence().toArray()));
      try {
        table.row(cells);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void remark(Column column, Remark remark) {}
  }

  private final class FindingWriter implements StandardizedTable.Visitor {
    private final TableWriter table;
    private final SourceResult source;
    private final int row;
    private final int record;

    FindingWriter(TableWriter table, SourceResult source, int row, int record) {
      this.table = table;
      this.source = source;
      this.row = row;
      this.record = record;
    }

    @Override
    public void change(Column column, Change change) {}

    @Override
    public void remark(Column column, Remark remark) {
      try {
        finding(
            table, record, column.name(), shown(remark, value(source, column.name(), row)), remark);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
