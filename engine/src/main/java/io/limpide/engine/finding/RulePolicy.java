package io.limpide.engine.finding;

/** What each correction rule may do, as the recipe says. */
@FunctionalInterface
public interface RulePolicy {
  /** Every rule at its own level. */
  RulePolicy DEFAULT = Rule::level;

  /** Returns what the rule may do. */
  Level level(Rule rule);
}
