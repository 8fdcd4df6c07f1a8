package io.limpide.engine.recognize;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import java.util.List;
import java.util.Optional;

/**
 * What a column was taken for, and why.
 *
 * @param field the column, its type and how sure that is
 * @param headerWords the words of the header that spoke, as written there; empty when none did
 * @param fit the share of the column's values that have the form of the type, 0 to 1; NaN when the
 *     column holds nothing or the type has no form of its own
 * @param others the next best types, best first, at most three
 * @param datePart the part of a date that a column of numbers holds, such as the birth year
 */
public record Recognised(
    Field field,
    String headerWords,
    double fit,
    List<Candidate> others,
    Optional<DatePart> datePart) {
  public Recognised {
    others = List.copyOf(others);
  }

  /**
   * A type that a column might have.
   *
   * @param probability 0 to 1
   */
  public record Candidate(FieldType type, double probability) {}

  /**
   * A part of a date that is spread over several columns.
   *
   * @param date the kind of date: {@link FieldType#BIRTH_DATE} or {@link FieldType#DATE}
   * @param unit which part
   */
  public record DatePart(FieldType date, Unit unit) {}

  /** A part of a date. */
  public enum Unit {
    YEAR,
    /** 1 to 12. */
    MONTH,
    /** Day of the month, 1 to 31. */
    DAY
  }
}
