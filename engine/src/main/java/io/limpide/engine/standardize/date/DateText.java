package io.limpide.engine.standardize.date;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a text says as a date.
 *
 * @param form how it is written
 * @param date the day; the first day of the month or year where that is all it tells; empty when
 *     there is no such day or it is no date at all
 * @param time ISO 8601 time with offset if written, such as {@code 14:30:00+01:00}; else empty
 * @param shortYear whether the century is a guess
 * @param ambiguous whether day and month could be the other way round
 */
record DateText(
    Form form, Optional<LocalDate> date, String time, boolean shortYear, boolean ambiguous) {
  /** How a date may be written. */
  enum Form {
    /** Year, month and day, {@code 2021-04-03}, as it should be. */
    ISO,
    /** Numbers in another order or with other signs between them. */
    NUMBERS,
    /** With the name of the month. */
    NAMED,
    /** Days since 1900, as spreadsheets count. */
    SERIAL,
    /** Seconds or milliseconds since 1970. */
    EPOCH,
    /** Month and year only. */
    MONTH,
    /** A year only. */
    YEAR,
    /** Made like a date, but there is no such day. */
    IMPOSSIBLE,
    /** No date. */
    NONE
  }

  static final DateText NONE = new DateText(Form.NONE, Optional.empty(), "", false, false);
  static final DateText IMPOSSIBLE =
      new DateText(Form.IMPOSSIBLE, Optional.empty(), "", false, false);

  static DateText of(Form form, LocalDate date) {
    return new DateText(form, Optional.of(date), "", false, false);
  }

  boolean hasMidnight() {
    return time.equals("00:00:00");
  }

  /** Returns the standard form: ISO 8601, as precise as the text. */
  String iso() {
    String day = date.map(LocalDate::toString).orElse("");
    return switch (form) {
      case MONTH -> day.substring(0, Math.max(0, day.length() - 3));
      case YEAR -> day.substring(0, Math.max(0, day.length() - 6));
      default -> time.isEmpty() ? day : day + "T" + time;
    };
  }
}
