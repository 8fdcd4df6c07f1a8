package io.limpide.engine.standardize;

import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.Rule;
import io.limpide.engine.text.Mojibake;
import java.util.Optional;

/** Accents that were damaged by a wrong encoding at some time: repaired first, in every column. */
public final class Accents {
  /** {@code Ã©} back to {@code é}: only where the way back is exact. */
  public static final Rule REPAIR = new Rule("text.accents", Level.SAFE);

  private Accents() {}

  /** Returns a standardizer that repairs accents, then leaves the value to another. */
  static Standardizer before(Standardizer next, Settings settings) {
    return raw -> {
      Optional<String> repaired = Mojibake.repair(raw);
      if (repaired.isEmpty()) {
        return next.standardize(raw);
      }
      Cleaning cleaning = new Cleaning(raw, settings.policy());
      cleaning.change(REPAIR, repaired.get(), 0.99);
      return cleaning.then(next);
    };
  }
}
