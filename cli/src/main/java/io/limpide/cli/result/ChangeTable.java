package io.limpide.cli.result;

import io.limpide.connect.write.Constant;
import io.limpide.connect.write.RowBatch;
import io.limpide.connect.write.TableWriter;
import io.limpide.engine.finding.Level;
import io.limpide.engine.merge.Golden;
import io.limpide.engine.message.Messages;
import io.limpide.engine.run.CleanResult;
import io.limpide.engine.standardize.Note;
import io.limpide.engine.table.Column;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Every correction, applied or proposed, and every value that a merge changed. */
final class ChangeTable {
  private static final int CONFIDENCES = 10_000; // they have four decimals

  private final CleanResult result;
  private final RecordNames names;
  private final Messages messages;
  private final TableWriter table;
  private final Constants constants;
  private final Constant safe;
  private final Constant suggested;
  private final @Nullable Constant[] confidences = new Constant[CONFIDENCES + 1];
  private final Map<String, Said> rules = new ConcurrentHashMap<>();
  private final Constant merge;
  private final Constant certain;
  private final Constant whyMerged;

  /** What a rule is called, and how what it did is worded. */
  private record Said(Constant rule, String code, Constant withoutEvidence) {}

  ChangeTable(CleanResult result, RecordNames names, Messages messages, TableWriter table) {
    this.result = result;
    this.names = names;
    this.messages = messages;
    this.table = table;
    this.constants = new Constants(table);
    safe = table.constant(word(Level.SAFE));
    suggested = table.constant(word(Level.SUGGESTED));
    merge = table.constant("merge");
    certain = table.constant("1");
    whyMerged = table.constant(messages.text("rule.merge"));
  }

  void write() throws IOException {
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
    for (int at = 0; at < result.sources().size(); at++) {
      int source = at;
      Batches.write(
          table,
          result.sources().get(source).original().rows(),
          (from, to, rows) -> {
            for (int row = from; row < to; row++) {
              changes(source, row, rows);
            }
          });
    }
  }

  private void changes(int source, int row, RowBatch rows) {
    int record = result.recordOf(source, row);
    var standardized = result.sources().get(source).standardized();
    List<Column> columns = standardized.original().columns();
    standardized.notes(
        row,
        note -> {
          if (note.isChange()) {
            change(record, columns.get(note.column()), note, rows);
          }
        });
    Golden golden = result.golden();
    int party = golden.partyOfRow()[record];
    if (golden.sizeOfParty()[party] > 1 && golden.leaderOfParty()[party] == record) {
      merged(record, party, rows);
    }
  }

  private void change(int record, Column column, Note note, RowBatch rows) {
    place(record, column, rows);
    rows.cell(note.texts(), note.before());
    rows.cell(note.texts(), note.after());
    Said said = said(note.rule());
    rows.cell(said.rule());
    rows.cell(note.level() == Level.SAFE ? safe : suggested);
    rows.cell(confidence(note.confidence()));
    List<String> evidence = note.evidence();
    if (evidence.isEmpty()) {
      rows.cell(said.withoutEvidence());
    } else {
      rows.cell(messages.text(said.code(), evidence.toArray()));
    }
    rows.endRow();
  }

  private static String word(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  private Constant confidence(double confidence) {
    int at = (int) Math.round(confidence * CONFIDENCES);
    Constant known = confidences[at]; // two threads may each make one: they are alike
    if (known == null) {
      known = table.constant(String.valueOf(confidence));
      confidences[at] = known;
    }
    return known;
  }

  private Said said(String rule) {
    Said known = rules.get(rule);
    if (known != null) {
      return known;
    }
    String code = "rule." + rule;
    Said said = new Said(table.constant(rule), code, table.constant(messages.text(code)));
    rules.put(rule, said);
    return said;
  }

  private void merged(int record, int party, RowBatch rows) {
    List<Column> before = result.union().table().columns();
    List<Column> after = result.golden().table().columns();
    for (int at = 0; at < before.size(); at++) {
      Column own = before.get(at);
      Column golden = after.get(at);
      boolean same =
          own.dictionary() == golden.dictionary()
              ? own.code(record) == golden.code(party)
              : own.value(record).equals(golden.value(party));
      if (!same) {
        place(record, own, rows);
        rows.cell(own.dictionary(), own.code(record));
        rows.cell(golden.dictionary(), golden.code(party));
        rows.cell(merge);
        rows.cell(safe);
        rows.cell(certain);
        rows.cell(whyMerged);
        rows.endRow();
      }
    }
  }

  private void place(int record, Column column, RowBatch rows) {
    rows.cell(constants.of(result.union().sources().get(result.union().sourceOf(record))));
    rows.cell(result.union().table().rowNumber(record));
    names.cell(rows, record);
    rows.cell(constants.of(column.name()));
  }
}
