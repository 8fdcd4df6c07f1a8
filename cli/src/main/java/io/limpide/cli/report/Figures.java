package io.limpide.cli.report;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Numbers and dates as the reader writes them. */
final class Figures {
  private static final int LONGEST = 80;

  private final Locale locale;
  private final boolean french;
  private final String percentSign;

  Figures(Texts texts) {
    this.locale = texts.locale();
    this.french = texts.isFrench();
    this.percentSign = texts.isFrench() ? "\u202F%" : "%";
  }

  String count(long count) {
    return NumberFormat.getIntegerInstance(locale).format(count);
  }

  String decimal(double value, int digits) {
    if (Double.isNaN(value)) {
      return "–";
    }
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(value);
  }

  String percent(double ratio) {
    return Double.isNaN(ratio)
        ? "–"
        : decimal(ratio * 100, ratio > 0.999 && ratio < 1 ? 2 : 1) + percentSign;
  }

  /** A share that is neither nothing nor all is never shown as such. */
  String share(double ratio) {
    if (ratio > 0 && ratio < 0.0005) {
      return "< " + decimal(0.1, 1) + percentSign;
    }
    return ratio < 1 && ratio > 0.9999 ? "> " + decimal(99.99, 2) + percentSign : percent(ratio);
  }

  /** A percentage without decimals, such as a weight or a confidence. */
  String wholePercent(double percent) {
    return decimal(percent, 0) + percentSign;
  }

  /** A difference, with its sign. */
  String signed(double value, int digits) {
    String size = decimal(Math.abs(value), digits);
    if (Double.isNaN(value) || size.equals(decimal(0, digits))) {
      return size;
    }
    return (value > 0 ? "+" : "−") + size;
  }

  /** A width for a style sheet, which knows no comma. */
  String width(double percent) {
    return String.format(
        Locale.ROOT, "%.1f", Double.isNaN(percent) ? 0 : Math.max(0, Math.min(100, percent)));
  }

  String date(LocalDate day) {
    String date =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
    return french && day.getDayOfMonth() == 1 ? date.replaceFirst("^1 ", "1er ") : date;
  }

  String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, end(text)) + "…";
  }

  /** Where to cut, not in the middle of a character. */
  private static int end(String text) {
    int end = LONGEST - 1;
    return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
  }
}
