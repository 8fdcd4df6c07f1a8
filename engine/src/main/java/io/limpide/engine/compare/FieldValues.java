package io.limpide.engine.compare;

import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The values of one field of all records, in the form in which they are compared, each distinct one
 * with a code; a record may have several (two phone columns).
 */
public final class FieldValues {
  private final Dictionary dictionary;
  private final List<int[]> slots;

  private FieldValues(Dictionary dictionary, List<int[]> slots) {
    this.dictionary = dictionary;
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
     * Takes the values of some rows of a column.
     *
     * @param slot which of a record's values this is, from 0
     * @param rows the rows of the column
     * @param first the record of the first of them; the others follow
     * @param form brings a value to the form in which it is compared; empty if it says nothing
     */
    public void take(int slot, Column column, int[] rows, int first, UnaryOperator<String> form) {
      int[] map = new int[column.dictionary().size()];
      Arrays.fill(map, -1);
      for (int i = 0; i < rows.length; i++) {
        int code = column.code(rows[i]);
        if (map[code] < 0) {
          map[code] = encode(column.dictionary(), code, form);
        }
        slots[slot][first + i] = map[code];
      }
    }

    private int encode(Dictionary values, int code, UnaryOperator<String> form) {
      String value = values.value(code);
      String formed = form.apply(value);
      return formed.equals(value) ? dictionary.encode(values, code) : dictionary.encode(formed);
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
    return new FieldValues(
        merged,
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

  /** Returns whether any value of the record is filled. */
  public boolean filled(int record) {
    for (int[] slot : slots) {
      if (slot[record] != 0) {
        return true;
      }
    }
    return false;
  }

  /** Returns how many records have each value, by code. */
  public int[] counts() {
    int[] counts = new int[size()];
    for (int slot = 0; slot < slots.size(); slot++) {
      for (int record = 0; record < records(); record++) {
        int code = slots.get(slot)[record];
        boolean before = false;
        for (int earlier = 0; earlier < slot; earlier++) {
          before |= slots.get(earlier)[record] == code;
        }
        if (!before) {
          counts[code]++;
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
    return new MadeOnce<>(slots.size(), () -> keysNow(hashes(text)));
  }

  /** Returns the numbers of the values of each record, made when asked for. */
  List<int[]> keys(int[] hashes) {
    return new MadeOnce<>(slots.size(), () -> keysNow(hashes));
  }

  /** Returns a number made of the text of each code; 0 where it is empty. */
  int[] hashes(UnaryOperator<String> text) {
    int[] hashes = new int[size()];
    for (int code = 1; code < hashes.length; code++) {
      hashes[code] = hash(text.apply(value(code)));
    }
    return hashes;
  }

  private List<int[]> keysNow(int[] hashes) {
    List<int[]> all = new ArrayList<>();
    for (int[] slot : slots) {
      int[] keys = new int[slot.length];
      for (int record = 0; record < slot.length; record++) {
        keys[record] = hashes[slot[record]];
      }
      all.add(keys);
    }
    return all;
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
