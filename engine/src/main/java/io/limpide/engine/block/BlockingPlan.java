package io.limpide.engine.block;

import java.util.List;

/**
 * The rules chosen for the records at hand.
 *
 * @param rules in the order in which pairs are made
 * @param reports what each does, in the same order
 * @param expectedRecall 0 to 1: share of the true pairs the rules are expected to make, on what is
 *     known of each field
 * @param skipped rules that would have added more but cost too many pairs
 * @param overBudget whether the rules make more pairs than the planner would have allowed itself;
 *     only rules that were asked for do
 */
public record BlockingPlan(
    List<BlockingRule> rules,
    List<RuleReport> reports,
    double expectedRecall,
    List<String> skipped,
    boolean overBudget) {
  public BlockingPlan {
    rules = List.copyOf(rules);
    reports = List.copyOf(reports);
    skipped = List.copyOf(skipped);
  }

  /** Returns the plan with another expectation, when more is known of the fields. */
  public BlockingPlan withRecall(double recall) {
    return new BlockingPlan(rules, reports, recall, skipped, overBudget);
  }
}
