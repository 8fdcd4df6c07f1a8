package io.limpide.engine.standardize;

import io.limpide.engine.table.Column;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the values of a column that were asked for lately: several rules ask for them row
 * after row, and a standardizer takes its time.
 */
final class PartMemory {
  private static final int SIZE = 1 << 11;

  private final Standardizer standardizer;
  private int[] codes = {};
  private @Nullable Map<String, String>[] parts = empty(0);

  PartMemory(Standardizer standardizer) {
    this.standardizer = standardizer;
  }

  /** Returns the parts of the value of a row; always of the same column. */
  Map<String, String> of(Column column, int row) {
    if (codes.length == 0) {
      codes = new int[SIZE];
      Arrays.fill(codes, -1);
      parts = empty(SIZE);
    }
    int code = column.code(row);
    int slot = code & (SIZE - 1);
    Map<String, String> known = parts[slot];
    if (known == null || codes[slot] != code) {
      known = of(column.value(row));
      codes[slot] = code;
      parts[slot] = known;
    }
    return known;
  }

  /** Returns the parts of any value. */
  Map<String, String> of(String value) {
    return standardizer.standardize(value).parts();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static @Nullable Map<String, String>[] empty(int size) {
    return new Map[size];
  }
}
