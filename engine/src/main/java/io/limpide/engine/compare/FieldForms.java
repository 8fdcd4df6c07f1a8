package io.limpide.engine.compare;

import io.limpide.engine.table.Column;
import java.util.List;
import java.util.function.Function;

/** Brings what stands in several columns to the one form in which it is compared. */
final class FieldForms {
  private FieldForms() {}

  /**
   * Returns a name from its columns.
   *
   * @param whole whether the last of them has the whole name, which speaks where the others are
   *     empty
   * @param given whether the given name is wanted, else the family name
   */
  static String name(String[] values, boolean whole, boolean given) {
    int own = whole ? values.length - 1 : values.length;
    String name = Forms.name(joined(values, own));
    if (!name.isEmpty() || !whole) {
      return name;
    }
    FullName split = FullName.parse(values[own]);
    return given ? split.given() : split.family();
  }

  /** Returns what reads birth dates: from one column, or from year, month and day. */
  static Function<String[], String> birthDates(List<Column> columns) {
    if (columns.size() > 1) {
      return values -> BirthDates.read(String.join("-", values), false);
    }
    var reader = BirthDates.reader(columns.get(0));
    return values -> reader.apply(values[0]);
  }

  /**
   * Returns number and way from their columns.
   *
   * @param whole whether the last of them has the whole address
   */
  static String street(String[] values, boolean whole) {
    int own = whole ? values.length - 1 : values.length;
    String street = Forms.street(joined(values, own));
    return street.isEmpty() && whole ? Forms.streetOfWhole(values[own]) : street;
  }

  /**
   * Returns postcode and town from their columns.
   *
   * @param postcodes whether the first of them has postcodes
   * @param whole whether the last of them has the whole address
   */
  static String place(String[] values, boolean postcodes, boolean whole) {
    int own = whole ? values.length - 1 : values.length;
    String postcode = postcodes ? Forms.postcode(values[0]) : "";
    int city = postcodes ? 1 : 0;
    String town = city < own ? Forms.city(values[city]) : "";
    if (postcode.isEmpty() && town.isEmpty()) {
      return whole ? Forms.placeOfWhole(values[own]) : "";
    }
    return postcode + "|" + town;
  }

  private static String joined(String[] values, int count) {
    return count == 1 ? values[0] : String.join(" ", List.of(values).subList(0, count));
  }
}
