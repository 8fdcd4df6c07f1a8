package io.limpide.cli.result;

import io.limpide.connect.write.TableWriter;
import io.limpide.engine.match.DoubtfulGroup;
import io.limpide.engine.match.MatchResult;
import io.limpide.engine.match.PairDecision;
import io.limpide.engine.match.Verdict;
import io.limpide.engine.message.Messages;
import io.limpide.engine.run.RecordIds;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The result tables about pairs and groups. */
public final class PairTables {
  private static final int SHOWN = 20;

  private final MatchResult matching;
  private final RecordIds ids;
  private final Messages messages;

  /** Makes the tables of an outcome, in the language of the texts. */
  public PairTables(MatchResult matching, RecordIds ids, Messages messages) {
    this.matching = matching;
    this.ids = ids;
    this.messages = messages;
  }

  /** Every pair that is not plainly different. */
  public void pairs(TableWriter table) throws IOException {
    table.header(
        List.of("id_a", "id_b", "weight", "probability", "verdict", "rule", "why", "evidence"));
    for (int at = 0; at < matching.pairCount(); at++) {
      pair(table, matching.pair(at));
    }
  }

  private void pair(TableWriter table, PairDecision pair) throws IOException {
    var explanation = matching.explain(pair.a(), pair.b());
    table.row(
        List.of(
            ids.id(pair.a()),
            ids.id(pair.b()),
            String.format(Locale.ROOT, "%.2f", pair.weight()),
            String.format(Locale.ROOT, "%.4f", pair.probability()),
            pair.verdict().word(),
            pair.rule(),
            Words.sentence(explanation, messages),
            Words.evidence(explanation, messages)));
  }

  /** Which group each record is in. */
  public void clusters(TableWriter table) throws IOException {
    table.header(List.of("id", "cluster_id"));
    for (int record = 0; record < matching.records(); record++) {
      table.row(List.of(ids.id(record), ids.id(matching.cluster(record))));
    }
  }

  /** What a person must decide: doubtful groups first, then undecided pairs. */
  public void review(TableWriter table) throws IOException {
    table.header(List.of("kind", "id_a", "id_b", "weight", "probability", "records", "why"));
    for (DoubtfulGroup doubt : matching.doubts()) {
      String records =
          doubt.records().stream().limit(SHOWN).map(ids::id).collect(Collectors.joining(" "));
      table.row(
          List.of(
              doubt.reason(),
              ids.id(doubt.a()),
              ids.id(doubt.b()),
              String.format(Locale.ROOT, "%.2f", doubt.weight()),
              "",
              doubt.records().size() > SHOWN ? records + " ..." : records,
              messages.text("doubt." + doubt.reason(), String.valueOf(doubt.records().size()))));
    }
    for (int at = 0; at < matching.pairCount(); at++) {
      PairDecision pair = matching.pair(at);
      if (pair.verdict() == Verdict.UNDECIDED
          && matching.cluster(pair.a()) != matching.cluster(pair.b())) {
        table.row(
            List.of(
                pair.verdict().word(),
                ids.id(pair.a()),
                ids.id(pair.b()),
                String.format(Locale.ROOT, "%.2f", pair.weight()),
                String.format(Locale.ROOT, "%.4f", pair.probability()),
                ids.id(pair.a()) + " " + ids.id(pair.b()),
                Words.sentence(matching.explain(pair.a(), pair.b()), messages)));
      }
    }
  }
}
