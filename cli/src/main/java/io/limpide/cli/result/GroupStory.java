package io.limpide.cli.result;

import io.limpide.engine.match.Explanation;
import io.limpide.engine.match.GroupPath;
import io.limpide.engine.match.MatchResult;
import io.limpide.engine.match.PairDecision;
import io.limpide.engine.match.Verdict;
import io.limpide.engine.message.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What can be told of the group of a record: how it came together, and what stayed outside. */
public final class GroupStory {
  private static final int NEAREST = 5;

  private final MatchResult matching;
  private final int record;
  private final GroupPath path;
  private final List<PairDecision> outside;

  /** Looks up the group of a record. */
  public GroupStory(MatchResult matching, int record) {
    this.matching = matching;
    this.record = record;
    this.path = matching.path(record);
    this.outside = outside(matching, record);
  }

  /** The pairs of the group with others that weigh most: who almost belonged to it. */
  private static List<PairDecision> outside(MatchResult matching, int record) {
    int group = matching.cluster(record);
    List<PairDecision> nearest = new ArrayList<>();
    Comparator<PairDecision> heaviest =
        Comparator.comparingDouble((PairDecision pair) -> -pair.weight())
            .thenComparing(PairDecision::a)
            .thenComparing(PairDecision::b);
    for (int at = 0; at < matching.pairCount(); at++) {
      PairDecision pair = matching.pair(at);
      if ((matching.cluster(pair.a()) == group) != (matching.cluster(pair.b()) == group)) {
        nearest.add(pair);
        if (nearest.size() > 4 * NEAREST) {
          nearest.sort(heaviest);
          nearest.subList(NEAREST, nearest.size()).clear();
        }
      }
    }
    nearest.sort(heaviest);
    return nearest.subList(0, Math.min(NEAREST, nearest.size()));
  }

  /** Returns the record that was asked about. */
  public int record() {
    return record;
  }

  /** Returns how the group came together. */
  public GroupPath path() {
    return path;
  }

  /** Returns the pairs across the border of the group that weigh most. */
  public List<PairDecision> outside() {
    return outside;
  }

  /** Returns why a pair was decided as it was, in one sentence. */
  public String why(int a, int b, Messages messages) {
    Explanation explanation = matching.explainBriefly(a, b);
    PairDecision decided = matching.pair(a, b).orElse(null);
    String rule = decided == null ? explanation.rule() : decided.rule();
    Verdict verdict = decided == null ? explanation.verdict() : decided.verdict();
    return rule.equals("weight") && verdict == explanation.verdict()
        ? Words.sentence(explanation, messages)
        : Words.translated("match.rule." + rule, messages);
  }

  /** Returns the weight of a pair, in bits. */
  public double weight(int a, int b) {
    return matching
        .pair(a, b)
        .map(PairDecision::weight)
        .orElseGet(() -> matching.explainBriefly(a, b).weight());
  }

  /** Returns the probability that a pair is one party. */
  public double probability(int a, int b) {
    return matching
        .pair(a, b)
        .map(PairDecision::probability)
        .orElseGet(() -> matching.explainBriefly(a, b).probability());
  }

  /** Returns the rule that decided about a pair. */
  public String rule(int a, int b) {
    return matching
        .pair(a, b)
        .map(PairDecision::rule)
        .orElseGet(() -> matching.explainBriefly(a, b).rule());
  }
}
