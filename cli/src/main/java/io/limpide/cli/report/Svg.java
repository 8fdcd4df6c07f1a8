package io.limpide.cli.report;

import java.util.Locale;

/** A drawing, piece by piece; whatever text it holds is escaped. */
final class Svg {
  private final PageEscaper escaper = new PageEscaper();
  private final StringBuilder svg = new StringBuilder();

  /**
   * Begins a drawing.
   *
   * @param title what it is, in a few words
   * @param description what it shows
   */
  Svg(int width, int height, String title, String description) {
    add(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\"><title>%s</title>"
            + "<desc>%s</desc>",
        width, height, escaper.escape(title), escaper.escape(title), escaper.escape(description));
  }

  private void add(String format, Object... arguments) {
    svg.append(String.format(Locale.ROOT, format, arguments));
  }

  /** Adds a pattern of stripes that {@code fill} can name. */
  void stripes(String id, String colour, String ground) {
    add(
        "<defs><pattern id=\"%s\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\""
            + " patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"%s\"/>"
            + "<rect width=\"3\" height=\"6\" fill=\"%s\"/></pattern></defs>",
        id, ground, colour);
  }

  void rect(double x, double y, double width, double height, String fill) {
    add(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
        x, y, Math.max(0, width), Math.max(0, height), fill);
  }

  /** Draws a line; {@code dashes} as in {@code stroke-dasharray}, empty for none. */
  void line(double x1, double y1, double x2, double y2, String stroke, String dashes) {
    add(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"%s/>",
        x1, y1, x2, y2, stroke, dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"");
  }

  /** Draws lines from point to point: x and y in turn. */
  void path(double[] points, String stroke, String dashes) {
    StringBuilder path = new StringBuilder();
    for (int at = 0; at < points.length; at += 2) {
      path.append(String.format(Locale.ROOT, " %.1f,%.1f", points[at], points[at + 1]));
    }
    add(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\""
            + " stroke-linejoin=\"round\"%s/>",
        path.toString().strip(),
        stroke,
        dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"");
  }

  void circle(double x, double y, double radius, String fill) {
    add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>", x, y, radius, fill);
  }

  /** Writes; {@code anchor} is {@code start}, {@code middle} or {@code end}. */
  void text(double x, double y, String anchor, String text) {
    add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, escaped(text));
  }

  /** Writes what must be seen first. */
  void strong(double x, double y, String anchor, String text) {
    add(
        "<text class=\"strong\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        x, y, anchor, escaped(text));
  }

  private String escaped(String text) {
    return escaper.escape(text);
  }

  /** Returns the drawing. */
  String end() {
    return svg + "</svg>";
  }
}
