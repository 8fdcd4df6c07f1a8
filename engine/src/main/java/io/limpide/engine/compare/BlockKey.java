package io.limpide.engine.compare;

import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * What blocking rules may ask of a field's values: numbers made of a value, which are equal where
 * the same stands.
 *
 * @param name what people see in the blocking report
 * @param keys one function from the code of a value to its number, or several where a value has
 *     several; 0 is none
 * @param slots how many of a record's values are asked at most
 * @param whenClose 0 to 1: how often two spellings of one true value still agree on this
 * @param certain whether agreement alone decides
 */
record BlockKey(
    String name, List<IntUnaryOperator> keys, int slots, double whenClose, boolean certain) {
  BlockKey {
    keys = List.copyOf(keys);
  }

  BlockKey certainIf(boolean alone) {
    return new BlockKey(name, keys, slots, whenClose, alone);
  }

  static BlockKey of(String name, IntUnaryOperator key, double whenClose) {
    return new BlockKey(name, List.of(key), Integer.MAX_VALUE, whenClose, false);
  }
}
