package io.limpide.cli.report;

import io.limpide.engine.match.MatchResult;
import io.limpide.engine.match.PairDecision;
import io.limpide.engine.match.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many pairs there are by weight, stacked by verdict. Verdicts differ by lightness and pattern
 * as well as by colour, and {@link #rows} gives the same as a table.
 */
final class WeightChart {
  private static final int LOW = -12;
  private static final int HIGH = 48;
  private static final int STEP = 2;
  private static final int BINS = (HIGH - LOW) / STEP;
  private static final int WIDTH = 900;
  private static final int HEIGHT = 170;
  private static final int TOP = 18;
  private static final int AXIS = 22;
  private static final int TABLE_STEP = 6;
  private static final List<String> FILLS = List.of("var(--accent)", "url(#hatch)", "var(--grey)");

  private final long[][] counts = new long[FILLS.size()][BINS]; // duplicate, undecided, related
  private final Texts texts;
  private final Figures figures;

  WeightChart(MatchResult matching, Texts texts, Figures figures) {
    this.texts = texts;
    this.figures = figures;
    for (int at = 0; at < matching.pairCount(); at++) {
      PairDecision pair = matching.pair(at);
      int bin = (int) Math.floor((pair.weight() - LOW) / STEP);
      counts[kind(pair.verdict())][Math.max(0, Math.min(BINS - 1, bin))]++;
    }
  }

  private static int kind(Verdict verdict) {
    return switch (verdict) {
      case DUPLICATE -> 0;
      case UNDECIDED -> 1;
      default -> 2;
    };
  }

  /** Returns the same figures in words, in wider steps. */
  List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    int wide = TABLE_STEP / STEP;
    for (int bin = 0; bin < BINS; bin += wide) {
      long[] sums = new long[FILLS.size()];
      for (int kind = 0; kind < sums.length; kind++) {
        for (int at = bin; at < bin + wide; at++) {
          sums[kind] += counts[kind][at];
        }
      }
      rows.add(
          Map.of(
              "range", range(bin, bin + wide),
              "duplicate", figures.count(sums[0]),
              "undecided", figures.count(sums[1]),
              "related", figures.count(sums[2])));
    }
    return rows;
  }

  private String range(int from, int to) {
    String low = figures.signed(LOW + from * STEP, 0);
    String high = figures.signed(LOW + to * STEP, 0);
    if (from == 0) {
      return "< " + high;
    }
    return to == BINS ? "≥ " + low : texts.text("report.range", low, high);
  }

  /** Returns the drawing; it holds nothing that came from a file. */
  String svg() {
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
            .formatted(
                WIDTH,
                HEIGHT + AXIS,
                new PageEscaper().escape(texts.text("report.weights.label"))));
    svg.append(
        "<defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\""
            + " patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\""
            + " fill=\"var(--warn-soft)\"/><rect width=\"2.5\" height=\"6\""
            + " fill=\"var(--warn)\"/></pattern></defs>");
    bars(svg);
    svg.append(
        "<line x1=\"0\" x2=\"%d\" y1=\"%d\" y2=\"%d\" stroke=\"var(--line)\"/>"
            .formatted(WIDTH, HEIGHT, HEIGHT));
    for (int bits = LOW; bits <= HIGH; bits += TABLE_STEP) {
      label(svg, bits);
    }
    return svg.append("</svg>").toString();
  }

  private void bars(StringBuilder svg) {
    long most = scale();
    double width = (double) WIDTH / BINS;
    for (int bin = 0; bin < BINS; bin++) {
      double top = HEIGHT;
      for (int kind = 0; kind < counts.length; kind++) {
        if (counts[kind][bin] > 0) {
          double height =
              Math.min(
                  top - TOP, Math.max(1.5, (HEIGHT - TOP) * (double) counts[kind][bin] / most));
          top -= height;
          svg.append(
              String.format(
                  Locale.ROOT,
                  "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                  bin * width + 1,
                  top,
                  width - 2,
                  height,
                  FILLS.get(kind)));
        }
      }
      if (sum(bin) > most) {
        boolean last = bin == BINS - 1;
        double x = last ? WIDTH : bin * width;
        text(svg, x, TOP - 4, last ? "end" : "start", figures.count(sum(bin)) + " ↑");
      }
    }
  }

  /** The highest bar that is drawn whole; the ends gather all that lies beyond and may be cut. */
  private long scale() {
    long inner = 0;
    for (int bin = 1; bin < BINS - 1; bin++) {
      inner = Math.max(inner, sum(bin));
    }
    return inner == 0 ? Math.max(1, Math.max(sum(0), sum(BINS - 1))) : inner;
  }

  private long sum(int bin) {
    return counts[0][bin] + counts[1][bin] + counts[2][bin];
  }

  private void label(StringBuilder svg, int bits) {
    String anchor = bits == LOW ? "start" : bits == HIGH ? "end" : "middle";
    double x = (double) (bits - LOW) / (HIGH - LOW) * WIDTH;
    text(svg, x, HEIGHT + 16, anchor, figures.signed(bits, 0));
  }

  private static void text(StringBuilder svg, double x, int y, String anchor, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>",
            x,
            y,
            anchor,
            text));
  }
}
