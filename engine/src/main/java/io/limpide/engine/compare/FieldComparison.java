package io.limpide.engine.compare;

import io.limpide.engine.block.Atom;
import io.limpide.engine.block.PairScope;
import java.util.List;

/**
 * Compares one field of two records: gives the level of their agreement.
 *
 * <p>Stateless once made, so one instance serves all threads.
 */
public abstract class FieldComparison {
  private final String name;
  private final FieldRole role;
  private final Levels levels;
  final FieldValues values;
  final int[] counts;
  private final int[][] slots;
  private final int filled;
  private int[] rows = {}; // record by record, the codes of all fields side by side
  private int stride;
  private int place;

  FieldComparison(String name, FieldRole role, Levels levels, FieldValues values) {
    this.name = name;
    this.role = role;
    this.levels = levels;
    this.values = values;
    this.counts = values.counts();
    this.slots = values.slots().toArray(new int[0][]);
    int some = 0;
    for (int record = 0; record < values.records(); record++) {
      some += values.filled(record) ? 1 : 0;
    }
    this.filled = some;
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

  /** Returns the values of the records, one array for each value a record may have. */
  int[][] slots() {
    return slots;
  }

  /** Tells where the codes lie in rows that hold those of all fields: one look brings all. */
  void liesIn(int[] allRows, int rowStride, int ownPlace) {
    rows = allRows;
    stride = rowStride;
    place = ownPlace;
  }

  /** Returns the code of a record's value: of its first, should it have several. */
  final int code(int record) {
    return rows[record * stride + place];
  }

  /** Returns the level of two different values. */
  final int level(int a, int b, LevelMemory memory) {
    return apart(a, b) ? Levels.DIFFERENT : memory.level(this, Math.min(a, b), Math.max(a, b));
  }

  /**
   * Returns whether a glance shows that the level of two different values is {@link
   * Levels#DIFFERENT}, as it is of most. Much cheaper than finding the level.
   */
  abstract boolean apart(int a, int b);

  /** Returns the level of two different values; symmetric. */
  abstract int levelOf(int a, int b);

  /** Returns what blocking rules may ask of this field. */
  abstract List<Atom> atoms(int field);

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
      for (int other = 0; other < slots.length; other++) {
        int codeA = rows[a * stride + place + one];
        int codeB = rows[b * stride + place + other];
        if (codeA == 0 || codeB == 0) {
          continue;
        }
        if (codeA == codeB) {
          count = count < 0 ? counts[codeA] : Math.min(count, counts[codeA]);
        } else if (level != levels.exact() && slots.length == 1) {
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
