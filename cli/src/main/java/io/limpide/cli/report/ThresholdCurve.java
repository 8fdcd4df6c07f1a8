package io.limpide.cli.report;

import io.limpide.engine.match.Expectation;
import io.limpide.engine.match.WeightDistribution;
import io.limpide.engine.score.PairWeights;

/** Expected precision and recall by threshold. The same stands in a table beside it. */
final class ThresholdCurve {
  private static final double FIRST = -2;
  private static final double LAST = 12;
  private static final double STEP = 0.25;
  private static final int WIDTH = 520;
  private static final int HEIGHT = 230;
  private static final int LEFT = 48;
  private static final int RIGHT = 10;
  private static final int TOP = 26;
  private static final int BOTTOM = 40;

  private final double merge;
  private final Texts texts;
  private final Figures figures;
  private final int points = (int) ((LAST - FIRST) / STEP) + 1;
  private final double[] precision = new double[points];
  private final double[] recall = new double[points];
  private final double floor;

  ThresholdCurve(WeightDistribution distribution, double merge, Texts texts, Figures figures) {
    this.merge = merge;
    this.texts = texts;
    this.figures = figures;
    double least = 0.9;
    for (int at = 0; at < points; at++) {
      Expectation expectation = distribution.at(FIRST + at * STEP);
      precision[at] = expectation.precision();
      recall[at] = expectation.recall();
      least = Math.min(least, Math.min(precision[at], recall[at]));
    }
    this.floor = Math.max(0, Math.floor(least * 10) / 10);
  }

  String svg() {
    Svg svg =
        new Svg(
            WIDTH,
            HEIGHT + BOTTOM,
            texts.text("report.match.curve"),
            texts.text("report.match.curve.text"));
    double step = floor >= 0.9 ? 0.02 : floor >= 0.5 ? 0.1 : 0.2;
    for (double share = 1; share > floor - 1e-9; share -= step) {
      svg.line(LEFT, y(share), WIDTH - RIGHT, y(share), "var(--line)", "");
      svg.text(LEFT - 6, y(share) + 4, "end", figures.wholePercent(100 * share));
    }
    for (double bits : new double[] {-2, 0, 2, 4.25, 6.75, 10}) {
      svg.text(x(bits), HEIGHT + 17, "middle", label(bits));
    }
    svg.text(
        (LEFT + WIDTH - RIGHT) / 2.0,
        HEIGHT + 35,
        "middle",
        texts.text("report.match.axis.threshold"));
    double inUse = Math.max(FIRST, Math.min(LAST, merge));
    svg.line(x(inUse), TOP - 6, x(inUse), HEIGHT, "var(--ink)", "4 3");
    svg.strong(x(inUse), TOP - 11, "middle", texts.text("report.match.merge"));
    svg.path(line(precision), "var(--accent)", "");
    svg.path(line(recall), "var(--warn)", "6 4");
    int at = (int) Math.max(0, Math.min(points - 1.0, Math.rint((inUse - FIRST) / STEP)));
    svg.circle(x(inUse), y(precision[at]), 4, "var(--accent)");
    svg.circle(x(inUse), y(recall[at]), 4, "var(--warn)");
    return svg.end();
  }

  private String label(double bits) {
    double percent = 100 * PairWeights.probability(bits);
    return percent > 99.5 ? figures.percent(percent / 100) : figures.wholePercent(percent);
  }

  private double[] line(double[] shares) {
    double[] line = new double[2 * points];
    for (int at = 0; at < points; at++) {
      line[2 * at] = x(FIRST + at * STEP);
      line[2 * at + 1] = y(shares[at]);
    }
    return line;
  }

  private static double x(double bits) {
    return LEFT + (bits - FIRST) / (LAST - FIRST) * (WIDTH - LEFT - RIGHT);
  }

  private double y(double share) {
    return HEIGHT - (share - floor) / (1 - floor) * (HEIGHT - TOP);
  }
}
