package io.limpide.engine.compare;

import io.limpide.engine.block.Atom;
import io.limpide.engine.block.PairScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * Compares one field of two records: gives the level of their agreement.
 *
 * <p>Stateless once made, so one instance serves all threads. Records and values that come later
 * may be added by one thread while nobody compares; how common values are stays what it was, and a
 * value that was not there counts as one of a single record.
 */
public abstract class FieldComparison {
  private final String name;
  private final FieldRole role;
  private final Levels levels;
  final FieldValues values;
  int[] counts; // as long as there is room for derived values
  private int[][] slots;
  private int[] rows = {}; // the codes of all fields record by record; until they lie there: none
  private int stride;
  private int place; // of this field's first code in a row
  private final int filled;
  private int derived; // codes of which everything is known
  private int lasting = Integer.MAX_VALUE; // codes from here on are forgotten again soon

  FieldComparison(String name, FieldRole role, Levels levels, FieldValues values) {
    this.name = name;
    this.role = role;
    this.levels = levels;
    this.values = values;
    this.counts = values.counts();
    this.slots = values.slots().toArray(new int[0][]);
    this.filled = values.fill();
  }

  /** Returns the word for what is compared, such as {@code family_name}, or a column's name. */
  public String name() {
    return name;
  }

  /** Returns what agreement on this field says of two parties. */
  public FieldRole role() {
    return role;
  }

  /** Returns whether the values are numbers that somebody issued, each to one party. */
  public boolean isIssued() {
    return levels.equals(Levels.IDENTIFIER);
  }

  /** Returns the grades of agreement. */
  public Levels levels() {
    return levels;
  }

  /** Returns how many records have a value. */
  public int filled() {
    return filled;
  }

  /** Returns the number of records. */
  public int records() {
    return values.records();
  }

  /** Returns the number of codes of values; 0 stands for none. */
  public int values() {
    return counts.length;
  }

  /** Returns how many records have the value of a code. */
  public int count(int code) {
    return counts[code];
  }

  /** Returns the value of a code, in the form in which it is compared. */
  public String value(int code) {
    return values.value(code).replace('|', ' ').strip();
  }

  /** Returns whether a record has a value. */
  public boolean filled(int record) {
    return values.filled(record);
  }

  /** Makes room for what is derived of so many codes. */
  abstract void reserve(int codes);

  /** Derives from the value of a code what comparing it takes. */
  abstract void derive(int code);

  /** Derives what comparing takes from all values; the end of every constructor. */
  final void deriveAll() {
    reserve(values.size());
    for (int code = 0; code < values.size(); code++) {
      derive(code);
    }
    derived = values.size();
  }

  /** Returns the code of a value, a new one if it was not seen. */
  private int learn(String value) {
    int code = values.code(value);
    if (code >= derived) {
      if (code >= counts.length) {
        int room = code + (code >> 2) + 16;
        reserve(room);
        counts = Arrays.copyOf(counts, room);
      }
      counts[code] = 1;
      derive(code);
      derived = code + 1;
    }
    return code;
  }

  /** Sets the values of a record, which may be a new one; returns their codes. */
  final int[] put(int record, String[] texts) {
    int[] codes = new int[texts.length];
    for (int slot = 0; slot < codes.length; slot++) {
      codes[slot] = learn(texts[slot]);
    }
    values.put(record, codes);
    slots = values.slots().toArray(new int[0][]);
    return codes;
  }

  /** Marks the values that are there: those that come from now on are forgotten together. */
  void mark() {
    lasting = values.size();
  }

  /** Forgets the values that came since they were marked; no record may have them any more. */
  void forget() {
    values.forget(lasting);
    derived = Math.min(derived, lasting);
    lasting = Integer.MAX_VALUE;
  }

  /** Returns the values of the records, one array for each value a record may have. */
  int[][] slots() {
    return slots;
  }

  /**
   * Tells where the codes of all fields stand side by side, record by record: what is asked of a
   * pair just compared is then at hand.
   */
  final void liesIn(int[] rows, int stride, int place) {
    this.rows = rows;
    this.stride = stride;
    this.place = place;
  }

  /** Returns the code of one of the values of a record. */
  final int code(int record, int slot) {
    return rows.length == 0 ? slots[slot][record] : rows[record * stride + place + slot];
  }

  /** Returns the level of two different values. */
  final int level(int a, int b, LevelMemory memory) {
    if (apart(a, b)) {
      return Levels.DIFFERENT;
    }
    int less = Math.min(a, b);
    int more = Math.max(a, b);
    return more < lasting ? memory.level(this, less, more) : levelOf(less, more);
  }

