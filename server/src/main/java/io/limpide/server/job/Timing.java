package io.limpide.server.job;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When something is due again and again. Times are counted from the first day, so the 31st stays
 * the 31st where there is one; the time of day is kept across changes of the clock, and where it
 * does not exist on a day it is as much later as the clock was set forward.
 *
 * @param first the first day
 * @param at the time of day
 */
record Timing(LocalDate first, Schedules.Every every, LocalTime at) {
  /** Returns the first due time after a moment. */
  Instant next(Instant after, ZoneId zone) {
    LocalDate from = after.atZone(zone).toLocalDate();
    // a guess that is never too late, so that years are not counted day by day
    long times = Math.max(0, every.between(first, from) - 1);
    Instant due = due(times, zone);
    while (!due.isAfter(after)) {
      due = due(++times, zone);
    }
    return due;
  }

  private Instant due(long times, ZoneId zone) {
    return every.later(first, times).atTime(at).atZone(zone).toInstant();
  }
}
