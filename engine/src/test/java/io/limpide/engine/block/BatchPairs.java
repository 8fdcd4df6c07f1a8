package io.limpide.engine.block;

import java.util.List;

/** The pairs that a run makes of records by rules that were chosen before; for tests. */
public final class BatchPairs {
  private BatchPairs() {}

  /** Makes them. */
  public static CandidatePairs of(
      List<BlockingRule> rules, List<Atom> atoms, int records, BlockingSettings settings) {
    PairScope scope = PairScope.within(records);
    return new CandidatePairs(
        scope,
        rules.stream()
            .map(
                rule ->
                    new BlockIndex(
                        rule,
                        atoms,
                        scope,
                        rule.atoms().isEmpty() ? Integer.MAX_VALUE : settings.largestBlock(),
                        settings.window()))
            .toList());
  }
}
