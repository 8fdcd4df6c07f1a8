package io.limpide.cli.result;

import io.limpide.connect.write.Constant;
import io.limpide.connect.write.RowBatch;
import io.limpide.connect.write.TableWriter;
import io.limpide.engine.match.DoubtfulGroup;
import io.limpide.engine.match.Explanation;
import io.limpide.engine.match.MatchResult;
import io.limpide.engine.match.PairDecision;
import io.limpide.engine.match.Verdict;
import io.limpide.engine.message.Messages;
import io.limpide.engine.run.RecordIds;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** The result tables about pairs and groups. */
public final class PairTables {
  private static final int SHOWN = 20;

  private final MatchResult matching;
  private final RecordNames names;
  private final Messages messages;
  private final PairWords words;

  /** Makes the tables of an outcome, in the language of the texts. */
  public PairTables(MatchResult matching, RecordIds ids, Messages messages) {
    this(matching, new RecordNames(ids, matching.records()), messages);
  }

  PairTables(MatchResult matching, RecordNames names, Messages messages) {
    this.matching = matching;
    this.names = names;
    this.messages = messages;
    this.words = new PairWords(messages);
  }

  /** Every pair that is not plainly different. */
  public void pairs(TableWriter table) throws IOException {
    table.header(
        List.of("id_a", "id_b", "weight", "probability", "verdict", "rule", "why", "evidence"));
    Constants constants = new Constants(table);
    Batches.write(
        table,
        matching.pairCount(),
        (from, to, rows) -> {
          for (int at = from; at < to; at++) {
            pair(rows, constants, matching.pair(at));
          }
        });
  }

  private void pair(RowBatch rows, Constants constants, PairDecision pair) {
    Explanation explanation = matching.explainBriefly(pair.a(), pair.b());
    names.cell(rows, pair.a());
    names.cell(rows, pair.b());
    rows.cell(Decimals.of(pair.weight(), 2));
    rows.cell(Decimals.of(pair.probability(), 4));
    rows.cell(constants.of(pair.verdict().word()));
    rows.cell(constants.of(pair.rule()));
    rows.cell(words.sentence(explanation));
    rows.cell(words.evidence(explanation));
    rows.endRow();
  }

  /** Which group each record is in. */
  public void clusters(TableWriter table) throws IOException {
    table.header(List.of("id", "cluster_id"));
    Batches.write(
        table,
        matching.records(),
        (from, to, rows) -> {
          for (int record = from; record < to; record++) {
            names.cell(rows, record);
            names.cell(rows, matching.cluster(record));
            rows.endRow();
          }
        });
  }

  /** What a person must decide: doubtful groups first, then undecided pairs. */
  public void review(TableWriter table) throws IOException {
    table.header(
        List.of("kind", "id_a", "id_b", "weight", "probability", "records", "why", "judgement"));
    for (DoubtfulGroup doubt : matching.doubts()) {
      String records =
          doubt.records().stream().limit(SHOWN).map(names::name).collect(Collectors.joining(" "));
      table.row(
          List.of(
              doubt.reason(),
              names.name(doubt.a()),
              names.name(doubt.b()),
              Decimals.of(doubt.weight(), 2),
              "",
              doubt.records().size() > SHOWN ? records + " ..." : records,
              messages.text("doubt." + doubt.reason(), String.valueOf(doubt.records().size())),
              ""));
    }
    Constant undecided = table.constant(Verdict.UNDECIDED.word());
    Batches.write(
        table,
        matching.pairCount(),
        (from, to, rows) -> {
          for (int at = from; at < to; at++) {
            PairDecision pair = matching.pair(at);
            if (pair.verdict() == Verdict.UNDECIDED
                && matching.cluster(pair.a()) != matching.cluster(pair.b())) {
              undecided(rows, undecided, pair);
            }
          }
        });
  }

  private void undecided(RowBatch rows, Constant verdict, PairDecision pair) {
    rows.cell(verdict);
    names.cell(rows, pair.a());
    names.cell(rows, pair.b());
    rows.cell(Decimals.of(pair.weight(), 2));
    rows.cell(Decimals.of(pair.probability(), 4));
    rows.cell(names.name(pair.a()) + " " + names.name(pair.b()));
    rows.cell(words.sentence(matching.explainBriefly(pair.a(), pair.b())));
    rows.cell("");
    rows.endRow();
  }
}
