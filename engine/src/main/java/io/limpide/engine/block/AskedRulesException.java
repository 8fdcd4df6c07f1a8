package io.limpide.engine.block;

import java.util.List;

/** Blocking rules were asked for that the records at hand do not allow; holds all of them. */
public final class AskedRulesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Refused> refused;
  private final transient List<String> possible;

  /**
   * A rule that cannot be used.
   *
   * @param number which of the rules asked for, from 0
   * @param rule as it was asked for
   * @param unknown the parts of it that these records do not have, or not beside the others
   */
  public record Refused(int number, String rule, List<String> unknown) {
    public Refused {
      unknown = List.copyOf(unknown);
    }
  }

  AskedRulesException(List<Refused> refused, List<String> possible) {
    super(refused.size() + " blocking rule(s) that these records do not allow");
    this.refused = List.copyOf(refused);
    this.possible = List.copyOf(possible);
  }

  /** Returns the rules, in the order in which they were asked for. */
  public List<Refused> refused() {
    return refused;
  }

  /** Returns what rules may be made of. */
  public List<String> possible() {
    return possible;
  }
}
