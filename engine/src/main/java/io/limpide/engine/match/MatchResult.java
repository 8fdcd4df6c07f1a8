package io.limpide.engine.match;

import io.limpide.engine.score.PairWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The outcome of matching: pairs, groups, what is doubtful and how it came about. */
public final class MatchResult {
  private final Pairs pairs;
  private final int[] clusters;
  private final List<DoubtfulGroup> doubts;
  private final List<MatchReport> reports;
  private final List<String> warnings;
  private final Explainer explainer;
  private final GroupPaths paths;

  MatchResult(
      Pairs pairs,
      int[] clusters,
      List<DoubtfulGroup> doubts,
      List<MatchReport> reports,
      List<String> warnings,
      Explainer explainer,
      GroupPaths paths) {
    this.pairs = pairs;
    this.clusters = clusters;
    this.doubts = List.copyOf(doubts);
    this.reports = List.copyOf(reports);
    this.warnings = List.copyOf(warnings);
    this.explainer = explainer;
    this.paths = paths;
  }

  /** Returns the number of pairs worth reporting: all but those that are plainly different. */
  public int pairCount() {
    return pairs.size;
  }

  /** Returns a pair; they are in order of their records. */
  public PairDecision pair(int index) {
    double weight = pairs.weights[index];
    return new PairDecision(
        pairs.as[index],
        pairs.bs[index],
        weight,
        PairWeights.probability(weight),
        pairs.verdict(index),
        pairs.rule(index));
  }

  /** Returns what was decided of two records; nothing if that was plainly "different". */
  public Optional<PairDecision> pair(int a, int b) {
    int at = pairs.find(Math.min(a, b), Math.max(a, b));
    return at < 0 ? Optional.empty() : Optional.of(pair(at));
  }

  /** Returns the number of records. */
  public int records() {
    return clusters.length;
  }

  /** Returns the group of a record, named by its record with the smallest number. */
  public int cluster(int record) {
    return clusters[record];
  }

  /** Returns the groups of all records, each named by its record with the smallest number. */
  public int[] clusters() {
    return clusters.clone();
  }

  /** Returns how the group of a record came together. */
  public GroupPath path(int record) {
    int group = clusters[record];
    List<Integer> records = new ArrayList<>();
    for (int member = 0; member < clusters.length; member++) {
      if (clusters[member] == group) {
        records.add(member);
      }
    }
    return new GroupPath(
        records,
        records.size() == 1 ? List.of() : paths.of(group, clusters),
        doubts.stream()
            .filter(doubt -> clusters[doubt.a()] == group || clusters[doubt.b()] == group)
            .toList());
  }

  /** Returns the groups that a person should look at. */
  public List<DoubtfulGroup> doubts() {
    return doubts;
  }

  /** Returns how persons and companies were matched; empty if there was nothing to match. */
  public List<MatchReport> reports() {
    return reports;
  }

  /** Returns the records that no other can ever be merged with, for each of the reports. */
  public List<Unlinkable> unlinkable() {
    return explainer.unlinkable();
  }

  /** Returns values that stand for none, for each of the reports. */
  public List<List<Filler>> fillers() {
    return explainer.fillers();
  }

  /**
   * Returns codes of what limits the trust in the outcome; wording under {@code warning.<code>}.
   */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * Returns what was learned of persons and of companies, those that there were two of, to go on
   * with. Whoever puts records there changes what this result explains.
   */
  public List<Trained> trained() {
    return explainer.trained();
  }

  /** Explains what is concluded of two records, whether or not they were compared before. */
  public Explanation explain(int a, int b) {
    return explainer.explain(a, b, true);
  }

  /** Explains without the values of the records and the blocking rules: for many pairs. */
  public Explanation explainBriefly(int a, int b) {
    return explainer.explain(a, b, false);
  }
}
