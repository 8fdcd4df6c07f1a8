package io.limpide.cli.report;

import io.limpide.cli.result.Words;
import io.limpide.engine.match.Explanation;
import java.util.ArrayList;
import java.util.List;

/**
 * How the weight of a pair comes together: from what two records at random would weigh, each field
 * moves it on or back. The same figures stand in the table beside it.
 */
final class WaterfallChart {
  private static final int WIDTH = 760;
  private static final int NAMES = 196;
  private static final int FIGURES = 64;
  private static final int ROW = 27;
  private static final int BAR = 15;
  private static final int TOP = 30;
  private static final int BOTTOM = 40;
  private static final double SPEAKS = 0.005; // bits; less is not drawn
  private static final int LONGEST = 28;

  private final Explanation explanation;
  private final double merge;
  private final double review;
  private final Texts texts;
  private final Figures figures;
  private final List<Step> steps = new ArrayList<>();
  private double low;
  private double high;

  private record Step(String name, double from, double to, boolean whole) {}

  /**
   * @param merge the weight from which pairs are merged
   * @param review the weight from which a person is asked
   */
  WaterfallChart(
      Explanation explanation, double merge, double review, Texts texts, Figures figures) {
    this.explanation = explanation;
    this.merge = merge;
    this.review = review;
    this.texts = texts;
    this.figures = figures;
    lay();
  }

  private void lay() {
    double at = explanation.prior();
    steps.add(new Step(texts.capital(texts.text("explain.prior")), 0, at, true));
    for (Explanation.FieldEvidence field : explanation.fields()) {
      if (Math.abs(field.weight()) >= SPEAKS) {
        String name = texts.capital(texts.set(Words.field(field.field(), texts.messages())));
        steps.add(new Step(name, at, at + field.weight(), false));
        at += field.weight();
      }
    }
    if (Math.abs(explanation.moved()) >= SPEAKS) {
      steps.add(
          new Step(
              texts.capital(texts.text("explain.moved")), at, at + explanation.moved(), false));
      at += explanation.moved();
    }
    if (explanation.alternative() >= SPEAKS) {
      steps.add(
          new Step(
              texts.capital(texts.text("explain.alternative")),
              at,
              at - explanation.alternative(),
              false));
    }
    steps.add(new Step(texts.capital(texts.text("explain.sum")), 0, explanation.weight(), true));
    low = Math.min(0, review);
    high = Math.max(0, merge);
    for (Step step : steps) {
      low = Math.min(low, Math.min(step.from(), step.to()));
      high = Math.max(high, Math.max(step.from(), step.to()));
    }
  }

  String svg() {
    int height = TOP + steps.size() * ROW;
    Svg svg =
        new Svg(
            WIDTH, height + BOTTOM, texts.text("explain.chart"), texts.text("explain.chart.text"));
    svg.stripes("against", "var(--bad)", "var(--track)");
    axis(svg, height);
    threshold(svg, height, review, "end", texts.text("report.match.review"));
    threshold(svg, height, merge, "start", texts.text("report.match.merge"));
    for (int at = 0; at < steps.size(); at++) {
      draw(svg, steps.get(at), at);
    }
    svg.text((NAMES + WIDTH) / 2.0, height + 35, "middle", texts.text("report.match.axis.bits"));
    return svg.end();
  }

  private void axis(Svg svg, int height) {
    double span = high - low;
    int step = span <= 12 ? 2 : span <= 30 ? 5 : span <= 70 ? 10 : 20;
    for (int bits = (int) Math.ceil(low / step) * step; bits <= high; bits += step) {
      svg.line(x(bits), TOP, x(bits), height, bits == 0 ? "var(--dim)" : "var(--line)", "");
      svg.text(x(bits), height + 17, "middle", figures.signed(bits, 0));
    }
  }

  private void threshold(Svg svg, int height, double bits, String anchor, String name) {
    svg.line(x(bits), TOP - 6, x(bits), height, "var(--ink)", "4 3");
    svg.strong(x(bits) + (anchor.equals("end") ? -4 : 4), TOP - 12, anchor, name);
  }

  private void draw(Svg svg, Step step, int at) {
    double top = TOP + at * ROW + (ROW - BAR) / 2.0;
    double left = x(Math.min(step.from(), step.to()));
    double right = x(Math.max(step.from(), step.to()));
    double move = step.to() - step.from();
    String fill = move < 0 ? "url(#against)" : "var(--accent)";
    svg.rect(left, top, Math.max(1.5, right - left), BAR, step.whole() ? "var(--grey)" : fill);
    if (step.whole()) {
      svg.strong(NAMES - 10, top + 12, "end", cut(step.name()));
      svg.strong(beside(left, right, move), top + 12, side(move), figures.signed(move, 1));
    } else {
      svg.text(NAMES - 10, top + 12, "end", cut(step.name()));
      svg.text(beside(left, right, move), top + 12, side(move), figures.signed(move, 1));
    }
    if (at + 1 < steps.size()) {
      svg.line(x(step.to()), top + BAR, x(step.to()), top + ROW, "var(--grey)", "2 2");
    }
  }

  private static double beside(double left, double right, double move) {
    return move < 0 ? left - 5 : right + 5;
  }

  private static String side(double move) {
    return move < 0 ? "end" : "start";
  }

  private static String cut(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  private double x(double bits) {
    return NAMES + FIGURES + (bits - low) / (high - low) * (WIDTH - NAMES - 2 * FIGURES);
  }
}
