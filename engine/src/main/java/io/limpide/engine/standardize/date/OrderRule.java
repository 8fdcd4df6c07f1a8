package io.limpide.engine.standardize.date;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.standardize.RecordEdit;
import io.limpide.engine.standardize.RecordRule;
import java.time.LocalDate;
import java.util.Set;

/**
 * Two dates of a record that must not come in the other order.
 *
 * @param earlier the type whose date comes first
 * @param later the type whose date comes second, or on the same day
 */
record OrderRule(FieldType earlier, FieldType later, Reason reason) implements RecordRule {
  @Override
  public Set<FieldType> fields() {
    return Set.of(earlier, later);
  }

  @Override
  public void apply(RecordEdit record) {
    long second = Dates.day(record.get(later), DateOrder.DAY_FIRST);
    if (second == ColumnDays.NONE) {
      return;
    }
    long first = Dates.day(record.get(earlier), DateOrder.DAY_FIRST);
    if (first != ColumnDays.NONE && second < first) {
      record.remark(later, 0, reason, text(second), text(first));
    }
  }

  private static String text(long day) {
    return LocalDate.ofEpochDay(day).toString();
  }
}
