package io.limpide.engine.compare;

import java.util.List;

/**
 * The grades of agreement of one comparison, from {@link #MISSING} (a side has no value: no
 * evidence) over "different" upwards, with what is assumed of them before anything is learned.
 *
 * @param names of level 1 and up, each the end of a message code {@code level.<name>}; 1 to 7
 * @param matches assumed share of each level among filled pairs of one entity; adds up to 1
 * @param chances assumed share of each level among filled pairs drawn at random; adds up to 1
 * @param ordered how many of them, from level 1, are ordered: more agreement never weighs less
 * @param exact the level of equal values, whose weight depends on how rare the value is
 * @param close the level of near-equal values, whose weight depends half as much on it; 0: none
 */
public record Levels(
    List<String> names,
    List<Double> matches,
    List<Double> chances,
    int ordered,
    int exact,
    int close) {
  /** The level of a pair of which a side has no value. */
  public static final int MISSING = 0;

  /** The level of two values that have nothing to do with each other. */
  public static final int DIFFERENT = 1;

  /** Levels take three bits of a pattern. */
  public static final int BITS = 3;

  public Levels {
    names = List.copyOf(names);
    matches = List.copyOf(matches);
    chances = List.copyOf(chances);
    if (names.isEmpty()
        || names.size() > 7
        || names.size() != matches.size()
        || names.size() != chances.size()) {
      throw new IllegalArgumentException("1 to 7 levels, each with its shares, not " + names);
    }
    requireShares(matches);
    requireShares(chances);
  }

  static final Levels NAME =
      new Levels(
          List.of("different", "similar", "partial", "close", "exact"),
          List.of(0.06, 0.04, 0.06, 0.12, 0.72),
          List.of(0.966, 0.014, 0.006, 0.005, 0.009),
          5,
          5,
          4);
  static final Levels FAMILY =
      new Levels(
          List.of("different", "similar", "partial", "close", "exact", "swapped"),
          List.of(0.06, 0.04, 0.04, 0.11, 0.73, 0.02),
          List.of(0.978, 0.012, 0.003, 0.003, 0.0039, 0.0001),
          5,
          5,
          4);
  static final Levels DATE =
      new Levels(
          List.of("different", "year", "near", "close", "exact"),
          List.of(0.04, 0.03, 0.06, 0.12, 0.75),
          List.of(0.952, 0.016, 0.030, 0.0018, 0.0002),
          5,
          5,
          0);
  static final Levels EMAIL =
      new Levels(
          List.of("different", "similar", "local", "close", "exact"),
          List.of(0.18, 0.04, 0.05, 0.08, 0.65),
          List.of(0.9864, 0.012, 0.001, 0.0004, 0.0002),
          5,
          5,
          0);
  static final Levels PHONE =
      new Levels(
          List.of("different", "close", "exact"),
          List.of(0.25, 0.06, 0.69),
          List.of(0.9994, 0.0002, 0.0004),
          3,
          3,
          0);
  static final Levels STREET =
      new Levels(
          List.of("different", "similar", "way", "close", "exact"),
          List.of(0.18, 0.05, 0.07, 0.20, 0.50),
          List.of(0.969, 0.02, 0.008, 0.001, 0.002),
          5,
          5,
          4);
  static final Levels PLACE =
      new Levels(
          List.of("different", "near", "one", "close", "exact"),
          List.of(0.12, 0.06, 0.08, 0.09, 0.65),
          List.of(0.91, 0.07, 0.008, 0.004, 0.008),
          5,
          5,
          4);
  static final Levels TEXT =
      new Levels(
          List.of("different", "similar", "close", "exact"),
          List.of(0.25, 0.06, 0.09, 0.60),
          List.of(0.90, 0.05, 0.01, 0.04),
          4,
          4,
          3);
  static final Levels CODE =
      new Levels(List.of("different", "exact"), List.of(0.25, 0.75), List.of(0.8, 0.2), 2, 2, 0);
  static final Levels IDENTIFIER =
      new Levels(
          List.of("different", "close", "exact"),
          List.of(0.08, 0.10, 0.82),
          List.of(0.9997, 0.0002, 0.0001),
          3,
          3,
          0);
  static final Levels IDENTIFIER_CODE =
      new Levels(
          List.of("different", "exact"), List.of(0.04, 0.96), List.of(0.9999, 0.0001), 2, 2, 0);
  static final Levels COMPANY =
      new Levels(
          List.of("different", "partial", "similar", "close", "exact"),
          List.of(0.06, 0.07, 0.08, 0.20, 0.59),
          List.of(0.976, 0.018, 0.003, 0.002, 0.001),
          5,
          5,
          4);
  static final Levels CIVILITY =
      new Levels(List.of("different", "exact"), List.of(0.03, 0.97), List.of(0.5, 0.5), 2, 2, 0);

  static final Levels GENERATION =
      new Levels(List.of("different", "exact"), List.of(0.02, 0.98), List.of(0.5, 0.5), 2, 2, 0);

  private static void requireShares(List<Double> shares) {
    double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
    if (!(Math.abs(sum - 1) < 1e-6)) {
      throw new IllegalArgumentException("shares must add up to 1, but give " + sum);
    }
  }

  /** Returns the number of levels, {@link #MISSING} included. */
  public int count() {
    return names.size() + 1;
  }

  /** Returns the end of the message code of a level. */
  public String name(int level) {
    return level == MISSING ? "missing" : names.get(level - 1);
  }
}
