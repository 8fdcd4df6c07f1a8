package io.limpide.engine.compare;

import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The values of one field of all records, in the form in which they are compared, each distinct one
 * with a code; a record may have several (two phone columns).
 *
 * <p>Records and values may be added later, by one thread while nobody reads.
 */
public final class FieldValues {
  private final Dictionary dictionary;
  private final UnaryOperator<String> key; // what values have in common that were made one
  private final Dictionary keys; // by code of the value; empty where no values were made one
  private List<int[]> slots;

  private FieldValues(Dictionary dictionary, List<int[]> slots) {
    this(dictionary, value -> value, new Dictionary(), slots);
  }

  private FieldValues(
      Dictionary dictionary, UnaryOperator<String> key, Dictionary keys, List<int[]> slots) {
    this.dictionary = dictionary;
    this.key = key;
    this.keys = keys;
    this.slots = List.copyOf(slots);
  }

  /** Collects the values of one field, record by record, source by source. */
  public static final class Builder {
    private final Dictionary dictionary = new Dictionary();
    private final int[][] slots;

    /** For that many records with up to {@code slots} values each. */
    public Builder(int records, int slots) {
      this.slots = new int[slots][records];
    }

    /**
     * Takes the values of some rows of a column, for those records that have none there yet.
     *
     * @param slot which of a record's values this is, from 0
     * @param rows the rows of the column
     * @param first the record of the first of them; the others follow
     * @param form brings a value to the form in which it is compared; empty if it says nothing
     */
    public void take(int slot, Column column, int[] rows, int first, UnaryOperator<String> form) {
      int[] values = slots[slot];
      Dictionary raw = column.dictionary();
      int[] map = unknown(raw.size());
      for (int i = 0; i < rows.length; i++) {
        int code = column.code(rows[i]);
        if (map[code] < 0) {
          String value = raw.value(code);
          String formed = form.apply(value);
          map[code] =
              formed.equals(value) ? dictionary.encode(raw, code) : dictionary.encode(formed);
        }
        if (values[first + i] == 0) {
          values[first + i] = map[code];
        }
      }
    }

    /**
     * Takes values that were numbered beforehand, as the first ones of records.
     *
     * @param numbers one for each record
     * @param size how many numbers there are; 0 is none
     * @param first the record of the first of them; the others follow
     * @param value what a number stands for, in the form in which it is compared
     */
    void take(int[] numbers, int size, int first, IntFunction<String> value) {
      int[] map = unknown(size);
      for (int i = 0; i < numbers.length; i++) {
        int number = numbers[i];
        if (map[number] < 0) {
          map[number] = dictionary.encode(value.apply(number));
        }
        slots[0][first + i] = map[number];
      }
    }

    private static int[] unknown(int size) {
      int[] map = new int[size];
      Arrays.fill(map, -1);
      map[0] = 0;
      return map;
    }

    /** Returns the values; the builder must not be used again. */
    public FieldValues build() {
      return new FieldValues(dictionary, List.of(slots));
    }
  }

  /**
   * Returns the values with the records renumbered: new record i is old record {@code order[i]}.
   */
  public FieldValues reorder(int[] order) {
    return new FieldValues(
        dictionary,
        key,
        keys,
        slots.stream()
            .map(
                slot -> {
                  int[] moved = new int[order.length];
                  for (int i = 0; i < order.length; i++) {
                    moved[i] = slot[order[i]];
                  }
                  return moved;
                })
            .toList());
  }

  /**
   * Returns the values with those of equal key made one. It is shown as the one of most words, the
   * first in the alphabet of these, whatever order they came in.
   */
  public FieldValues grouped(UnaryOperator<String> key) {
    Dictionary groups = new Dictionary();
    int[] map = new int[dictionary.size()];
    @Nullable String[] shown = new String[dictionary.size()];
    for (int code = 1; code < map.length; code++) {
      String value = dictionary.value(code);
      int group = groups.encode(key.apply(value));
      map[code] = group;
      String best = shown[group];
      if (best == null || prefer(value, best)) {
        shown[group] = value;
      }
    }
    Dictionary merged = new Dictionary();
    int[] renumbered = new int[groups.size()];
    for (int group = 1; group < renumbered.length; group++) {
      String value = shown[group];
      renumbered[group] = value == null ? 0 : merged.encode(value);
    }
    groups.rest(); // until a record comes later
    return new FieldValues(
        merged,
        key,
        groups,
        slots.stream()
            .map(
                slot -> {
                  int[] mapped = new int[slot.length];
                  for (int i = 0; i < slot.length; i++) {
                    mapped[i] = renumbered[map[slot[i]]];
                  }
                  return mapped;
                })
            .toList());
  }

