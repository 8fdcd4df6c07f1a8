package io.limpide.connect;

/**
 * How much an archive may unpack to. An honest export shrinks to a tenth, a bomb to a thousandth.
 *
 * <p>Limits: reliability of spreadsheet readers measured in the project's notes on hostile files;
 * deflate itself cannot pass 1,032 to 1.
 */
final class Limits {
  /** Files in one archive. */
  static final int ENTRIES = 2_000;

  private static final long UNPACKED = 2L << 30;
  private static final long HARMLESS = 100L << 20;
  private static final long RATIO = 250;

  private final String name;
  private final long packed;
  private long unpacked;

  private Limits(String name, long packed) {
    this.name = name;
    this.packed = packed;
  }

  /** Returns the limits of what an archive holds, all files together. */
  static Limits of(SourceInput archive) {
    return new Limits(archive.name(), archive.size());
  }

  /** Returns limits that are never reached, for bytes that were not packed. */
  static Limits unlimited(String name) {
    return new Limits(name, -1);
  }

  /**
   * Counts bytes that were unpacked.
   *
   * @throws UnreadableSourceException when they are more than an honest archive gives
   */
  void add(long bytes) throws UnreadableSourceException {
    unpacked += bytes;
    if (packed < 0) {
      return;
    }
    if (unpacked > UNPACKED) {
      throw new UnreadableSourceException("archive.large", name);
    }
    if (unpacked > HARMLESS && unpacked / RATIO > packed) {
      throw new UnreadableSourceException("archive.bomb", name);
    }
  }
}