  /**
   * Returns whether a glance shows that the level of two different values is {@link
   * Levels#DIFFERENT}, as it is of most. Much cheaper than finding the level.
   */
  abstract boolean apart(int a, int b);

  /** Returns the level of two different values; symmetric. */
  abstract int levelOf(int a, int b);

  /** Returns what blocking rules may ask of the values. */
  abstract List<BlockKey> blockKeys();

  /** Returns what blocking rules may ask of this field, of all records. */
  final List<Atom> atoms(int field) {
    return blockKeys().stream()
        .map(
            key -> {
              List<int[]> codes = new ArrayList<>();
              for (IntUnaryOperator ofCode : key.keys()) {
                int[] byCode = new int[values.size()];
                for (int code = 1; code < byCode.length; code++) {
                  byCode[code] = ofCode.applyAsInt(code);
                }
                codes.addAll(values.keys(byCode, key.slots()));
              }
              return new Atom(key.name(), field, codes, key.whenClose(), key.certain());
            })
        .toList();
  }

  /** Returns the same of one record, as if it were the only one. */
  final List<Atom> atoms(int field, int record) {
    return blockKeys().stream()
        .map(
            key -> {
              List<int[]> codes = new ArrayList<>();
              for (IntUnaryOperator ofCode : key.keys()) {
                for (int slot = 0; slot < Math.min(key.slots(), slots.length); slot++) {
                  int code = slots[slot][record];
                  codes.add(new int[] {code == 0 ? 0 : ofCode.applyAsInt(code)});
                }
              }
              return new Atom(key.name(), field, codes, key.whenClose(), key.certain());
            })
        .toList();
  }

  /** The whole value has to be equal. */
  final BlockKey wholeKey() {
    return BlockKey.of(name, values::content, 0);
  }

  final BlockKey blockKey(String key, UnaryOperator<String> text, double whenClose) {
    return BlockKey.of(key, code -> FieldValues.hash(text.apply(values.value(code))), whenClose);
  }

  /**
   * Returns how many records have the value that two records agree on, both included; of two values
   * that are only close, the rarer, for a slip of the pen makes a rare value of a common one. -1 at
   * levels where it does not matter.
   */
  public int commonness(int a, int b, int level) {
    if (level != levels.exact() && (level != levels.close() || level == 0)) {
      return -1;
    }
    int count = -1;
    for (int one = 0; one < slots.length; one++) {
      int codeA = code(a, one);
      for (int other = 0; codeA != 0 && other < slots.length; other++) {
        int codeB = code(b, other);
        if (codeA == codeB) {
          count = count < 0 ? counts[codeA] : Math.min(count, counts[codeA]);
        } else if (codeB != 0 && slots.length == 1) {
          count = Math.min(counts[codeA], counts[codeB]);
        }
      }
    }
    return count;
  }

  /**
   * Returns how often two records drawn at random, both filled, are equal, from the counts of the
   * values: exact, without a sample. NaN when counts cannot tell.
   */
  public double chanceOfExact(PairScope scope) {
    double equal = 0;
    double all = 0;
    for (int[] slot : slots) {
      int[][] bySide = new int[scope.sides()][values.size()];
      for (int record = 0; record < slot.length; record++) {
        bySide[scope.side(record)][slot[record]]++;
      }
      double filledPairs = 0;
      for (int code = 1; code < values.size(); code++) {
        equal += pairs(bySide, code);
      }
      int[] none = new int[bySide.length];
      for (int side = 0; side < none.length; side++) {
        none[side] = java.util.Arrays.stream(bySide[side]).sum() - bySide[side][0];
      }
      filledPairs += pairs(none);
      all += filledPairs;
    }
    return all < 1 ? Double.NaN : Math.min(1, equal / all);
  }

  private static double pairs(int[][] bySide, int code) {
    int[] counts = new int[bySide.length];
    for (int side = 0; side < counts.length; side++) {
      counts[side] = bySide[side][code];
    }
    return pairs(counts);
  }

  /** All pairs of records of different sides; all pairs where there is but one side. */
  private static double pairs(int[] counts) {
    double sum = 0;
    double squares = 0;
    for (int count : counts) {
      sum += count;
      squares += (double) count * count;
    }
    return counts.length == 1 ? sum * (sum - 1) / 2 : (sum * sum - squares) / 2;
  }

  /** Returns the values of a record in the form in which they are compared. */
  public String shown(int record) {
    StringBuilder shown = new StringBuilder();
    for (int[] slot : slots) {
      if (slot[record] != 0) {
        shown
            .append(shown.isEmpty() ? "" : ", ")
            .append(values.value(slot[record]).replace('|', ' '));
      }
    }
    return shown.toString().strip();
  }
}
