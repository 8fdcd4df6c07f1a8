package io.limpide.engine.block;

import org.jspecify.annotations.Nullable;

/**
 * Which pairs of records may be made at all.
 *
 * <p>Records are numbered by what they contain, not by where they stood, so that whatever is cut
 * off or broken by number does not depend on the order of rows.
 */
public final class PairScope {
  private final int records;
  private final byte @Nullable [] sides;

  private PairScope(int records, byte @Nullable [] sides) {
    this.records = records;
    this.sides = sides;
  }

  /** Every record with every other. */
  public static PairScope within(int records) {
    return new PairScope(records, null);
  }

  /**
   * Only records of different sides.
   *
   * @param sides the side of each record; kept, not copied
   */
  public static PairScope between(byte[] sides) {
    return new PairScope(sides.length, sides);
  }

  /** Returns the number of records. */
  public int records() {
    return records;
  }

  /** Returns whether the two may be paired. */
  public boolean allows(int a, int b) {
    return sides == null || sides[a] != sides[b];
  }

  /** Returns how many pairs there are in all. */
  public double pairs() {
    int[] counts = new int[256];
    for (int record = 0; record < records; record++) {
      counts[side(record)]++;
    }
    return pairs(records, counts);
  }

  /** Returns the number of sides: 1 if every record may meet every other. */
  public int sides() {
    int most = 0;
    for (int record = 0; record < records; record++) {
      most = Math.max(most, side(record));
    }
    return most + 1;
  }

  /** Returns the side of a record, from 0. */
  public int side(int record) {
    return sides == null ? 0 : sides[record] & 0xff;
  }

  /** Returns the pairs among {@code size} records of which {@code counts[s]} are of side s. */
  double pairs(int size, int[] counts) {
    if (sides == null) {
      return size * (size - 1.0) / 2;
    }
    double same = 0;
    for (int count : counts) {
      same += (double) count * count;
    }
    return ((double) size * size - same) / 2;
  }
}
