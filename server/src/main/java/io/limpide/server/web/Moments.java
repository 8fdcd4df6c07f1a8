package io.limpide.server.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Moments and spans as the reader writes them; templates call it {@code @moments}. */
@Component("moments")
public class Moments {
  private static Locale locale() {
    Locale locale = LocaleContextHolder.getLocale();
    return locale.getLanguage().equals("fr") ? Locale.FRANCE : Locale.UK;
  }

  /** Returns day and time of day; a dash for none. */
  public String of(@Nullable Instant moment) {
    return moment == null
        ? "–"
        : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(locale())
            .format(moment.atZone(ZoneId.systemDefault()));
  }

  /** Returns a day. */
  public String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale()).format(day);
  }

  /** Returns the days since a moment; -1 for none. */
  public long daysSince(@Nullable Instant moment) {
    return moment == null ? -1 : Math.max(0, Duration.between(moment, Instant.now()).toDays());
  }

  /** Returns a span in hours, minutes and seconds, such as {@code 4 min 10 s}. */
  public String span(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3_600) {
      return seconds / 60 + " min " + seconds % 60 + " s";
    }
    return seconds / 3_600 + " h " + seconds % 3_600 / 60 + " min";
  }
}
