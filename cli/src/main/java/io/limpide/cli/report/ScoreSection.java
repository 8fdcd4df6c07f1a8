package io.limpide.cli.report;

import io.limpide.engine.finding.Dimension;
import io.limpide.engine.profile.Deduction;
import io.limpide.engine.profile.DimensionScore;
import io.limpide.engine.profile.QualityScore;
import io.limpide.engine.run.CleanResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The score by dimension, before and after, and where its points went. */
final class ScoreSection {
  private static final int LOSSES = 30;

  /** Less is not worth a line: it would be shown as 0.00. */
  private static final double LEAST = 0.005;

  private final CleanResult result;
  private final Texts texts;
  private final Figures figures;

  private record Loss(Dimension dimension, Deduction deduction, double points) {}

  ScoreSection(CleanResult result, Texts texts, Figures figures) {
    this.result = result;
    this.texts = texts;
    this.figures = figures;
  }

  void into(Map<String, Object> page) {
    page.put(
        "scoreSentence",
        texts.text(
            "report.score.sentence",
            figures.decimal(result.scoreBefore().overall(), 1),
            figures.decimal(result.scoreAfter().overall(), 1)));
    page.put("dimensions", dimensions());
    Folded.into(page, "losses", losses(), texts);
  }

  private List<Map<String, Object>> dimensions() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (DimensionScore was : result.scoreBefore().dimensions()) {
      DimensionScore now = result.scoreAfter().of(was.dimension());
      boolean judged = was.judged() && now.judged();
      rows.add(
          Map.of(
              "name", name(was.dimension()),
              "meaning", texts.text("report.dimension." + word(was.dimension())),
              "before", score(was),
              "after", score(now),
              "gain", judged ? figures.signed(now.score() - was.score(), 1) : "–",
              "weight", was.judged() ? figures.wholePercent(was.weight()) : "–",
              "beforeWidth", figures.width(was.judged() ? was.score() : 0),
              "afterWidth", figures.width(now.judged() ? now.score() : 0)));
    }
    return rows;
  }

  private String score(DimensionScore dimension) {
    return dimension.judged()
        ? figures.decimal(dimension.score(), 1)
        : texts.text("dimension.unknown");
  }

  /** Where the points of the cleaned base went, the greatest loss first. */
  private List<Map<String, Object>> losses() {
    QualityScore score = result.scoreAfter();
    List<Loss> losses = new ArrayList<>();
    for (DimensionScore dimension : score.dimensions()) {
      for (Deduction deduction : dimension.deductions()) {
        double points = score.overallPoints(dimension, deduction);
        if (points >= LEAST) {
          losses.add(new Loss(dimension.dimension(), deduction, points));
        }
      }
    }
    losses.sort(Comparator.comparingDouble((Loss loss) -> -loss.points()));
    double most = losses.isEmpty() ? 1 : losses.get(0).points();
    return losses.stream().limit(LOSSES).map(loss -> row(loss, most)).toList();
  }

  private Map<String, Object> row(Loss loss, double most) {
    return Map.of(
        "dimension", name(loss.dimension()),
        "cause", cause(loss.deduction(), word(loss.dimension())),
        "column", loss.deduction().column(),
        "rows", figures.count(loss.deduction().rows()),
        "points", figures.decimal(loss.points(), 2),
        "width", figures.width(loss.points() / most * 100));
  }

  private String cause(Deduction deduction, String dimension) {
    if (texts.has("requirement." + deduction.code())) {
      return texts.text("report.missing", texts.text("requirement." + deduction.code()));
    }
    for (String head : List.of("loss.", "reason.")) {
      if (texts.has(head + deduction.code())) {
        return texts.general(head + deduction.code());
      }
    }
    return texts.text("loss." + dimension);
  }

  private String name(Dimension dimension) {
    return texts.capital(texts.text("dimension." + word(dimension)));
  }

  private static String word(Dimension dimension) {
    return dimension.name().toLowerCase(Locale.ROOT);
  }
}
