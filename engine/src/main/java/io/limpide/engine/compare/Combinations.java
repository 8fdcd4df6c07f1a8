package io.limpide.engine.compare;

import io.limpide.engine.table.Column;
import java.util.Arrays;
import java.util.List;

/**
 * What rows have in several columns together, each combination with a number, so that what is made
 * of them is made once. Number 0 is nothing in any column.
 */
final class Combinations {
  private static final int FEWEST = 1 << 8;

  private final List<Column> columns;
  private final int[] numbers; // of each row
  private final long[][] made; // by column after the first: what comes before, and its own code
  private final int[] sizes;

  /**
   * @param columns at least one
   * @param rows the rows of the columns
   */
  Combinations(List<Column> columns, int[] rows) {
    this.columns = List.copyOf(columns);
    this.numbers = new int[rows.length];
    this.made = new long[columns.size()][];
    this.sizes = new int[columns.size()];
    for (int column = 0; column < columns.size(); column++) {
      add(column, rows);
    }
  }

  private void add(int column, int[] rows) {
    Column values = columns.get(column);
    if (column == 0) {
      sizes[0] = values.dictionary().size();
      for (int i = 0; i < rows.length; i++) {
        numbers[i] = values.code(rows[i]);
      }
      return;
    }
    long[] pairs = new long[FEWEST];
    int[] slots = new int[4 * FEWEST]; // open addressing: the number of a pair, plus one
    int size = 0;
    for (int i = -1; i < rows.length; i++) { // nothing in any column comes first, and so is 0
      long pair = i < 0 ? 0 : (long) numbers[i] << 32 | values.code(rows[i]);
      int slot = slot(pair, slots, pairs);
      int number = slots[slot] - 1;
      if (number < 0) {
        number = size++;
        pairs[number] = pair;
        slots[slot] = size;
        if (size == pairs.length) {
          pairs = Arrays.copyOf(pairs, 2 * size);
          slots = slots(pairs, size);
        }
      }
      if (i >= 0) {
        numbers[i] = number;
      }
    }
    made[column] = pairs;
    sizes[column] = size;
  }

  private static int slot(long pair, int[] slots, long[] pairs) {
    int mask = slots.length - 1;
    int slot = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (slots[slot] != 0 && pairs[slots[slot] - 1] != pair) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static int[] slots(long[] pairs, int size) {
    int[] slots = new int[2 * pairs.length];
    for (int number = 0; number < size; number++) {
      slots[slot(pairs[number], slots, pairs)] = number + 1;
    }
    return slots;
  }

  /** Returns how many numbers there are, 0 included. */
  int size() {
    return sizes[sizes.length - 1];
  }

  /** Returns the number of each row. */
  int[] numbers() {
    return numbers;
  }

  /** Returns the values of a combination, a column each; empty where there is none. */
  String[] values(int number) {
    String[] values = new String[columns.size()];
    int left = number;
    for (int column = values.length - 1; column > 0; column--) {
      long pair = made[column][left];
      values[column] = columns.get(column).dictionary().value((int) pair);
      left = (int) (pair >>> 32);
    }
    values[0] = columns.get(0).dictionary().value(left);
    return values;
  }
}
