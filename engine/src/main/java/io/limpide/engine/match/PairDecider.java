package io.limpide.engine.match;

import io.limpide.engine.cluster.Links;
import io.limpide.engine.compare.PatternCoder;
import io.limpide.engine.score.PairWeights;
import io.limpide.engine.score.Weigher;

/** Decides of pairs, one after another, as a run does; for one thread. */
public final class PairDecider {
  private final PatternCoder.Worker worker;
  private final Weigher weigher;
  private final Rules rules;
  private long pattern;
  private double weight;
  private boolean plain;
  private String rule = Rules.WEIGHT;
  private Verdict verdict = Verdict.DIFFERENT;

  PairDecider(PatternCoder coder, PairWeights weights, Rules rules) {
    this.worker = coder.worker();
    this.weigher = weights.weigher();
    this.rules = rules;
  }

  /**
   * Decides; what was concluded can then be asked.
   *
   * @param a the one that comes first in the order of content
   * @return whether the pair is worth reporting: all but those that are plainly different
   */
  public boolean decide(int a, int b) {
    pattern = worker.pattern(a, b);
    weight = weigher.weight(a, b, pattern);
    plain = !rules.decides(a, b, pattern, weight) && !weigher.mayBeRelated(); // as most
    if (plain) {
      rule = Rules.WEIGHT;
      verdict = Verdict.DIFFERENT;
      return false;
    }
    rule = rules.rule(a, b, pattern, weight);
    verdict = rules.verdict(rule, a, b, pattern, weight);
    return verdict != Verdict.DIFFERENT
        || (rules.asks(weight) && !rule.equals(Rules.JUDGED_DIFFERENT));
  }

  /** Returns how the pair decided last agrees. */
  long pattern() {
    return pattern;
  }

  /** Returns whether it was so light that no rule had to be asked, and nothing relates the two. */
  boolean isPlain() {
    return plain;
  }

  /** Returns the weight of the pair decided last. */
  public double weight() {
    return weight;
  }

  /** Returns the named rule that decided. */
  public String rule() {
    return rule;
  }

  /** Returns what was concluded. */
  public Verdict verdict() {
    return verdict;
  }

  /** Returns what the pair counts when groups are made, if it is a duplicate. */
  public float link() {
    return link(rule, weight);
  }

  /** Returns what a duplicate counts when groups are made: a rule or a person makes it certain. */
  public static float link(String rule, double weight) {
    return switch (rule) {
      case Rules.WEIGHT -> (float) weight;
      case Rules.JUDGED_SAME -> Links.SURE;
      default -> (float) Math.max(weight, Population.CERTAIN);
    };
  }
}
