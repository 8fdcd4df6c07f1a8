package io.limpide.engine.finding;

import java.util.List;

/**
 * One correction of one value: applied if its level is {@link Level#SAFE}, else proposed.
 *
 * @param rule the code of the rule
 * @param before the value the rule saw
 * @param after the value the rule makes of it
 * @param level what the rule was allowed to do
 * @param confidence 0 to 1: how sure the rule is
 * @param evidence what speaks for it, as data for the wording of the rule
 */
public record Change(
    String rule,
    String before,
    String after,
    Level level,
    double confidence,
    List<String> evidence) {
  public Change {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must lie in 0 to 1, but is " + confidence);
    }
    evidence = List.copyOf(evidence);
  }
}
