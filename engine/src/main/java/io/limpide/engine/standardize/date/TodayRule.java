package io.limpide.engine.standardize.date;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.standardize.RecordEdit;
import io.limpide.engine.standardize.RecordRule;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** What a date must be, seen from today. */
record TodayRule(FieldType type, LocalDate today) implements RecordRule {
  private static final int OLDEST = 120;
  private static final int OF_AGE =
      15; // consent of one's own, loi Informatique et Libertés art. 45

  @Override
  public Set<FieldType> fields() {
    return Set.of(type);
  }

  @Override
  public void apply(RecordEdit record) {
    for (int index = 0; index < record.count(type); index++) {
      Optional<LocalDate> date = Dates.parse(record.get(type, index), DateOrder.DAY_FIRST);
      if (date.isEmpty()) {
        continue;
      }
      String text = date.get().toString();
      // A clock ahead of ours, or another time zone, is nobody's mistake.
      if (date.get().isAfter(today.plusDays(1))) {
        record.remark(type, index, DateRules.FUTURE, text);
      } else if (type == FieldType.BIRTH_DATE) {
        long age = ChronoUnit.YEARS.between(date.get(), today);
        if (age > OLDEST) {
          record.remark(type, index, DateRules.TOO_OLD, text, Long.toString(age));
        } else if (age < OF_AGE) {
          record.remark(type, index, DateRules.MINOR, text, Long.toString(Math.max(0, age)));
        }
      }
    }
  }
}
