package io.limpide.cli.report;

import io.limpide.engine.match.WeightDistribution;
import io.limpide.engine.match.WeightDistribution.Decider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How many compared pairs there are of each weight and how many of them are expected to be of one
 * party, on a scale of powers of ten: strangers are far more than duplicates.
 */
final class DistributionChart {
  private static final int LOWEST = -30;
  private static final int HIGHEST = 45;
  private static final int WIDTH = 760;
  private static final int HEIGHT = 230;
  private static final int LEFT = 60;
  private static final int TOP = 34;
  private static final int BOTTOM = 40;
  private static final int TABLE_STEP = 5;

  private final WeightDistribution distribution;
  private final double merge;
  private final double review;
  private final Texts texts;
  private final Figures figures;
  private final int low;
  private final int high;
  private final String stripes;

  /**
   * @param name of the population, a word: ids on the page begin with it
   */
  DistributionChart(
      String name,
      WeightDistribution distribution,
      double merge,
      double review,
      Texts texts,
      Figures figures) {
    this.distribution = distribution;
    this.merge = merge;
    this.review = review;
    this.texts = texts;
    this.figures = figures;
    int first = LOWEST;
    while (first < -10 && pairs(Double.NEGATIVE_INFINITY, first + TABLE_STEP) == 0) {
      first += TABLE_STEP;
    }
    int last = HIGHEST;
    while (last > 15 && pairs(last - TABLE_STEP, Double.POSITIVE_INFINITY) == 0) {
      last -= TABLE_STEP;
    }
    this.stripes = name + "-stripes";
    this.low = first;
    this.high = last;
  }

  private long pairs(double from, double to) {
    long pairs = 0;
    for (Decider decider : Decider.values()) {
      pairs += distribution.pairs(decider, from, to);
    }
    return pairs;
  }

  private double matches(double from, double to) {
    double matches = 0;
    for (Decider decider : Decider.values()) {
      matches += distribution.matches(decider, from, to);
    }
    return matches;
  }

  private double from(int bits) {
    return bits == low ? Double.NEGATIVE_INFINITY : bits;
  }

  private double to(int bits) {
    return bits == high ? Double.POSITIVE_INFINITY : bits;
  }

  /** Returns the same figures in wider steps. */
  List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int bits = low; bits < high; bits += TABLE_STEP) {
      double from = from(bits);
      double to = to(bits + TABLE_STEP);
      rows.add(
          Map.of(
              "range", range(bits, bits + TABLE_STEP),
              "pairs", figures.count(pairs(from, to)),
              "matches", figures.count(Math.round(matches(from, to))),
              "decided", figures.count(distribution.pairs(Decider.MERGED, from, to)),
              "kept", figures.count(distribution.pairs(Decider.KEPT, from, to))));
    }
    return rows;
  }

  private String range(int from, int to) {
    if (from == low) {
      return "< " + figures.signed(to, 0);
    }
    return to == high
        ? "≥ " + figures.signed(from, 0)
        : texts.text("report.range", figures.signed(from, 0), figures.signed(to, 0));
  }

  String svg() {
    Svg svg =
        new Svg(
            WIDTH,
            HEIGHT + BOTTOM,
            texts.text("report.match.distribution"),
            texts.text("report.match.distribution.text"));
    long most = 1;
    for (int bits = low; bits < high; bits++) {
      most = Math.max(most, pairs(from(bits), to(bits + 1)));
    }
    double top = Math.log10(1.0 + most);
    scale(svg, top);
    double width = x(low + 1) - x(low);
    svg.stripes(stripes, "var(--grey)", "var(--page)");
    for (int bits = low; bits < high; bits++) {
      double from = from(bits);
      double to = to(bits + 1);
      double all = pairs(from, to);
      double kept = distribution.pairs(Decider.KEPT, from, to);
      bar(svg, bits, width, all - kept, top, "var(--grey)");
      if (kept > 0) {
        double y = y(all, top);
        double below = y(all - kept, top);
        svg.rect(x(bits) + 1, y, width - 2, below - y, "url(#" + stripes + ")");
      }
      bar(svg, bits, width, matches(from, to), top, "var(--accent)");
    }
    svg.line(LEFT, HEIGHT, WIDTH, HEIGHT, "var(--dim)", "");
    for (int bits = low; bits <= high; bits += TABLE_STEP) {
      svg.text(x(bits), HEIGHT + 17, bits == high ? "end" : "middle", figures.signed(bits, 0));
    }
    svg.text((LEFT + WIDTH) / 2.0, HEIGHT + 35, "middle", texts.text("report.match.axis.bits"));
    threshold(svg, review, "end", texts.text("report.match.review"));
    threshold(svg, merge, "start", texts.text("report.match.merge"));
    return svg.end();
  }

  private void scale(Svg svg, double top) {
    for (int power = 0; power <= top; power++) {
      double value = Math.pow(10, power);
      double y = y(value, top);
      svg.line(LEFT, y, WIDTH, y, "var(--line)", "");
      svg.text(
          LEFT - 6,
          y + 4,
          "end",
          power < 6 ? figures.count((long) value) : figures.count((long) value / 1_000_000) + " M");
    }
  }

  private void bar(Svg svg, int bits, double width, double value, double top, String fill) {
    if (value >= 0.05) {
      double y = y(value, top);
      svg.rect(x(bits) + 1, y, width - 2, HEIGHT - y, fill);
    }
  }

  private void threshold(Svg svg, double bits, String anchor, String name) {
    double x = x(Math.max(low, Math.min(high, bits)));
    svg.line(x, TOP - 8, x, HEIGHT, "var(--ink)", "4 3");
    svg.strong(x + (anchor.equals("end") ? -5 : 5), TOP - 12, anchor, name);
  }

  private double x(double bits) {
    return LEFT + (bits - low) / (high - low) * (WIDTH - LEFT);
  }

  private static double y(double value, double top) {
    return HEIGHT - Math.log10(1 + value) / top * (HEIGHT - TOP);
  }
}
