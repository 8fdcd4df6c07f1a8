package io.limpide.engine.standardize.date;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.RulePolicy;
import io.limpide.engine.standardize.Cleaning;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.standardize.date.ColumnDates.Proof;
import io.limpide.engine.standardize.date.DateText.Form;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings one date of a column into the form of its column, or to ISO 8601: {@link DateStyle}. */
final class DateStandardizer implements Standardizer {
  private static final Set<LocalDate> PLACEHOLDERS =
      Set.of(
          LocalDate.of(1900, 1, 1),
          LocalDate.of(1970, 1, 1),
          LocalDate.of(1899, 12, 30),
          LocalDate.of(1899, 12, 31),
          LocalDate.of(1, 1, 1),
          LocalDate.of(1753, 1, 1),
          LocalDate.of(2099, 12, 31),
          LocalDate.of(2999, 12, 31),
          LocalDate.of(9999, 12, 31),
          LocalDate.of(1111, 11, 11),
          LocalDate.of(1901, 1, 1));
  private static final long[] PLACEHOLDER_DAYS =
      PLACEHOLDERS.stream().mapToLong(LocalDate::toEpochDay).sorted().toArray();

  private final FieldType type;
  private final ColumnDates column;
  private final RulePolicy policy;
  private final DateReader reader;
  private final Century century;

  DateStandardizer(FieldType type, ColumnDates column, RulePolicy policy) {
    this.type = type;
    this.column = column;
    this.policy = policy;
    this.century = type == FieldType.BIRTH_DATE ? Century.BIRTH : Century.EVENT;
    this.reader = new DateReader(column.order(), century);
  }

  @Override
  public Standardized standardize(String raw) {
    if (raw.isEmpty()) {
      return Standardized.unchanged(raw);
    }
    if (isInOrder(raw)) {
      String day = column.style().sign() == 0 ? raw.substring(0, 10) : PlainDate.iso(raw);
      return new Standardized(raw, List.of(), List.of(), Map.of("date", day));
    }
    Cleaning cleaning = new Cleaning(raw, policy);
    DateText text = reader.read(raw);
    if (text.date().isEmpty()) {
      remarkUnreadable(cleaning, raw, text);
      return cleaning.done();
    }
    LocalDate date = text.date().get();
    if (text.form() == Form.MONTH || text.form() == Form.YEAR) {
      cleaning.change(DateRules.FORMAT, text.iso(), 1);
      cleaning.remark(DateRules.INCOMPLETE, cleaning.value());
      return cleaning.done();
    }
    boolean changed = change(cleaning, raw, text, date);
    if (changed && text.hasMidnight() && !column.hasTimes()) {
      cleaning.change(DateRules.MIDNIGHT, column.style().day(date), 1);
    }
    if (PLACEHOLDERS.contains(date)) {
      cleaning.remark(DateRules.PLACEHOLDER, cleaning.value());
    } else if (changed) {
      cleaning.part("date", date.toString());
    }
    return cleaning.done();
  }

  /** Whether there is nothing to do or to say, as for nearly every date of a column. */
  private boolean isInOrder(String raw) {
    long day = PlainDate.of(raw, column.order());
    if (day == PlainDate.NONE || Arrays.binarySearch(PLACEHOLDER_DAYS, day) >= 0) {
      return false;
    }
    char sign = column.style().sign();
    boolean styled =
        sign == 0
            ? raw.charAt(4) == '-' && (raw.length() == 10 || isWholeTime(raw))
            : raw.charAt(2) == sign && PlainDate.isDayFirst(raw);
    return styled
        && (raw.length() == 10 || column.hasTimes() || !raw.startsWith("00:00", 11))
        && !(column.proof() == Proof.ASSUMED && raw.equals(column.example()));
  }

  /** As ISO 8601 has it. */
  private static boolean isWholeTime(String raw) {
    return raw.length() == 19 && raw.charAt(10) == 'T';
  }

  private boolean change(Cleaning cleaning, String raw, DateText text, LocalDate date) {
    String written = column.style().write(text, raw);
    if (text.form() == Form.SERIAL) {
      return cleaning.change(DateRules.SERIAL, written, 0.99, raw);
    }
    if (text.form() == Form.EPOCH) {
      return cleaning.change(DateRules.EPOCH, written, 0.99, raw);
    }
    if (text.ambiguous() && column.proof() == Proof.MIXED) {
      cleaning.change(DateRules.ORDER, written, 0.6, raw);
      cleaning.remark(DateRules.MIXED, raw);
      return false;
    }
    if (text.ambiguous()
        && column.proof() == Proof.ASSUMED
        && raw.strip().equals(column.example())) {
      cleaning.remark(DateRules.ASSUMED, raw);
    }
    if (text.shortYear() && !century.isCertain(date.getYear())) {
      return cleaning.change(DateRules.CENTURY, written, 0.8, raw);
    }
    return cleaning.change(DateRules.FORMAT, written, text.ambiguous() ? 0.97 : 1);
  }

  private void remarkUnreadable(Cleaning cleaning, String raw, DateText text) {
    if (isZero(raw)) {
      cleaning.remark(DateRules.PLACEHOLDER, raw);
    } else if (text.form() == Form.IMPOSSIBLE) {
      cleaning.remark(DateRules.IMPOSSIBLE, raw);
    } else if (!raw.isBlank()) {
      cleaning.remark(DateRules.UNREADABLE, shortened(raw), type.word());
    }
  }

  private static String shortened(String raw) {
    return raw.length() <= 60 ? raw : raw.substring(0, 60) + "…";
  }

  /** {@code 00/00/0000} and the like: digits, all of them 0. */
  private static boolean isZero(String raw) {
    boolean digits = false;
    for (int i = 0; i < raw.length() && i < 40; i++) {
      char c = raw.charAt(i);
      if ((c > '0' && c <= '9') || Character.isLetter(c)) {
        return false;
      }
      digits |= c == '0';
    }
    return digits && raw.length() >= 6 && raw.length() <= 40;
  }
}
