package io.limpide.engine.score;

import io.limpide.engine.compare.FieldComparison;
import io.limpide.engine.compare.Levels;
import io.limpide.engine.compare.PatternCoder;
import java.util.Arrays;
import java.util.List;

/**
 * Weighs pairs: log2 of the odds that they are one party, as a sum of what each field says.
 *
 * <p>{@code weight = prior + sum of fields - alternative}, where the alternative is what being only
 * related explains better than chance.
 */
public final class PairWeights {
  private static final double ASSUMED_RECORDS = 200;
  private static final int COUNTS = 1 << 14; // more common values are looked up one by one
  private static final double CLOSE_SHARE = 0.5;
  private static final double MOST_COMMON = 12; // log2 bounds of the rarity of a value
  private static final double LEAST_COMMON = -6;

  private static final double NO_DOUBT = 60; // bits

  private final Model model;
  private final FieldComparison[] fields;
  private final double[][] weights;
  private final double[][][] related;
  private final double[] relatedOdds;
  private final double[] relatedPriors; // log2 of these odds
  private final double prior;
  private final boolean[] leftBehind; // fields that change all at once when a person moves
  private final float[][] exactRarity;
  private final float[][] closeRarity;

  /** Prepares tables for a model. */
  public PairWeights(Model model) {
    this.model = model;
    List<FieldComparison> all = model.fields();
    fields = all.toArray(new FieldComparison[0]);
    weights = new double[fields.length][8];
    related = new double[model.classes().size()][fields.length][8];
    for (int field = 0; field < fields.length; field++) {
      for (int level = 1; level < fields[field].levels().count(); level++) {
        weights[field][level] = model.weight(field, level);
        for (int c = 0; c < related.length; c++) {
          related[c][field][level] = model.relatedWeight(c, field, level);
        }
      }
    }
    relatedOdds = new double[related.length];
    relatedPriors = new double[related.length];
    for (int c = 0; c < related.length; c++) {
      relatedOdds[c] = model.relatedShares()[c] / model.strangersShare();
      relatedPriors[c] = Bits.log2(relatedOdds[c]);
    }
    prior = model.prior();
    leftBehind = new boolean[fields.length];
    for (int field = 0; field < fields.length; field++) {
      leftBehind[field] = model.movedShare() > 0 && fields[field].role().isLeftBehind();
    }
    exactRarity = new float[fields.length][];
    closeRarity = new float[fields.length][];
    for (int field = 0; field < fields.length; field++) {
      exactRarity[field] = rarities(field, fields[field].levels().exact());
      closeRarity[field] = rarities(field, fields[field].levels().close());
    }
  }

  /** Returns what the pairs are weighed with. */
  public Model model() {
    return model;
  }

  /** Returns the weight of a pair, in bits. */
  public double weight(int a, int b, long pattern) {
    return weight(sums(a, b, pattern));
  }

  /** Returns the weight of a pair from what its fields say of each kind. */
  double weight(double[] sums) {
    return prior + sums[0] + moved(sums) - alternative(sums);
  }

  /** What the fields say of each kind, rarity included: same, each related class, moved. */
  private double[] sums(int a, int b, long pattern) {
    double[] sums = new double[kinds()];
    for (int left = ofPattern(pattern, sums, 0); left != 0; left &= left - 1) {
      int field = Integer.numberOfTrailingZeros(left);
      int level = PatternCoder.level(pattern, field);
      addRarity(field, level, rarity(field, a, b, level), sums);
    }
    return sums;
  }

  /** Adds the bits of a rare value to the kinds that it speaks for. */
  void addRarity(int field, int level, double rarity, double[] sums) {
    sums[0] += rarity;
    for (int c = 0; c < related.length; c++) {
      sums[1 + c] += related[c][field][level] == 0 ? 0 : rarity;
    }
    sums[1 + related.length] += leftBehind[field] ? 0 : rarity;
  }

  /**
   * Returns what the party's having moved adds to what the fields say, in bits; a little below 0
   * where nothing was left behind.
   *
   * @param same the sum of all fields
   * @param moved the sum of those that are not left behind
   */
  double orMoved(double same, double moved) {
    double share = model.movedShare();
    if (share == 0) {
      return 0;
    }
    double more = moved - same;
    return more > NO_DOUBT
        ? Bits.log2(share) + more
        : Bits.log2(1 - share + share * Bits.pow2(more));
  }

  /** Returns the same for a pair. */
  public double orMoved(int a, int b, long pattern) {
    return moved(sums(a, b, pattern));
  }

  private double moved(double[] sums) {
    return orMoved(sums[0], sums[1 + related.length]);
  }

  private double alternative(double[] sums) {
    double odds = 1;
    for (int c = 0; c < related.length; c++) {
      odds += relatedOdds[c] * Bits.pow2(sums[1 + c]);
    }
    return odds == 1 ? 0 : Bits.log2(odds);
  }

