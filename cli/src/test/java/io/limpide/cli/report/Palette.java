package io.limpide.cli.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The colours that a page's style sheet names, and how they stand out (WCAG 2.2, "contrast ratio").
 */
final class Palette {
  private static final Pattern SCHEME = Pattern.compile(":root\\{(.*?)\\}", Pattern.DOTALL);
  private static final Pattern COLOUR = Pattern.compile("--([a-z-]+):(#[0-9a-f]{3,6})");

  private Palette() {}

  /** Returns the colours by name, of the light scheme and the dark. */
  static List<Map<String, String>> schemes(String page) {
    List<Map<String, String>> schemes = new ArrayList<>();
    Matcher scheme = SCHEME.matcher(page);
    while (scheme.find()) {
      Map<String, String> colours = new HashMap<>();
      Matcher colour = COLOUR.matcher(scheme.group(1));
      while (colour.find()) {
        colours.put(colour.group(1), colour.group(2));
      }
      schemes.add(colours);
    }
    return schemes;
  }

  /** Returns the contrast of two colours, 1 to 21. */
  static double contrast(Map<String, String> scheme, String a, String b) {
    double one = luminance(Objects.requireNonNull(scheme.get(a), a));
    double other = luminance(Objects.requireNonNull(scheme.get(b), b));
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  private static double luminance(String colour) {
    String hex =
        colour.length() == 4 ? colour.substring(1).replaceAll("(.)", "$1$1") : colour.substring(1);
    return 0.2126 * channel(hex, 0) + 0.7152 * channel(hex, 2) + 0.0722 * channel(hex, 4);
  }

  private static double channel(String hex, int at) {
    double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
