package io.limpide.engine.score;

import io.limpide.engine.compare.FieldComparison;
import io.limpide.engine.compare.Levels;
import java.util.List;

/**
 * What was learned: how often the levels of each field occur in pairs of the same party, of related
 * parties and of strangers, and how many pairs are of each kind.
 *
 * @param fields the fields, in the order of the patterns
 * @param same share of each level among filled pairs of the same party, {@code [field][level]}
 * @param chance share of each level among filled pairs of strangers
 * @param counted share of the exact level in the counts of values, duplicates included, by field
 * @param closeCounts how many records have the rarer of two close values, in the mean, by field
 * @param classes the related classes
 * @param related share of each level among pairs of a class, {@code [class][field][level]}
 * @param sameShare share of all possible pairs that are of the same party
 * @param relatedShares share of all possible pairs that are of each class
 * @param allPairs how many pairs are possible
 * @param converged whether learning came to rest
 */
public record Model(
    List<FieldComparison> fields,
    double[][] same,
    double[][] chance,
    double[] counted,
    double[] closeCounts,
    List<RelatedClass> classes,
    double[][][] related,
    double sameShare,
    double[] relatedShares,
    double allPairs,
    boolean converged) {
  public Model {
    fields = List.copyOf(fields);
    classes = List.copyOf(classes);
  }

  /** Returns log2 of how much more often the level occurs in the same party than by chance. */
  public double weight(int field, int level) {
    return level == Levels.MISSING ? 0 : log2(same[field][level] / chance[field][level]);
  }

  /** Returns log2 of how much more often the level occurs in a related class than by chance. */
  public double relatedWeight(int related, int field, int level) {
    return level == Levels.MISSING || !classes.get(related).differsFromChance(fields.get(field).role())
        ? 0
        : log2(this.related[related][field][level] / chance[field][level]);
  }

  /** Returns log2 of the odds that two records drawn at random are one party. */
  public double prior() {
    return log2(sameShare / strangersShare());
  }

  double strangersShare() {
    double share = 1 - sameShare;
    for (double related : relatedShares) {
      share -= related;
    }
    return Math.max(1e-6, share);
  }

  Model with(double newSame, double[] newRelated) {
    return new Model(
        fields,
        same,
        chance,
        counted,
        closeCounts,
        classes,
        related,
        newSame,
        newRelated,
        allPairs,
        converged);
  }

  static double log2(double value) {
    return Math.log(value) * (1 / Math.log(2));
  }
}
