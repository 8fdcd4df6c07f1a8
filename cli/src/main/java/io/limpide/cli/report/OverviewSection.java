package io.limpide.cli.report;

import io.limpide.cli.result.RunSummary;
import io.limpide.connect.SourceRead;
import io.limpide.engine.message.Messages;
import io.limpide.engine.profile.Deduction;
import io.limpide.engine.profile.DimensionScore;
import io.limpide.engine.retain.Obsolete;
import io.limpide.engine.run.CleanResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures on top, the score and where its points went, and who is obsolete. */
final class OverviewSection {
  private static final int LOSSES = 25;

  private final CleanResult result;
  private final List<SourceRead> reads;
  private final RunSummary summary;
  private final Messages messages;
  private final Figures figures;

  OverviewSection(
      CleanResult result,
      List<SourceRead> reads,
      RunSummary summary,
      Messages messages,
      Figures figures) {
    this.result = result;
    this.reads = reads;
    this.summary = summary;
    this.messages = messages;
    this.figures = figures;
  }

  void into(Map<String, Object> page) {
    page.put("tiles", tiles());
    page.put("dimensions", dimensions());
    page.put(
        "scoreSentence",
        messages.text(
            "report.score.sentence",
            figures.decimal(result.scoreBefore().overall(), 1),
            figures.decimal(result.scoreAfter().overall(), 1)));
    List<Map<String, Object>> losses = losses();
    page.put("losses", losses);
    page.put("hasLosses", !losses.isEmpty());
    page.put("obsolete", obsolete());
    page.put(
        "undatedSentence",
        messages.text(
            "report.undated",
            figures.count(result.obsolescence().inactivityUnknown()),
            figures.count(result.obsolescence().retentionUnknown()),
            figures.count(result.obsolescence().persons())));
  }

  private List<Map<String, Object>> tiles() {
    long rejected = reads.stream().mapToLong(read -> read.rejections().size()).sum();
    long applied = summary.rules().values().stream().mapToLong(counts -> counts[0]).sum();
    long proposed = summary.rules().values().stream().mapToLong(counts -> counts[1]).sum();
    long review =
        summary.verdicts().getOrDefault("undecided", 0L) + result.matching().doubts().size();
    List<Map<String, Object>> tiles = new ArrayList<>();
    tiles.add(tile(figures.decimal(result.scoreAfter().overall(), 0), "report.tile.score"));
    tiles.add(tile(figures.count(result.records()), "report.tile.records"));
    tiles.add(tile(figures.count(result.golden().parties()), "report.tile.parties"));
    tiles.add(tile(figures.count(applied), "report.tile.corrections"));
    tiles.add(tile(figures.count(proposed), "report.tile.suggested"));
    tiles.add(
        tile(figures.count(result.records() - result.golden().parties()), "report.tile.merged"));
    tiles.add(tile(figures.count(review), "report.tile.review"));
    tiles.add(tile(figures.count(rejected), "report.tile.rejected"));
    return tiles;
  }

  private Map<String, Object> tile(String value, String label) {
    return Map.of("value", value, "label", messages.text(label));
  }

  private List<Map<String, Object>> dimensions() {
    List<Map<String, Object>> rows = new ArrayList<>();
    List<DimensionScore> before = result.scoreBefore().dimensions();
    for (int at = 0; at < before.size(); at++) {
      DimensionScore was = before.get(at);
      DimensionScore is = result.scoreAfter().of(was.dimension());
      rows.add(
          Map.of(
              "name", messages.text("dimension." + word(was)),
              "before", score(was),
              "after", score(is),
              "weight", was.judged() ? was.weight() + " %" : "–",
              "beforeWidth", figures.width(was.judged() ? was.score() : 0),
              "afterWidth", figures.width(is.judged() ? is.score() : 0)));
    }
    return rows;
  }

  private String score(DimensionScore dimension) {
    return dimension.judged()
        ? figures.decimal(dimension.score(), 1)
        : messages.text("dimension.unknown");
  }

  /** Where the points of the cleaned base went, the greatest loss first. */
  private List<Map<String, Object>> losses() {
    record Loss(DimensionScore dimension, Deduction deduction, double points) {}
    List<Loss> losses = new ArrayList<>();
    for (DimensionScore dimension : result.scoreAfter().dimensions()) {
      for (Deduction deduction : dimension.deductions()) {
        if (dimension.judged()) {
          losses.add(
              new Loss(
                  dimension, deduction, result.scoreAfter().overallPoints(dimension, deduction)));
        }
      }
    }
    losses.sort(java.util.Comparator.comparingDouble((Loss loss) -> -loss.points()));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Loss loss : losses.subList(0, Math.min(LOSSES, losses.size()))) {
      rows.add(
          Map.of(
              "dimension", messages.text("dimension." + word(loss.dimension())),
              "cause", cause(loss.deduction(), word(loss.dimension())),
              "column", loss.deduction().column(),
              "rows", figures.count(loss.deduction().rows()),
              "points", figures.decimal(loss.points(), 2)));
    }
    return rows;
  }

  private String cause(Deduction deduction, String dimension) {
    for (String key :
        List.of(
            "requirement." + deduction.code(),
            "loss." + deduction.code(),
            "short." + deduction.code(),
            "reason." + deduction.code())) {
      if (messages.has(key)) {
        String column = deduction.column();
        return messages.text(key, column, column, column);
      }
    }
    return messages.text("loss." + dimension);
  }

  private List<Map<String, Object>> obsolete() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Obsolete.Cause cause : Obsolete.Cause.values()) {
      String limit =
          String.valueOf(
              cause == Obsolete.Cause.INACTIVE
                  ? result.retention().inactiveMonths()
                  : result.retention().retentionYears());
      rows.add(
          Map.of(
              "cause", messages.text("report.cause." + cause.word()),
              "count", figures.count(result.obsolescence().count(cause)),
              "rule", messages.text("rule." + cause.word(), limit)));
    }
    return rows;
  }

  private static String word(DimensionScore dimension) {
    return dimension.dimension().name().toLowerCase(Locale.ROOT);
  }
}
