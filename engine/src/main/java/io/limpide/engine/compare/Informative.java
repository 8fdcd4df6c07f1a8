package io.limpide.engine.compare;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.table.Column;

/** Whether a column whose meaning is not known may help to tell records apart. */
final class Informative {
  private static final double LEAST_FILLED = 0.1;
  private static final double MOST_COMMON = 0.95;
  private static final double MOST_DISTINCT = 0.97;
  private static final int LONGEST = 60;

  private Informative() {}

  static boolean is(FieldType type, boolean placed, Column column, int[] rows) {
    return switch (type) {
      case UNKNOWN, CATEGORY, NUMBER -> tells(column, rows);
      case REGION, COUNTRY -> !placed && tells(column, rows);
      case NAF, LEGAL_FORM -> tells(column, rows);
      default -> false;
    };
  }

  static boolean tells(Column column, int[] rows) {
    int[] counts = new int[column.dictionary().size()];
    for (int row : rows) {
      counts[column.code(row)]++;
    }
    int filled = rows.length - counts[0];
    int distinct = 0;
    int most = 0;
    long length = 0;
    for (int code = 1; code < counts.length; code++) {
      distinct += counts[code] > 0 ? 1 : 0;
      most = Math.max(most, counts[code]);
      length += (long) counts[code] * column.dictionary().length(code);
    }
    return filled >= Math.max(2, LEAST_FILLED * rows.length)
        && distinct >= 2
        && distinct < MOST_DISTINCT * filled
        && most < MOST_COMMON * filled
        && length < (long) LONGEST * filled;
  }

  static boolean hasLetters(Column column) {
    int letters = 0;
    int size = Math.min(200, column.dictionary().size());
    for (int code = 1; code < size; code++) {
      letters += column.dictionary().value(code).chars().anyMatch(Character::isLetter) ? 1 : 0;
    }
    return letters * 2 > size;
  }
}
