package io.limpide.engine.compare;

import io.limpide.engine.block.Atom;
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

  /** Returns the level of two records: the best of their values. */
  int level(int a, int b, LevelMemory memory) {
    if (slots.length == 1) {
      return of(slots[0][a], slots[0][b], memory);
    }
    int best = Levels.MISSING;
    for (int[] one : slots) {
      for (int[] other : slots) {
        best = Math.max(best, of(one[a], other[b], memory));
      }
    }
    return best;
  }

  private int of(int a, int b, LevelMemory memory) {
    if (a == 0 || b == 0) {
      return Levels.MISSING;
    }
    if (a == b) {
      return levels.exact();
    }
    return memory.level(this, Math.min(a, b), Math.max(a, b));
  }

  /** Returns the level of two different values; symmetric. */
  abstract int levelOf(int a, int b);

  /** Returns what blocking rules may ask of this field. */
  abstract List<Atom> atoms(int field);

  /**
   * Returns how common the values are that two records agree on: the share of filled records that
   * have the value (the commonest of two that are only close), 0 to 1; -1 at levels where it does
   * not matter.
   */
  public double commonness(int a, int b, int level) {
    if (level != levels.exact() && (level != levels.close() || level == 0)) {
      return -1;
    }
    int count = -1;
    for (int[] one : slots) {
      for (int[] other : slots) {
        int codeA = one[a];
        int codeB = other[b];
        if (codeA == 0 || codeB == 0) {
          continue;
        }
        if (codeA == codeB) {
          count = count < 0 ? counts[codeA] : Math.min(count, counts[codeA]);
        } else if (level != levels.exact() && slots.length == 1) {
          count = Math.max(counts[codeA], counts[codeB]);
        }
      }
    }
    return count < 0 ? -1 : count / (double) filled;
  }

  /**
   * Returns how often two records drawn at random, both filled, are equal, from the counts of the
   * values: exact, without a sample. NaN when counts cannot tell.
   */
  public double chanceOfExact() {
    double pairs = 0;
    for (int count : counts) {
      pairs += count * (count - 1.0);
    }
    return filled < 2 ? Double.NaN : Math.min(1, pairs / (filled * (filled - 1.0)));
  }

  /** Returns the values of a record in the form in which they are compared. */
  public String shown(int record) {
    StringBuilder shown = new StringBuilder();
    for (int[] slot : slots) {
      if (slot[record] != 0) {
        shown.append(shown.isEmpty() ? "" : ", ").append(values.value(slot[record]).replace('|', ' '));
      }
    }
    return shown.toString().strip();
  }
}
