package io.limpide.engine.standardize.date;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Rule;
import io.limpide.engine.standardize.Family;
import io.limpide.engine.standardize.RecordRule;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.table.Column;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Dates: birth, creation, update, last activity and any other.
 *
 * <p>The standard form is ISO 8601: {@code 2021-04-03}, with a time {@code 2021-04-03T14:30:00} and
 * the offset that was written, no other. Whether the day or the month comes first is learnt from
 * the whole column. Part: {@code date}, the day alone, where the value was understood and is no
 * placeholder.
 */
public final class Dates implements Family {
  private static final DateReader DAY_FIRST = new DateReader(DateOrder.DAY_FIRST, Century.EVENT);
  private static final DateReader MONTH_FIRST =
      new DateReader(DateOrder.MONTH_FIRST, Century.EVENT);

  /**
   * Returns the day that a text tells, in any of the forms this family knows.
   *
   * @param order read {@code 03/04/2021} so; ISO dates are not concerned
   * @return empty for what is no date, no whole date (a month, a year) or an impossible one
   */
  public static Optional<LocalDate> parse(String text, DateOrder order) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    DateText read = (order == DateOrder.DAY_FIRST ? DAY_FIRST : MONTH_FIRST).read(text);
    return switch (read.form()) {
      case MONTH, YEAR -> Optional.empty();
      default -> read.date();
    };
  }

  /**
   * As {@link #parse}, for whoever asks a million times.
   *
   * @return the epoch day; {@link ColumnDays#NONE} where {@code parse} is empty
   */
  static long day(String text, DateOrder order) {
    long plain = PlainDate.of(text, order);
    return plain != PlainDate.NONE
        ? plain
        : parse(text, order).map(LocalDate::toEpochDay).orElse(ColumnDays.NONE);
  }

  /** Returns the order of day and month in a column, as its values tell; else the country's. */
  public static DateOrder order(Column column, Settings settings) {
    return ColumnDates.of(column, settings.country()).order();
  }

  /**
   * Returns the checks that need to know today's date: no date in the future, nobody older than 120
   * years. Whoever runs the rules adds them to {@link #recordRules}.
   */
  public static List<RecordRule> checks(LocalDate today) {
    return List.of(
        new TodayRule(FieldType.BIRTH_DATE, today),
        new TodayRule(FieldType.CREATED, today),
        new TodayRule(FieldType.UPDATED, today),
        new TodayRule(FieldType.LAST_ACTIVITY, today));
  }

  @Override
  public List<Rule> rules() {
    return DateRules.ALL;
  }

  @Override
  public List<Reason> reasons() {
    return DateRules.REASONS;
  }

  @Override
  public Optional<Standardizer> standardizer(FieldType type, Column column, Settings settings) {
    return switch (type) {
      case BIRTH_DATE, CREATED, UPDATED, LAST_ACTIVITY, DATE ->
          Optional.of(
              new DateStandardizer(
                  type, ColumnDates.of(column, settings.country()), settings.policy()));
      default -> Optional.empty();
    };
  }

  @Override
  public List<RecordRule> recordRules(Settings settings) {
    return List.of(
        new OrderRule(FieldType.CREATED, FieldType.UPDATED, DateRules.UPDATED_BEFORE_CREATED),
        new OrderRule(FieldType.CREATED, FieldType.LAST_ACTIVITY, DateRules.ACTIVE_BEFORE_CREATED),
        new OrderRule(FieldType.BIRTH_DATE, FieldType.CREATED, DateRules.CREATED_BEFORE_BIRTH));
  }
}
