package io.limpide.engine.score;

import io.limpide.engine.compare.FieldComparison;
import io.limpide.engine.compare.Levels;
import java.util.List;

/**
 * What was learned: how often the levels of each field occur in pairs of the same party, of related
 * parties and of strangers, and how many pairs are of each kind.
 */
public final class Model {
  private final List<FieldComparison> fields;
  private final double[][] same;
  private final double[][] chance;
  private final double[] counted;
  private final double[] closeCounts;
  private final List<RelatedClass> classes;
  private final double[][][] related;
  private final double sameShare;
  private final double movedShare;
  private final double[] relatedShares;
  private final double allPairs;
  private final boolean converged;

  Model(
      List<FieldComparison> fields,
      double[][] same,
      double[][] chance,
      double[] counted,
      double[] closeCounts,
      List<RelatedClass> classes,
      double[][][] related,
      double sameShare,
      double movedShare,
      double[] relatedShares,
      double allPairs,
      boolean converged) {
    this.fields = List.copyOf(fields);
    this.same = same;
    this.chance = chance;
    this.counted = counted;
    this.closeCounts = closeCounts;
    this.classes = List.copyOf(classes);
    this.related = related;
    this.sameShare = sameShare;
    this.movedShare = movedShare;
    this.relatedShares = relatedShares;
    this.allPairs = allPairs;
    this.converged = converged;
  }

  /** Returns the fields, in the order of the patterns. */
  public List<FieldComparison> fields() {
    return fields;
  }

  /**
   * Returns the share of each level among filled pairs of the same party, {@code [field][level]};
   * of what is left behind in a move, among the pairs that did not move.
   */
  public double[][] same() {
    return same;
  }

  /** Returns the share of each level among filled pairs of strangers. */
  public double[][] chance() {
    return chance;
  }

  /**
   * Returns the share of the exact level in the counts of values, duplicates included, by field.
   */
  public double[] counted() {
    return counted;
  }

  /** Returns how many records have the rarer of two close values, in the mean, by field. */
  public double[] closeCounts() {
    return closeCounts;
  }

  /** Returns the related classes. */
  public List<RelatedClass> classes() {
    return classes;
  }

  /** Returns the share of each level among pairs of a class, {@code [class][field][level]}. */
  public double[][][] related() {
    return related;
  }

  /** Returns the share of all possible pairs that are of the same party. */
  public double sameShare() {
    return sameShare;
  }

  /**
   * Returns the share of the pairs of the same party that moved between the two records, and so
   * agree on what is left behind as strangers do; 0 where that is not considered.
   */
  public double movedShare() {
    return movedShare;
  }

  /** Returns the share of all possible pairs that are of each class. */
  public double[] relatedShares() {
    return relatedShares;
  }

  /** Returns how many pairs are possible. */
  public double allPairs() {
    return allPairs;
  }

  /** Returns whether learning came to rest. */
  public boolean converged() {
    return converged;
  }

  /** Returns log2 of how much more often the level occurs in the same party than by chance. */
  public double weight(int field, int level) {
    return level == Levels.MISSING ? 0 : Bits.log2(same[field][level] / chance[field][level]);
  }

  /** Returns log2 of how much more often the level occurs in a related class than by chance. */
  public double relatedWeight(int related, int field, int level) {
    return level == Levels.MISSING
            || !classes.get(related).differsFromChance(fields.get(field).role())
        ? 0
        : Bits.log2(this.related[related][field][level] / chance[field][level]);
  }

  /** Returns log2 of the odds that two records drawn at random are one party. */
  public double prior() {
    return Bits.log2(sameShare / strangersShare());
  }

  double strangersShare() {
    double share = 1 - sameShare;
    for (double related : relatedShares) {
      share -= related;
    }
    return Math.max(1e-6, share);
  }

  Model with(double newSame, double newMoved, double[] newRelated) {
    return new Model(
        fields,
        same,
        chance,
        counted,
        closeCounts,
        classes,
        related,
        newSame,
        newMoved,
        newRelated,
        allPairs,
        converged);
  }
}