  private static boolean prefer(String a, String b) {
    int words = Integer.compare(a.split(" ", -1).length, b.split(" ", -1).length);
    return words != 0 ? words > 0 : a.compareTo(b) < 0;
  }

  /**
   * Returns the code of a value, a new one if it was not seen. Values that were not there when
   * equal ones were made one stay by themselves, so that codes do not depend on the order in which
   * values come.
   */
  int code(String value) {
    if (keys.size() > 1) {
      int known = keys.find(key.apply(value));
      if (known >= 0) {
        return known;
      }
    }
    return dictionary.encode(value);
  }

  /** Forgets the values that came last, so that as many are left. */
  void forget(int left) {
    dictionary.forget(left);
  }

  /** Sets the values of a record, which may be a new one. */
  void put(int record, int[] codes) {
    if (record >= slots.get(0).length) {
      int capacity = record + (record >> 2) + 16;
      slots = slots.stream().map(slot -> Arrays.copyOf(slot, capacity)).toList();
    }
    for (int slot = 0; slot < codes.length; slot++) {
      slots.get(slot)[record] = codes[slot];
    }
  }

  /** Returns the number of records. */
  public int records() {
    return slots.isEmpty() ? 0 : slots.get(0).length;
  }

  /** Returns the number of codes: 0 is none. */
  public int size() {
    return dictionary.size();
  }

  /** Returns the codes of the records, one array for each value a record may have. */
  public List<int[]> slots() {
    return slots;
  }

  /** Returns the value of a code. */
  public String value(int code) {
    return dictionary.value(code);
  }

  /** Returns a number made of a value, {@link Dictionary#hash}; 0 where there is none. */
  int content(int code) {
    return dictionary.hash(code);
  }

  /** Returns the same of every value, by code. */
  int[] contents() {
    int[] contents = new int[size()];
    for (int code = 1; code < contents.length; code++) {
      contents[code] = content(code);
    }
    return contents;
  }

  /** Returns whether any value of the record is filled. */
  public boolean filled(int record) {
    for (int[] slot : slots) {
      if (slot[record] != 0) {
        return true;
      }
    }
    return false;
  }

  /** Returns how many records have a value. */
  int fill() {
    int fill = 0;
    if (slots.size() == 1) {
      for (int code : slots.get(0)) {
        fill += code != 0 ? 1 : 0;
      }
      return fill;
    }
    for (int record = 0; record < records(); record++) {
      fill += filled(record) ? 1 : 0;
    }
    return fill;
  }

  /** Returns how many records have each value, by code. */
  public int[] counts() {
    int[] counts = new int[size()];
    for (int slot = 0; slot < slots.size(); slot++) {
      int[] codes = slots.get(slot);
      for (int record = 0; record < codes.length; record++) {
        boolean before = false;
        for (int earlier = 0; earlier < slot; earlier++) {
          before |= slots.get(earlier)[record] == codes[record];
        }
        if (!before) {
          counts[codes[record]]++;
        }
      }
    }
    counts[0] = 0;
    return counts;
  }

  /**
   * Returns what rules may ask to be equal: a number made of each value, the same wherever the same
   * text stands; 0 where the text is empty.
   */
  public List<int[]> keys(UnaryOperator<String> text) {
    int[] hashes = new int[size()];
    for (int code = 1; code < hashes.length; code++) {
      hashes[code] = hash(text.apply(value(code)));
    }
    return keys(hashes);
  }

  /** Returns the numbers of the values of each record. */
  List<int[]> keys(int[] hashes) {
    return keys(hashes, slots.size());
  }

  /** Returns the numbers of the first values of each record. */
  List<int[]> keys(int[] hashes, int most) {
    return slots.stream()
        .limit(most)
        .map(
            slot -> {
              int[] keys = new int[slot.length];
              for (int record = 0; record < slot.length; record++) {
                keys[record] = hashes[slot[record]];
              }
              return keys;
            })
        .toList();
  }

  static int hash(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    long hash = 1125899906842597L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    int folded = (int) (hash ^ (hash >>> 32));
    return folded == 0 ? 1 : folded;
  }
}
