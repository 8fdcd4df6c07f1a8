package io.limpide.cli.report;

import io.limpide.engine.match.MatchResult;
import io.limpide.engine.match.PairDecision;
import io.limpide.engine.match.Verdict;
import io.limpide.engine.message.Messages;
import java.util.Locale;

/** How many pairs there are by weight, coloured by verdict; the table of verdicts is its twin. */
final class WeightChart {
  private static final int LOW = -12;
  private static final int HIGH = 48;
  private static final int STEP = 2;
  private static final int BINS = (HIGH - LOW) / STEP;
  private static final int WIDTH = 900;
  private static final int HEIGHT = 180;
  private static final int FOOT = 36;

  private final long[][] counts = new long[3][BINS]; // duplicate, undecided, the others
  private final Messages messages;

  WeightChart(MatchResult matching, Messages messages) {
    this.messages = messages;
    for (int at = 0; at < matching.pairCount(); at++) {
      PairDecision pair = matching.pair(at);
      int bin = (int) Math.floor((pair.weight() - LOW) / STEP);
      int kind =
          pair.verdict() == Verdict.DUPLICATE ? 0 : pair.verdict() == Verdict.UNDECIDED ? 1 : 2;
      counts[kind][Math.max(0, Math.min(BINS - 1, bin))]++;
    }
  }

  String svg() {
    long most = 1;
    for (int bin = 0; bin < BINS; bin++) {
      most = Math.max(most, counts[0][bin] + counts[1][bin] + counts[2][bin]);
    }
    String[] colours = {"var(--accent)", "var(--warn)", "var(--grey)"};
    String[] names = {"verdict.duplicate", "verdict.undecided", "report.related"};
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
            .formatted(WIDTH, HEIGHT + FOOT + 20, escaped(messages.text("report.weights"))));
    double width = (double) WIDTH / BINS;
    for (int bin = 0; bin < BINS; bin++) {
      double top = HEIGHT;
      for (int kind = 0; kind < 3; kind++) {
        double height = HEIGHT * 0.97 * counts[kind][bin] / most;
        top -= height;
        if (height > 0) {
          svg.append(
              String.format(
                  Locale.ROOT,
                  "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                  bin * width + 1,
                  top,
                  width - 2,
                  height,
                  colours[kind]));
        }
      }
    }
    for (int bits = LOW; bits <= HIGH; bits += 12) {
      double x = (double) (bits - LOW) / (HIGH - LOW) * WIDTH;
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%+d</text>",
              x,
              HEIGHT + 16,
              bits == LOW ? "start" : bits == HIGH ? "end" : "middle",
              bits));
    }
    int x = 0;
    for (int kind = 0; kind < 3; kind++) {
      String name = messages.text(names[kind]);
      svg.append(
          "<rect x=\"%d\" y=\"%d\" width=\"11\" height=\"11\" fill=\"%s\"/>"
              .formatted(x, HEIGHT + 28, colours[kind]));
      svg.append("<text x=\"%d\" y=\"%d\">%s</text>".formatted(x + 16, HEIGHT + 38, escaped(name)));
      x += 40 + 8 * name.length();
    }
    return svg.append("</svg>").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