  /** Returns what a field alone says: weight of its level and rarity of its value, in bits. */
  public double fieldWeight(int field, int a, int b, int level) {
    return level == Levels.MISSING ? 0 : weights[field][level] + rarity(field, a, b, level);
  }

  /** Returns the bits that rarity (above 0) or commonness (below 0) of the value adds. */
  public double rarity(int field, int a, int b, int level) {
    return rarityOf(field, level, fields[field].commonness(a, b, level));
  }

  /** Returns the same for what {@link FieldComparison#commonness} said. */
  double rarityOf(int field, int level, int count) {
    if (count < 0) {
      return 0;
    }
    boolean exact = level == fields[field].levels().exact();
    float[] table = exact ? exactRarity[field] : closeRarity[field];
    return count < table.length ? table[count] : rarity(field, count, level);
  }

  private double rarity(int field, int count, int level) {
    if (level != fields[field].levels().exact()) {
      double usual = model.closeCounts()[field];
      return Double.isNaN(usual)
          ? 0
          : CLOSE_SHARE * Math.max(LEAST_COMMON, Bits.log2(usual / Math.max(1, count)));
    }
    double chance = model.chance()[field][level];
    double ofStrangers = Math.min(1, chance / Math.max(1e-12, model.counted()[field]));
    double share =
        (Math.max(1, count - 1) * ofStrangers + ASSUMED_RECORDS * chance)
            / (fields[field].filled() + ASSUMED_RECORDS);
    return Math.max(LEAST_COMMON, Math.min(MOST_COMMON, Bits.log2(chance / Math.min(1, share))));
  }

  /** Returns what agreeing on a value that so many records have says, in bits. */
  public double agreement(int field, int records) {
    int exact = fields[field].levels().exact();
    return weights[field][exact] + rarity(field, records, exact);
  }

  /** Bits by count, for most counts are small and logarithms are slow. */
  private float[] rarities(int field, int level) {
    FieldComparison compared = fields[field];
    int most = 0;
    for (int code = 0; code < compared.values() && most < COUNTS; code++) {
      most = Math.max(most, compared.count(code));
    }
    float[] table = new float[Math.min(COUNTS, most + 1)];
    for (int count = 0; level != 0 && count < table.length; count++) {
      table[count] = (float) rarity(field, count, level);
    }
    return table;
  }

  /** Returns the number of kinds but strangers: same, each related class, moved. */
  int kinds() {
    return 2 + related.length;
  }

  /**
   * Writes what the levels of a pattern say of each kind, in bits: what all pairs have in common
   * that agree like this, for the rarity of values comes on top.
   *
   * @return the fields whose values may be rare, as bits: those that agree, or nearly
   */
  int ofPattern(long pattern, double[] bits, int at) {
    int last = at + kinds() - 1;
    Arrays.fill(bits, at, last + 1, 0);
    int rare = 0;
    for (int field = 0; field < fields.length; field++) {
      int level = PatternCoder.level(pattern, field);
      if (level == Levels.MISSING) {
        continue;
      }
      Levels levels = fields[field].levels();
      if (level == levels.exact() || level == levels.close()) {
        rare |= 1 << field;
      }
      double says = weights[field][level];
      bits[at] += says;
      for (int c = 0; c < related.length; c++) {
        bits[at + 1 + c] += related[c][field][level];
      }
      bits[last] += leftBehind[field] ? 0 : says;
    }
    return rare;
  }

  /** Returns log2 of the odds that two records drawn at random are related, not strangers. */
  public double relatedPrior(int c) {
    return relatedPriors[c];
  }

  /** Returns what weighs pairs for one more thread. */
  public Weigher weigher() {
    return new Weigher(this);
  }

  /** Returns what being only related takes from the weight of a pair; 0 or more bits. */
  public double alternative(int a, int b, long pattern) {
    return alternative(sums(a, b, pattern));
  }

  /** Returns what being related in one way explains of a pair beyond chance, in bits. */
  public double relatedWeight(int c, int a, int b, long pattern) {
    return sums(a, b, pattern)[1 + c];
  }

  /** Returns the probability that a pair is related in each way, in the model's order. */
  public double[] relatedProbabilities(int a, int b, long pattern) {
    double[] sums = sums(a, b, pattern);
    double[] odds = new double[related.length];
    double total = 1 + Bits.pow2(prior + sums[0] + moved(sums));
    for (int c = 0; c < odds.length; c++) {
      odds[c] = relatedOdds[c] * Bits.pow2(sums[1 + c]);
      total += odds[c];
    }
    for (int c = 0; c < odds.length; c++) {
      odds[c] /= total;
    }
    return odds;
  }

  /** Returns the probability that belongs to a weight: 0 to 1. */
  public static double probability(double weight) {
    return 1 / (1 + Bits.pow2(-weight));
  }
}
