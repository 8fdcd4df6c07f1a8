package io.limpide.server.job;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A month and what is due in it, week by week.
 *
 * @param title such as {@code March 2027}
 * @param names of the days of a week, the first being Monday
 */
record DueMonth(
    String title, YearMonth before, YearMonth after, List<String> names, List<List<Day>> weeks) {
  /** A day; of another month when {@code inside} is false. */
  record Day(LocalDate date, boolean inside, List<Due> due) {}

  /** Something that is due. */
  record Due(LocalTime at, String kind) {}

  static DueMonth of(
      YearMonth month, List<Schedules.Schedule> schedules, ZoneId zone, Locale locale) {
    Map<LocalDate, List<Due>> due = new TreeMap<>();
    Instant end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    for (Schedules.Schedule schedule : schedules) {
      if (schedule.active()) {
        for (Instant at = schedule.nextAt();
            at.isBefore(end);
            at = schedule.timing().next(at, zone)) {
          ZonedDateTime time = at.atZone(zone);
          due.computeIfAbsent(time.toLocalDate(), day -> new ArrayList<>())
              .add(new Due(time.toLocalTime(), schedule.kind()));
        }
      }
    }
    List<List<Day>> weeks = new ArrayList<>();
    LocalDate day = month.atDay(1).with(DayOfWeek.MONDAY);
    while (!day.isAfter(month.atEndOfMonth())) {
      List<Day> week = new ArrayList<>();
      for (int at = 0; at < 7; at++, day = day.plusDays(1)) {
        List<Due> here = new ArrayList<>(due.getOrDefault(day, List.of()));
        here.sort(Comparator.comparing(Due::at));
        week.add(new Day(day, YearMonth.from(day).equals(month), here));
      }
      weeks.add(week);
    }
    List<String> names = new ArrayList<>();
    for (DayOfWeek name : DayOfWeek.values()) {
      names.add(name.getDisplayName(TextStyle.SHORT_STANDALONE, locale));
    }
    return new DueMonth(
        DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(month),
        month.minusMonths(1),
        month.plusMonths(1),
        names,
        weeks);
  }
}
