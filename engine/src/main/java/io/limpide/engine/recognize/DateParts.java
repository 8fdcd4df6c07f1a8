package io.limpide.engine.recognize;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.recognize.Recognised.Unit;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import io.limpide.engine.table.Table;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a date together that a table spreads over a year, a month and a day column. */
public final class DateParts {
  private DateParts() {}

  /**
   * Returns the first such date of a kind as one column, written {@code 1967-09-27}; a row that
   * lacks a part, or whose parts are no numbers, is empty there.
   *
   * @param date {@link FieldType#BIRTH_DATE} or {@link FieldType#DATE}
   */
  public static Optional<Column> column(
      Table table, List<Recognised> recognised, FieldType date, String name) {
    Map<Unit, Column> parts = new EnumMap<>(Unit.class);
    for (Recognised each : recognised) {
      each.datePart()
          .filter(part -> part.date() == date)
          .flatMap(
              part -> table.column(each.field().column()).map(column -> Map.entry(part, column)))
          .ifPresent(entry -> parts.putIfAbsent(entry.getKey().unit(), entry.getValue()));
    }
    Column year = parts.get(Unit.YEAR);
    Column month = parts.get(Unit.MONTH);
    Column day = parts.get(Unit.DAY);
    if (year == null || month == null || day == null) {
      return Optional.empty();
    }
    Dictionary dictionary = new Dictionary();
    int[] codes = new int[table.rows()];
    int[] years = numbers(year);
    int[] months = numbers(month);
    int[] days = numbers(day);
    for (int row = 0; row < codes.length; row++) {
      int y = years[year.code(row)];
      int m = months[month.code(row)];
      int d = days[day.code(row)];
      if (y >= 0 && m >= 0 && d >= 0) {
        codes[row] = dictionary.encode(pad(y, 4) + '-' + pad(m, 2) + '-' + pad(d, 2));
      }
    }
    return Optional.of(new Column(name, name, dictionary, codes));
  }

  private static int[] numbers(Column column) {
    int[] numbers = new int[column.dictionary().size()];
    for (int code = 0; code < numbers.length; code++) {
      String value = column.dictionary().length(code) > 20 ? "" : column.dictionary().value(code);
      String digits = value.strip();
      boolean number = Numbers.allDigits(digits) && digits.length() <= 4;
      numbers[code] = number ? Integer.parseInt(digits) : -1;
    }
    return numbers;
  }

  private static String pad(int number, int width) {
    String digits = Integer.toString(number);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }
}
