package io.limpide.cli.report;

import io.limpide.engine.message.Messages;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Numbers and dates as the reader writes them. */
final class Figures {
  private static final int LONGEST = 80;

  private final Locale locale;

  Figures(Messages messages) {
    this.locale = messages.locale();
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
    return decimal(ratio * 100, ratio > 0.999 && ratio < 1 ? 2 : 1) + " %";
  }

  /** A width for a style sheet, which knows no comma. */
  String width(double percent) {
    return String.format(
        Locale.ROOT, "%.1f", Double.isNaN(percent) ? 0 : Math.max(0, Math.min(100, percent)));
  }

  String date(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }

  String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
