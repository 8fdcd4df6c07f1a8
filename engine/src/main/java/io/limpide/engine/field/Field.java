package io.limpide.engine.field;

/**
 * What a column of a source means.
 *
 * @param column the column's name in its table
 * @param type the meaning
 * @param confidence 0 to 1: how sure the recognition is; 1 when a person said so
 */
public record Field(String column, FieldType type, double confidence) {
  public Field {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must lie in 0 to 1, but is " + confidence);
    }
  }
}
