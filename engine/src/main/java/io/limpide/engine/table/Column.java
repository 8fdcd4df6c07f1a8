package io.limpide.engine.table;

import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * One column: for each row the code of its value in a dictionary of the distinct values.
 *
 * <p>Whatever depends on a value alone is computed once per code, not once per row. Columns may
 * share a dictionary, as the raw and the corrected one of a field do: then it holds values that no
 * row of one of them has.
 */
public final class Column {
  private final String name;
  private final String header;
  private final Dictionary dictionary;
  private final int[] codes;

  /**
   * @param name what the column is called here: not empty, unique in its table
   * @param header what the source calls it; may be empty, may occur twice
   * @param dictionary the distinct values
   * @param codes the code of each row; kept, not copied, and not to be changed afterwards
   */
  public Column(String name, String header, Dictionary dictionary, int[] codes) {
    this.name = name;
    this.header = header;
    this.dictionary = dictionary;
    this.codes = codes;
  }

  /** Returns what the column is called here: never empty, unique in its table. */
  public String name() {
    return name;
  }

  /** Returns what the source calls the column; may be empty, may occur twice. */
  public String header() {
    return header;
  }

  /** Returns the distinct values. */
  public Dictionary dictionary() {
    return dictionary;
  }

  /** Returns the number of rows. */
  public int rows() {
    return codes.length;
  }

  /** Returns the code of a row's value; 0 when the row has none. */
  public int code(int row) {
    return codes[row];
  }

  /** Returns the value of a row; empty when it has none. */
  public String value(int row) {
    return dictionary.value(codes[row]);
  }

  /** Returns a copy of the codes, by row. */
  public int[] codes() {
    return codes.clone();
  }

  /** Returns how many rows have each value, by code. */
  public int[] counts() {
    int[] counts = new int[dictionary.size()];
    for (int code : codes) {
      counts[code]++;
    }
    return counts;
  }

  /** Returns the codes that some row has, in ascending order, without that of the empty value. */
  public int[] filledCodes() {
    int[] counts = counts();
    return IntStream.range(1, counts.length).filter(code -> counts[code] > 0).toArray();
  }

  /**
   * Returns a column of values computed from this one's, once per distinct value.
   *
   * @param derivation must not depend on anything but the value; empty stays what it makes of it
   */
  public Column derive(String derivedName, UnaryOperator<String> derivation) {
    Dictionary derived = new Dictionary();
    int[] map = new int[dictionary.size()];
    for (int code = 0; code < map.length; code++) {
      map[code] = derived.encode(derivation.apply(dictionary.value(code)));
    }
    int[] mapped = new int[codes.length];
    for (int row = 0; row < mapped.length; row++) {
      mapped[row] = map[codes[row]];
    }
    return new Column(derivedName, header, derived, mapped);
  }
}
