package io.limpide.engine.recognize;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import java.util.List;

/**
 * What a column was taken for, and why.
 *
 * @param field the column, its type and how sure that is
 * @param headerWords the words of the header that spoke, as written there; empty when none did
 * @param fit the share of the column's values that have the form of the type, 0 to 1; NaN when the
 *     column holds nothing or the type has no form of its own
 * @param others the next best types, best first, at most three
 */
public record Recognised(Field field, String headerWords, double fit, List<Candidate> others) {
  public Recognised {
    others = List.copyOf(others);
  }

  /**
   * A type that a column might have.
   *
   * @param probability 0 to 1
   */
  public record Candidate(FieldType type, double probability) {}
}
