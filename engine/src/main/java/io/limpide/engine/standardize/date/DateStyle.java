package io.limpide.engine.standardize.date;

import io.limpide.engine.standardize.date.ColumnDates.Proof;
import io.limpide.engine.table.Column;
import java.time.LocalDate;

/**
 * How the dates of a column are written once they are standard: as nearly all of them are already,
 * if that is day, month and year with a sign between; else ISO 8601. A column that goes back into
 * the system it came from should not come back in another form.
 *
 * @param sign between the numbers of {@code dd/MM/yyyy}; 0 for ISO 8601
 */
record DateStyle(char sign) {
  static final DateStyle ISO = new DateStyle('\0');

  private static final String SIGNS = "/.-";
  private static final int LEAST = 8;
  private static final double NEARLY_ALL = 0.8;

  /** Returns the style of a column; ISO unless the column plainly has another. */
  static DateStyle of(Column column, DateOrder order, Proof proof) {
    if (order != DateOrder.DAY_FIRST || proof == Proof.MIXED) {
      return ISO;
    }
    int[] counts = column.counts();
    long[] rows = new long[SIGNS.length()];
    long filled = 0;
    for (int code = 1; code < counts.length; code++) {
      if (counts[code] > 0) {
        filled += counts[code];
        int sign = SIGNS.indexOf(signOf(column.dictionary().value(code)));
        if (sign >= 0) {
          rows[sign] += counts[code];
        }
      }
    }
    for (int sign = 0; sign < rows.length; sign++) {
      if (rows[sign] >= LEAST && rows[sign] >= NEARLY_ALL * filled) {
        return new DateStyle(SIGNS.charAt(sign));
      }
    }
    return ISO;
  }

  /** Returns the sign of a value of the form {@code 99/99/9999}, perhaps with a time; else 0. */
  private static char signOf(String value) {
    if (value.length() < 10 || (value.length() > 10 && value.charAt(10) != ' ')) {
      return '\0';
    }
    char sign = value.charAt(2);
    for (int i = 0; i < 10; i++) {
      char c = value.charAt(i);
      boolean fits = (i == 2 || i == 5) ? c == sign : (c >= '0' && c <= '9');
      if (!fits) {
        return '\0';
      }
    }
    return sign;
  }

  /** Writes a date as the column does; a time goes on as it was. */
  String write(DateText text, String raw) {
    LocalDate day = text.date().orElse(null);
    if (sign == 0 || day == null || day.getYear() < 1 || day.getYear() > 9999) {
      return text.iso();
    }
    String written = day(day);
    String stripped = raw.strip();
    if (stripped.startsWith(written) && stripped.length() > written.length()) {
      return stripped; // the time stays as the column writes it
    }
    return text.time().isEmpty() ? written : written + " " + text.time();
  }

  /** Writes a day without its time. */
  String day(LocalDate day) {
    String iso = day.toString();
    return sign == 0
        ? iso
        : iso.substring(8, 10) + sign + iso.substring(5, 7) + sign + iso.substring(0, 4);
  }
}
