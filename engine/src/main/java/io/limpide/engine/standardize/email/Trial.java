package io.limpide.engine.standardize.email;

import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.Rule;
import io.limpide.engine.finding.RulePolicy;
import io.limpide.engine.standardize.Cleaning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Repairs tried on a text before anybody knows whether they make an address of it: only if they do
 * are they carried out. A rule that may only suggest has its say once, and changes nothing.
 */
final class Trial {
  record Step(Rule rule, String after, double confidence, String evidence) {}

  private final RulePolicy policy;
  private final List<Step> steps = new ArrayList<>();
  private final Set<Rule> heldBack = new HashSet<>();
  private String value;

  Trial(String value, RulePolicy policy) {
    this.value = value;
    this.policy = policy;
  }

  String value() {
    return value;
  }

  void change(Rule rule, String after, double confidence) {
    change(rule, after, confidence, "");
  }

  void change(Rule rule, String after, double confidence, String evidence) {
    if (after.equals(value) || heldBack.contains(rule)) {
      return;
    }
    Level level = policy.level(rule);
    if (level != Level.OFF) {
      steps.add(new Step(rule, after, confidence, evidence));
    }
    if (level == Level.SAFE) {
      value = after;
    } else {
      heldBack.add(rule);
    }
  }

  /** Carries the steps out. */
  void commit(Cleaning cleaning) {
    for (Step step : steps) {
      apply(step, cleaning);
    }
  }

  /** Passes on only what was held back and would have led to an address. */
  void suggest(Cleaning cleaning) {
    for (Step step : steps) {
      if (heldBack.contains(step.rule) && EmailAddress.parse(step.after).isValid()) {
        apply(step, cleaning);
      }
    }
  }

  private static void apply(Step step, Cleaning cleaning) {
    if (step.evidence.isEmpty()) {
      cleaning.change(step.rule, step.after, step.confidence);
    } else {
      cleaning.change(step.rule, step.after, step.confidence, step.evidence);
    }
  }
}
