package io.limpide.cli.report;

import io.limpide.engine.match.Expectation;
import io.limpide.engine.match.MatchReport;
import io.limpide.engine.score.PairWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Where the thresholds stand among the weights, and what others would give. */
final class ThresholdSection {
  private static final double STEPS = 4; // bins of a bit

  /** In bits: 20 %, 50 %, 80 %, 90 %, 95 %, 98 %, 99 % and 99.9 %, to the nearest quarter. */
  private static final List<Double> SHOWN = List.of(-2.0, 0.0, 2.0, 3.25, 4.25, 5.5, 6.75, 10.0);

  private final MatchReport report;
  private final Texts texts;
  private final Figures figures;
  private final double merge;
  private final double review;

  ThresholdSection(MatchReport report, Texts texts, Figures figures) {
    this.report = report;
    this.texts = texts;
    this.figures = figures;
    this.merge = bits(report.merge());
    this.review = bits(report.review());
  }

  static double bits(double probability) {
    return Math.log(probability / (1 - probability)) / Math.log(2);
  }

  void into(Map<String, Object> part) {
    part.put(
        "thresholdSentence",
        texts.text(
            "report.match.thresholds.sentence",
            figures.percent(report.merge()),
            figures.signed(merge, 1),
            figures.percent(report.review()),
            figures.signed(review, 1)));
    DistributionChart chart =
        new DistributionChart(
            report.persons() ? "persons" : "companies",
            report.distribution(),
            merge,
            review,
            texts,
            figures);
    part.put("distributionChart", chart.svg());
    part.put("distributionRows", chart.rows());
    part.put("curve", new ThresholdCurve(report.distribution(), merge, texts, figures).svg());
    part.put("thresholds", thresholds());
  }

  private List<Map<String, Object>> thresholds() {
    TreeSet<Double> all = new TreeSet<>(SHOWN);
    double mergeBin = Math.rint(merge * STEPS) / STEPS;
    double reviewBin = Math.rint(review * STEPS) / STEPS;
    all.add(mergeBin);
    all.add(reviewBin);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (double bits : all) {
      boolean inUse = bits == mergeBin;
      Expectation expectation = inUse ? report.expectation() : report.distribution().at(bits);
      String use =
          inUse
              ? texts.text("report.match.merge")
              : bits == reviewBin ? texts.text("report.match.review") : "";
      rows.add(
          Map.of(
              "probability",
                  figures.percent(inUse ? report.merge() : PairWeights.probability(bits)),
              "bits", figures.signed(inUse ? merge : bits, 1),
              "used", inUse ? "used" : "",
              "use", use,
              "merged", figures.count(expectation.merged()),
              "precision", figures.share(expectation.precision()),
              "recall", figures.share(expectation.recall())));
    }
    return rows;
  }
}
