package io.limpide.engine.standardize;

import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.Rule;
import io.limpide.engine.text.Mojibake;

/** Accents that were damaged by a wrong encoding at some time: repaired first, in every column. */
public final class Accents {
  /** {@code Ã©} back to {@code é}: only where the way back is exact. */
  public static final Rule REPAIR = new Rule("text.accents", Level.SAFE);

  private Accents() {}

  /** Returns a standardizer that repairs accents, then leaves the value to another. */
  static Standardizer before(Standardizer next, Settings settings) {
    return raw -> {
      if (isAscii(raw)) {
        return next.standardize(raw);
      }
      Cleaning cleaning = new Cleaning(raw, settings.policy());
      Mojibake.repair(raw).ifPresent(repaired -> cleaning.change(REPAIR, repaired, 0.99));
      return cleaning.then(next);
    };
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
