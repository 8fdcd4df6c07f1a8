package io.limpide.engine.standardize.date;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.standardize.RecordEdit;
import io.limpide.engine.standardize.RecordRule;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** What a date must be, seen from today. */
record TodayRule(FieldType type, LocalDate today) implements RecordRule {
  private static final int OLDEST = 120;
  private static final int OF_AGE =
      15; // consent of one's own, loi Informatique et Libertés art. 45
  private static final long LONGEST_YEAR = 366;
  private static final long SHORTEST_YEAR = 365;

  @Override
  public Set<FieldType> fields() {
    return Set.of(type);
  }

  @Override
  public void apply(RecordEdit record) {
    for (int index = 0; index < record.count(type); index++) {
      long day = Dates.day(record.get(type, index), DateOrder.DAY_FIRST);
      if (day == ColumnDays.NONE) {
        continue;
      }
      // A clock ahead of ours, or another time zone, is nobody's mistake.
      long since = today.toEpochDay() - day;
      if (since < -1) {
        record.remark(type, index, DateRules.FUTURE, LocalDate.ofEpochDay(day).toString());
      } else if (type == FieldType.BIRTH_DATE
          && (since < (OF_AGE + 1) * LONGEST_YEAR || since > OLDEST * SHORTEST_YEAR)) {
        age(record, index, LocalDate.ofEpochDay(day));
      }
    }
  }

  private void age(RecordEdit record, int index, LocalDate birth) {
    long age = ChronoUnit.YEARS.between(birth, today);
    if (age > OLDEST) {
      record.remark(type, index, DateRules.TOO_OLD, birth.toString(), Long.toString(age));
    } else if (age < OF_AGE) {
      record.remark(
          type, index, DateRules.MINOR, birth.toString(), Long.toString(Math.max(0, age)));
    }
  }
}
